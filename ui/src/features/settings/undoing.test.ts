// Every change of the settings acts at once, and can be taken back.
import type { Settings } from "$lib/bindings";
import { demo } from "$lib/demo/demo";
import { en } from "$lib/i18n/en";
import { i18n } from "$lib/i18n/i18n.svelte";
import { switchHints } from "$features/hints/deeds";
import { Session } from "$features/window/session.svelte";
import { beforeEach, expect, test, vi } from "vitest";
import { FieldState } from "./field.svelte";
import { fields, type Control } from "./fields";

let session: Session;

beforeEach(async () => {
  localStorage.clear();
  session = new Session(demo(new URLSearchParams("rows=10&still")));
  await session.start();
  await vi.waitFor(() => expect(session.settings).not.toBeNull());
});

/** As it is written into the control, and other than what is set. */
function another(control: Control, value: unknown): string {
  switch (control.kind) {
    case "toggle":
      return String(value !== true);
    case "number":
      return String(value === control.min ? control.max : control.min);
    case "limit":
      return "3 MiB";
    case "choice":
      return Object.keys(en.settings.choice[control.from]).find((key) => key !== value) ?? "";
    case "language":
      return "de";
    case "text":
      return "Other/1.0";
    case "proxy":
      return JSON.stringify({ kind: "none" });
    case "folder":
      return "/elsewhere";
    default:
      return control satisfies never;
  }
}

test.each(fields.map((field) => [field.key, field] as const))(
  "%s is taken back, and done again",
  async (key, field) => {
    const settings = (): Settings => {
      if (!session.settings) throw new Error("no settings");
      return session.settings;
    };
    const before = settings()[key];
    const state = new FieldState(session, () => ({ field, settings: settings() }));
    await state.change(another(field.control, before));
    expect(state.complaint).toBe("");
    const changed = settings()[key];
    expect(changed).not.toEqual(before);
    expect(session.undo.done).toHaveLength(1);
    expect(session.undo.done[0]?.words()).toContain(i18n.m.settings.field[key].title);
    await session.undo.undo();
    expect(settings()[key]).toEqual(before);
    await session.undo.redo();
    expect(settings()[key]).toEqual(changed);
  },
);

test("hints are taken back, and done again", async () => {
  expect(session.hints.areOff).toBe(false);
  switchHints(session, false);
  expect(session.hints.areOff).toBe(true);
  expect(session.undo.done[0]?.words()).toContain(en.hints.setting);
  await session.undo.undo();
  expect(session.hints.areOff).toBe(false);
  await session.undo.redo();
  expect(session.hints.areOff).toBe(true);
});
