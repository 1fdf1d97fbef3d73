// What was done, and what a value was given for, stand within other sentences under the names that the window has for them.
import { expect, test } from "vitest";
import { Format } from "../format";
import { en, type Messages } from "./en";
import { languages } from "./i18n.svelte";
import { failureText } from "./text";

const files = import.meta.glob<{ messages: Messages }>("./*/index.ts", { eager: true });
const all = languages.map((tag): [string, Messages] => [tag, files[`./${tag}/index.ts`]?.messages ?? en]);

test.each(all)("%s: what was done stands whole in what takes it back", (_, m) => {
  const deed = m.tags.put(2, "To read");
  for (const said of [m.undo.undoWhat(deed), m.undo.redoWhat(deed), m.undo.undone(deed), m.undo.failed(deed, "")]) {
    // In marks, and not behind a colon.
    expect(said).toMatch(/[“„«「]\s?\u2068.*\u2069\s?[”“»」]/);
    expect(said).not.toMatch(/[:：]/);
    expect(said).toContain("\u2068To read\u2069");
    expect(said).not.toContain("\ufffd");
  }
});

test.each(all)("%s: marks within marks are others", (_, m) => {
  const marks = Array.from(m.undo.undoWhat(m.tags.made("To read"))).filter((sign) => /[“”„‚‘’«»「」『』]/.test(sign));
  expect(marks.length).toBeGreaterThan(1);
  expect(new Set(marks).size).toBe(marks.length);
});

test.each(all)("%s: an option is called as the window calls it", (tag, m) => {
  const format = new Format(tag, m.units);
  const sentence = (option: string) => failureText(m.failure, { code: "invalidOption", option }, format).sentence;
  expect(sentence("connections")).toContain(m.details.request.connections);
  expect(sentence("limit")).toContain(m.details.limit);
  expect(sentence("proxy")).toContain(m.details.request.proxy);
  expect(sentence("kind")).toContain(m.submenu.kind);
  expect(sentence("queue")).toContain(m.add.queue);
  expect(sentence("connections")).not.toContain("connections");
});
