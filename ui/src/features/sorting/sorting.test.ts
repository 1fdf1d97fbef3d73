import { demo } from "$lib/demo/demo";
import { en } from "$lib/i18n/en";
import { Session } from "$features/window/session.svelte";
import { expect, test } from "vitest";
import { move, remove, switchRule } from "./deeds";
import { EntryForm } from "./form.svelte";
import { matchesList } from "./found";
import { idFor, type ListKey, type Part } from "./lists";
import { summary } from "./summary";

async function opened(): Promise<Session> {
  const session = new Session(demo(new URLSearchParams("rows=10&still&queues")));
  await session.start();
  return session;
}

async function saved(
  session: Session,
  list: ListKey,
  texts: Partial<Record<Part, string>>,
  index: number | null = null,
) {
  const form = new EntryForm(session, list, index);
  for (const [part, text] of Object.entries(texts)) form.set(part as Part, text);
  return { form, isSaved: await form.save() };
}

const names = (session: Session) => session.settings?.kinds.map((kind) => kind.name ?? kind.id);

test("a new kind comes before what takes the rest, and is taken back and done again", async () => {
  const session = await opened();
  await saved(session, "kinds", { name: "E-books", extensions: ".epub, *.MOBI azw3", tags: "to read, new" });
  const kind = session.settings?.kinds.at(-2);
  expect(kind).toMatchObject({ id: "e-books", extensions: ["epub", "mobi", "azw3"], tags: ["to read", "new"] });
  await session.undo.undo();
  expect(names(session)).not.toContain("E-books");
  await session.undo.redo();
  expect(names(session)?.at(-2)).toBe("E-books");
});

test("an entry that is saved as it was is as it was, though its texts are rounded", async () => {
  const session = await opened();
  await saved(session, "rules", { name: "Slow", hosts: "*.example.org", limit: "2 MiB" });
  const [rule] = session.settings?.rules ?? [];
  const odd = { ...rule, then: { ...rule?.then, limit: 1_234_567 } };
  await session.backend.setSettings({ ...session.settings, rules: [odd] } as never);
  await saved(session, "rules", { name: "Slower" }, 0);
  expect(session.settings?.rules[0]).toMatchObject({ name: "Slower", then: { limit: 1_234_567 } });
});

test("what cannot be is said at its field, and what was written stays", async () => {
  const session = await opened();
  const refused = async (list: ListKey, texts: Partial<Record<Part, string>>) => {
    const { form, isSaved } = await saved(session, list, texts);
    expect(isSaved).toBe(false);
    expect(form.texts).toMatchObject(texts);
    return form.fault?.part;
  };
  expect(await refused("kinds", { extensions: "epub" })).toBe("name");
  expect(await refused("kinds", { name: "Bad", extensions: "a/b" })).toBe("extensions");
  expect(await refused("rules", { connections: "65" })).toBe("connections");
  expect(await refused("rules", { minSize: "2 GiB", maxSize: "1 MiB" })).toBe("maxSize");
  expect(await refused("hosts", { connections: "4" })).toBe("host");
  expect(await refused("hosts", { host: "https://example.org" })).toBe("host");
  expect(await refused("hosts", { host: "*", user: "ada" })).toBe("host");
  expect(await refused("hosts", { host: "example.org", headers: "no header" })).toBe("headers");
  await saved(session, "hosts", { host: "Example.org", password: " with blanks " });
  expect(session.settings?.hosts[0]).toMatchObject({ host: "example.org", password: " with blanks " });
  expect(await refused("hosts", { host: "example.org" })).toBe("host");
});

test("rules are moved, turned off and deleted, each with its way back", async () => {
  const session = await opened();
  for (const name of ["one", "two", "three"]) await saved(session, "rules", { name });
  const order = () => session.settings?.rules.map((rule) => rule.name);
  await move(session, "rules", 2, 0);
  expect(order()).toEqual(["three", "one", "two"]);
  await switchRule(session, 0, false);
  expect(session.settings?.rules[0]?.off).toBe(true);
  await remove(session, "rules", 1);
  expect(order()).toEqual(["three", "two"]);
  for (let step = 0; step < 3; step += 1) await session.undo.undo();
  expect(order()).toEqual(["one", "two", "three"]);
  expect(session.settings?.rules.some((rule) => rule.off)).toBe(false);
});

test("each says in a line what it is", async () => {
  const session = await opened();
  await saved(session, "rules", { hosts: "*.example.org", kinds: "video", queue: "2", tags: "film", paused: "true" });
  const [rule] = session.settings?.rules ?? [];
  if (!rule) throw new Error("no rule");
  expect(summary(rule, session)).toBe("\u2068*.example.org\u2069 · Video → Night · #film · Paused");
});

test("a list is found by other words for it, and by what is in it", async () => {
  const { settings } = await opened();
  expect(matchesList("kinds", "category", en, settings)).toBe(true);
  expect(matchesList("kinds", "mkv", en, settings)).toBe(true);
  expect(matchesList("rules", "mkv", en, settings)).toBe(false);
  expect(matchesList("hosts", "login", en, settings)).toBe(true);
});

test("kinds are known by what they were called first, each by its own", () => {
  const kinds = [{ id: "e-books" }] as never;
  expect(idFor("E-Books", kinds)).toBe("e-books-2");
  expect(idFor("Fotos für Ömi", [])).toBe("fotos-fur-omi");
  expect(idFor("映画", [])).toBe("kind");
  expect(idFor("Other", [])).toBe("other-2");
});
