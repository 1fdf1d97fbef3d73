// Toolbar, menus, palette, keyboard and the sheet of shortcuts tell of one table: none of them knows what the others do not.
import { demo } from "$lib/demo/demo";
import { i18n } from "$lib/i18n/i18n.svelte";
import { canonical, keyText } from "$lib/keys";
import type { MenuItem } from "$kit/menu";
import { actionItems, choiceItems } from "$features/palette/items";
import { Session } from "$features/window/session.svelte";
import { shortcutGroups } from "$features/window/shortcuts";
import { beforeEach, expect, test } from "vitest";
import { actionIds, keymap } from "./keymap";
import { appMenu, columnsMenu, emptyMenu, rowMenu, sortMenu } from "./menus";
import { action, labelOf, nameOf, type ActionId } from "./table";
import { until } from "../../test-until";

/** What the palette does not offer, and why. */
const notInPalette: Partial<Record<ActionId, string>> = { palette: "It is open already." };

/** What ui-spec §5 says of keys that are actions of the table. */
const specified: Partial<Record<ActionId, string[]>> = {
  add: ["Mod+N"],
  paste: ["Mod+V"],
  addFile: ["Mod+O"],
  search: ["Mod+F", "/"],
  properties: ["Alt+Enter"],
  details: ["Mod+D"],
  palette: ["Mod+K", "Mod+Shift+P"],
  togglePause: ["Mod+P"],
  selectAll: ["Mod+A"],
  selectNone: ["Mod+Shift+A"],
  invert: ["Mod+I"],
  pauseAll: ["Mod+Shift+S"],
  resumeAll: ["Mod+Shift+R"],
  remove: ["Delete"],
  trash: ["Shift+Delete"],
  moveUp: ["Mod+ArrowUp"],
  moveDown: ["Mod+ArrowDown"],
  moveTop: ["Mod+Home"],
  moveBottom: ["Mod+End"],
  undo: ["Mod+Z"],
  redo: ["Mod+Shift+Z"],
  copyLink: ["Mod+C"],
  copyPath: ["Mod+Shift+C"],
  rename: ["F2"],
  open: ["Mod+Enter"],
  showInFolder: ["Mod+Shift+Enter"],
  turtle: ["T"],
  limit: ["Mod+L"],
  filterAll: ["Mod+1"],
  filterRunning: ["Mod+2"],
  filterQueued: ["Mod+3"],
  filterPaused: ["Mod+4"],
  filterFailed: ["Mod+5"],
  filterCompleted: ["Mod+6"],
  filterQueue: ["Mod+7"],
  sideBar: ["Mod+B", "F9"],
  settings: ["Mod+,"],
  shortcuts: ["F1", "?"],
  close: ["Mod+W"],
  quit: ["Mod+Q"],
  nextRegion: ["F6"],
  previousRegion: ["Shift+F6"],
};

let session: Session;

beforeEach(async () => {
  localStorage.clear();
  session = new Session(demo(new URLSearchParams("rows=1000&still&queues")));
  await session.start();
  await until(() => expect(session.settings).not.toBeNull());
});

const sheet = () => shortcutGroups("", (id) => session.keysOf(id), i18n.m).flatMap(({ rows }) => rows);

/** All items, those of the menus beside them too. */
function flat(items: MenuItem[]): { label: string; keys?: string | undefined }[] {
  return items.flatMap((item) => (item === null ? [] : item.items ? flat(item.items()) : [item]));
}

test("each action with keys is in the sheet, with all of its keys", () => {
  const rows = sheet();
  for (const id of actionIds.filter((id) => session.keysOf(id).length > 0)) {
    expect(rows, id).toContainEqual({ name: nameOf(id, i18n.m), keys: session.keysOf(id) });
  }
});

test("each action is in the palette under its name, and with its keys", () => {
  const items = new Map([...actionItems(session), ...choiceItems(session)].map((item) => [item.key, item]));
  for (const id of actionIds) {
    const item = items.get(`action:${id}`);
    if (id in notInPalette) expect(item, id).toBeUndefined();
    else expect(item, id).toMatchObject({ label: labelOf(id, session, i18n.m), keys: session.keysOf(id) });
  }
});

test("no two actions are called the same", () => {
  const names = actionIds.map((id) => nameOf(id, i18n.m));
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test("what is a choice in a menu of the list or of its heads is an action", () => {
  const known = new Set(
    actionIds.map((id) => {
      const { label } = action[id];
      return typeof label === "object" ? label.called(i18n.m) : nameOf(id, i18n.m);
    }),
  );
  const choices = [emptyMenu, sortMenu, columnsMenu].flatMap((menu) => flat(menu(session)));
  expect(choices.length).toBeGreaterThan(40);
  expect(choices.filter(({ label }) => !known.has(label))).toEqual([]);
});

test("keys in menus are those of the action that has that name", () => {
  const known = new Map(actionIds.map((id) => [labelOf(id, session, i18n.m), session.keysOf(id)[0]]));
  const named = [rowMenu, emptyMenu, appMenu].flatMap((menu) => flat(menu(session)));
  const withKeys = named.filter(({ keys }) => keys !== undefined);
  expect(withKeys.length).toBeGreaterThan(20);
  for (const { label, keys } of withKeys) {
    const chord = known.get(label);
    expect(keys, label).toBe(chord && keyText(chord, i18n.m.keyNames));
  }
});

test("keys that a person chose are in all of them", () => {
  if (session.settings) session.settings = { ...session.settings, keys: { verify: ["Mod+Shift+U"] } };
  expect(sheet()).toContainEqual({ name: nameOf("verify", i18n.m), keys: ["Mod+Shift+U"] });
  expect(actionItems(session).find(({ key }) => key === "action:verify")?.keys).toEqual(["Mod+Shift+U"]);
  const item = flat(rowMenu(session)).find(({ label }) => label === labelOf("verify", session, i18n.m));
  expect(item?.keys).toBe(keyText("Mod+Shift+U", i18n.m.keyNames));
});

test("the keys are those that were specified, each once", () => {
  for (const [chord, ids] of keymap({})) expect(ids, chord).toHaveLength(1);
  for (const [id, keys] of Object.entries(specified)) {
    const have = action[id as ActionId].keys.map(canonical);
    for (const key of keys) expect(have, id).toContain(canonical(key));
  }
});
