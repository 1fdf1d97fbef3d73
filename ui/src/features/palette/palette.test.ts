import { demo } from "$lib/demo/demo";
import { everything } from "$features/downloads/downloads.svelte";
import { allTags } from "$features/tags/tags";
import { Session } from "$features/window/session.svelte";
import { beforeEach, expect, test } from "vitest";
import { isLink, PaletteState } from "./palette.svelte";
import { remember } from "./recent";
import { until } from "../../test-until";

async function opened(): Promise<{ session: Session; palette: PaletteState }> {
  const session = new Session(demo(new URLSearchParams("rows=1000&still&queues")));
  await session.start();
  await until(() => expect(session.common.facets.hosts.length).toBeGreaterThan(0));
  return { session, palette: new PaletteState(session) };
}

const keys = (palette: PaletteState) => palette.lines.map(({ item }) => item.key);

const failures = {
  filter: { ...everything, status: "failed" },
  search: "",
  sort: { key: "created", descending: true },
  group: "none",
  offset: 0,
  limit: 1,
} as const;

beforeEach(() => localStorage.clear());

test("with nothing typed there is what was used lately, then all actions", async () => {
  remember("setting:theme");
  remember("action:gone");
  const { palette } = await opened();
  expect(palette.groups.map(({ title }) => title)).toEqual(["Recently used", "All actions"]);
  expect(keys(palette)[0]).toBe("setting:theme");
  expect(keys(palette)).not.toContain("action:palette");
  expect(keys(palette)).not.toContain("action:sortName");
  expect(palette.active?.key).toBe("setting:theme");
});

test("what was used lately wins over what fits as well", async () => {
  const { palette } = await opened();
  palette.type("show p");
  expect(keys(palette)[0]).toBe("action:filterPaused");
  palette.type("show");
  expect(keys(palette)[0]).not.toBe("action:filterFailed");
  remember("action:filterFailed");
  const again = (await opened()).palette;
  again.type("show");
  expect(keys(again)[0]).toBe("action:filterFailed");
});

test("actions, settings by other words for them, queues, sites and downloads are in one list", async () => {
  const { palette } = await opened();
  palette.type("threads");
  expect(keys(palette)).toEqual(["setting:connectionsPerDownload", "setting:connectionsPerHost", "part:hosts"]);
  palette.type("night");
  expect(keys(palette)[0]).toBe("queue:2");
  palette.type("ubuntu 26");
  await until(() => expect(keys(palette)[0]).toMatch(/^download:/));
  palette.type("@ubuntu");
  expect(palette.lines[0]?.item.kind).toBe("host");
  palette.type(">");
  expect(keys(palette).slice(0, 2)).toEqual(["action:add", "action:addFile"]);
  palette.type(">dark");
  expect(palette.lines.every(({ item }) => item.kind === "action")).toBe(true);
});

test("what does not apply is there, says why, and does nothing", async () => {
  const { session, palette } = await opened();
  palette.type("move to queue");
  const line = palette.lines.find(({ item }) => item.key === "action:moveToQueue");
  expect(line?.item.why).toBe("Select a download first.");
  await line?.item.run();
  expect(session.menu).toBeNull();
});

test("of a download that failed, what tries it again is offered once, with its keys", async () => {
  const { session } = await opened();
  const [failed] = (await session.backend.view(failures)).rows;
  if (!failed) throw new Error("no download failed");
  await session.show(failed.id);
  const palette = new PaletteState(session);
  palette.type("retry");
  const lines = palette.lines.filter(({ item }) => item.label === "Retry");
  expect(lines.map(({ item }) => item.keys)).toEqual([["Mod+P"]]);
});

test("what is about downloads is not done to those that nobody sees", async () => {
  const { session } = await opened();
  session.selection.take([1]);
  session.page = "settings";
  const palette = new PaletteState(session);
  palette.type("remove from list");
  expect(palette.lines[0]?.item.why).toBe("Only while the list of downloads is shown.");
});

test("a link is offered first, and how many there are", async () => {
  const { palette } = await opened();
  palette.type("https://example.org/a.zip");
  expect(palette.active?.label).toBe("Download this");
  palette.type("https://example.org/a.zip https://example.org/b.zip");
  await until(() => expect(palette.active?.label).toBe("Download these 2"));
  expect(["magnet:?xt=urn:btih:1", "see http://a.b/c"].every(isLink)).toBe(true);
  expect(["http", "https://", "ftp"].some(isLink)).toBe(false);
});

