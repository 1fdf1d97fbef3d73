// A name that is being written in the list.
import type { DownloadId, DownloadRow } from "$lib/bindings";
import { harmless } from "$lib/i18n/text";

/** What the person writes, and for which download. */
export class Renaming {
  id = $state<DownloadId | null>(null);
  /** As it was called when it began. */
  #was = "";
  /** What the field begins with: a name that was refused is written once and not twice. */
  text = $state("");

  begin(row: DownloadRow, text = harmless(row.name)) {
    this.#was = harmless(row.name);
    this.text = text;
    this.id = row.id;
  }

  end() {
    this.id = null;
  }

  /** What was written, if it is another name; null: there is nothing to do. */
  wanted(text: string): string | null {
    const name = text.trim();
    return name === "" || name === this.#was ? null : name;
  }
}

/** How much of a name is not its extension: that is what a person changes. */
export function stemOf(name: string): number {
  const extension = /(\.tar)?\.[^.\s]{1,16}$/i.exec(name);
  return extension && extension.index > 0 ? extension.index : name.length;
}
