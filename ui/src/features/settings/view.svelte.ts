// What the page of the settings shows, and what it is to show next. It outlives the page, which comes back to where it was.
import type { Settings } from "$lib/bindings";
import type { Section } from "./fields";

export class SettingsView {
  section = $state<Section>("general");
  search = $state("");
  /** The setting that is to have the focus. */
  wanted = $state<keyof Settings | null>(null);

  open(section: Section) {
    this.search = "";
    this.section = section;
  }
}
