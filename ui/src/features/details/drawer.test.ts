import { beforeEach, expect, test } from "vitest";
import { Drawer } from "./drawer.svelte";

let kept: Map<string, string>;
const storage = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => kept.set(key, value),
};

beforeEach(() => (kept = new Map()));

test("its size and its tab are there again at the next start, each side with its own", () => {
  const first = new Drawer(storage);
  first.resize(333);
  first.show("speed");
  first.window.width = 1600;
  expect(first.side).toBe("beside");
  first.resize(500);
  const next = new Drawer(storage);
  expect([next.size, next.tab]).toEqual([333, "speed"]);
  next.window.width = 1600;
  expect(next.size).toBe(500);
});

test("whether it is open is there again at the next start, unless it would stand in place of the list", () => {
  const first = new Drawer(storage);
  expect(first.isOpen).toBe(false);
  first.open();
  expect(new Drawer(storage).isOpen).toBe(true);
  expect(new Drawer(storage, { width: 1600, height: 360 }).isOpen).toBe(true);
  const hidden = new Drawer(storage, { width: 1080, height: 360 });
  expect(hidden.isOpen).toBe(false);
  hidden.window.height = 720;
  expect(hidden.isOpen).toBe(true);
  hidden.window.height = 360;
  hidden.toggle();
  expect(hidden.isOpen).toBe(true);
  first.toggle();
  expect(new Drawer(storage).isOpen).toBe(false);
  first.toggle();
  first.close();
  expect(new Drawer(storage).isOpen).toBe(false);
});

test("it is never larger than most of the window, and grows again with it", () => {
  const drawer = new Drawer(storage);
  drawer.resize(500);
  drawer.window.height = 700;
  expect(drawer.size).toBe(490);
  drawer.window.height = 1000;
  expect(drawer.size).toBe(500);
  drawer.resize(10);
  expect(drawer.size).toBe(drawer.min);
});

test("a row of the list stays beside it, or it takes the place of the whole list", () => {
  const drawer = new Drawer(storage);
  drawer.resize(500);
  drawer.window.height = 480;
  expect([drawer.side, drawer.size]).toEqual(["below", 274]);
  drawer.window.height = 360;
  expect(drawer.side).toBe("over");
  drawer.window = { width: 1600, height: 360 };
  expect(drawer.side).toBe("beside");
});

test("the arrow that points away from its edge makes it larger, in both directions of writing", () => {
  const drawer = new Drawer(storage);
  const before = drawer.size;
  expect(drawer.key("ArrowUp", false)).toBe(true);
  expect(drawer.size).toBe(before + 24);
  expect(drawer.key("a", false)).toBe(false);
  drawer.window.width = 1600;
  const wide = drawer.size;
  drawer.key("ArrowLeft", false);
  expect(drawer.size).toBe(wide + 24);
  drawer.key("ArrowLeft", true);
  expect(drawer.size).toBe(wide);
});

test("what was kept and cannot be is not believed", () => {
  kept.set("haul.drawer.below", "much").set("haul.drawer.tab", "nowhere").set("haul.drawer.open", "perhaps");
  const drawer = new Drawer(storage);
  expect([drawer.size, drawer.tab, drawer.isOpen]).toEqual([284, "overview", false]);
});