test("arrows go around, pages do not, and typing begins at the top again", async () => {
  const { palette } = await opened();
  palette.move(-1);
  expect(palette.active).toBe(palette.lines.at(-1)?.item);
  palette.move(8);
  expect(palette.active).toBe(palette.lines.at(-1)?.item);
  palette.move(1);
  expect(palette.active).toBe(palette.lines[0]?.item);
  palette.move(1);
  palette.type("pause");
  expect(palette.active).toBe(palette.lines[0]?.item);
});

/** Chooses the first line for what was typed, which is called so. */
async function chosen(session: Session, typed: string, label: string) {
  const palette = new PaletteState(session);
  palette.type(typed);
  const item = palette.lines[0]?.item;
  expect(item?.label).toBe(label);
  await item?.run();
  return item;
}

test("how the list is sorted and grouped, its columns and the height of its rows are chosen from there", async () => {
  const { session } = await opened();
  const { downloads, columns } = session;
  await chosen(session, ">sort by name", "Sort by: Name");
  expect(downloads.sort).toEqual({ key: "name", descending: false });
  await chosen(session, ">sort by desc", "Sort by: Descending");
  expect(downloads.sort).toEqual({ key: "name", descending: true });
  expect((await chosen(session, ">sort by size", "Sort by: Size"))?.value).toBe("");
  expect(downloads.sort).toEqual({ key: "size", descending: true });
  await chosen(session, ">group by site", "Group by: Site");
  expect(downloads.group).toBe("host");
  expect((await chosen(session, ">columns queue", "Columns: Queue"))?.value).toBe("off");
  expect(columns.shows("queue")).toBe(true);
  expect((await chosen(session, ">columns queue", "Columns: Queue"))?.value).toBe("on");
  expect(columns.shows("queue")).toBe(false);
  await chosen(session, ">reset columns", "Reset columns");
  expect(columns.isDefault).toBe(true);
  await chosen(session, ">density compact", "Density: Compact");
  await until(() => expect(session.settings?.density).toBe("compact"));
  session.page = "settings";
  const palette = new PaletteState(session);
  palette.type(">sort by name");
  expect(palette.lines[0]?.item.why).toBe("Only while the list of downloads is shown.");
});

test("what is done with a queue or a tag is found by its name, and is taken back", async () => {
  const { session } = await opened();
  const night = () => session.queues.find(({ settings }) => settings.name === "Night")?.settings;
  const isPaused = (paused: boolean) => until(() => expect(night()?.paused).toBe(paused));
  await chosen(session, "pause queue night", "\u2068Night\u2069: Pause queue");
  await isPaused(true);
  await chosen(session, "resume queue night", "\u2068Night\u2069: Resume queue");
  await isPaused(false);
  await session.undo.undo();
  await isPaused(true);
  await chosen(session, ">rename night", "\u2068Night\u2069: Rename…");
  expect(session.sheet).toMatchObject({ kind: "queue", focus: "name" });
  const [tag] = allTags(session);
  if (!tag) throw new Error("no tag");
  await chosen(session, `>rename ${tag.tag}`, `\u2068${tag.tag}\u2069: Rename…`);
  expect(session.sheet).toEqual({ kind: "tag", tag: tag.tag });
});

test("what is done with one thing has a line of its own, and used once does not come before that thing", async () => {
  const { session } = await opened();
  const item = await chosen(session, "pause queue night", "\u2068Night\u2069: Pause queue");
  if (item) new PaletteState(session).remember(item);
  const palette = new PaletteState(session);
  palette.type("night");
  expect(palette.lines[0]?.item.kind).toBe("queue");
  expect(new Set(keys(palette)).size).toBe(keys(palette).length);
});

test("a switch is turned where it stands, and its line says so", async () => {
  const { session, palette } = await opened();
  palette.type("origin");
  const line = () => palette.lines.find(({ item }) => item.key === "setting:markOrigin")?.item;
  expect(line()?.value).toBe("on");
  await line()?.toggle?.();
  expect(line()?.value).toBe("off");
  await session.undo.undo();
  expect(line()?.value).toBe("on");
});
