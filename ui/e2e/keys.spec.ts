// The rows of the table of keys, each as a story of its own: what is pressed, and what is so then. Those that take more than a
// line are in `keyboard.spec.ts`, `tasks.spec.ts`, `twelve.spec.ts` and, for what is added, `taking.spec.ts`.
import { expect, test } from "@playwright/test";
import { Window } from "./window";

const RUNS = "ubuntu-26.04-desktop-amd64.iso";
const DONE = "recording-of-the-annual-general-meeting-with-all-slides-and-questions-part-03.mkv";

interface Story {
  keys: string[];
  query?: string;
  /** This row is selected before; else the first. */
  on?: string;
  before?: (window: Window) => Promise<unknown>;
  then: (window: Window) => Promise<unknown>;
}

const count = (window: Window, filter: string, to: string) =>
  expect(window.page.getByTestId(`filter-${filter}`)).toHaveAttribute("data-count", to);
const place = (index: number) => `[aria-rowindex="${String(index + 2)}"]`;
const focused = (window: Window, index: number) => expect(window.page.locator(place(index))).toBeFocused();
const heard = (window: Window, what: string, name?: string) => async () => {
  const id = name === undefined ? null : Number(await window.row(name).getAttribute("data-id"));
  expect(await window.page.evaluate((what) => (globalThis as never as Heard).heard[what], what)).toEqual(id);
};

interface Heard {
  heard: Record<string, unknown>;
}

/** What the host is asked for, which shows nothing in the window. */
const asked = ["demo-opened", "demo-shown-in-folder", "demo-quit"];

/** What is to be moved is the third. */
async function inQueueOrder(window: Window) {
  await window.page.getByTestId("sort-menu").click();
  await window.page.getByRole("menuitemradio", { name: "Queue order" }).click();
  await expect(window.page.getByRole("columnheader", { name: "Added" })).toHaveAttribute("aria-sort", "none");
  await window.rows.nth(2).locator("bdi.name").click();
  moved = (await window.rows.nth(2).getAttribute("data-name")) ?? "";
}
let moved = "";
const movedTo = (index: number) => (window: Window) =>
  expect(window.page.locator(place(index))).toHaveAttribute("data-name", moved);

const stories: Record<string, Story> = {
  "Enter opens what is done": {
    keys: ["Enter"],
    on: DONE,
    then: async (window) => {
      await expect(heard(window, "demo-opened", DONE)).toPass();
      await expect(window.page.getByTestId("details")).toHaveCount(0);
    },
  },
  "Enter shows the details of what is not": {
    keys: ["Enter"],
    on: RUNS,
    then: (window) => expect(window.page.getByTestId("details")).toContainText(RUNS),
  },
  "Ctrl+Enter opens": {
    keys: ["Control+Enter"],
    on: DONE,
    then: (window) => expect(heard(window, "demo-opened", DONE)).toPass(),
  },
  "Ctrl+Shift+Enter shows the file in its folder": {
    keys: ["Control+Shift+Enter"],
    on: DONE,
    then: (window) => expect(heard(window, "demo-shown-in-folder", DONE)).toPass(),
  },
  "Ctrl+Shift+P opens the palette": {
    keys: ["Control+Shift+P"],
    then: (window) => expect(window.page.getByTestId("palette-field")).toBeFocused(),
  },
  "Ctrl+A and Ctrl+Shift+A select all and none": {
    keys: ["Control+a", "Control+Shift+A"],
    then: (window) => expect(window.selected).toHaveCount(0),
  },
  "Ctrl+I selects the others": {
    keys: ["Control+i"],
    then: async (window) => {
      await expect(window.page.getByTestId("selection-bar")).toContainText("999");
      await expect(window.page.locator(place(0))).toHaveAttribute("aria-selected", "false");
    },
  },
  "Space takes one more of several, and leaves it out again": {
    keys: ["Control+ArrowDown", "Control+Space", "Control+ArrowDown", "Space", "Space"],
    then: (window) => expect(window.selected).toHaveCount(2),
  },
  "PageDown goes on by pages": {
    keys: ["PageDown", "PageDown"],
    then: async (window) => {
      await expect(window.page.locator(place(0))).not.toBeInViewport();
      await expect(window.selected).toHaveCount(1);
      await expect(window.selected).toBeFocused();
    },
  },
  "Shift+End selects all to the end": {
    keys: ["Shift+End"],
    before: (window) => window.press("ArrowDown"),
    then: (window) => expect(window.page.getByTestId("selection-bar")).toContainText("999"),
  },
  "Ctrl+End and Ctrl+Home move the focus alone": {
    keys: ["Control+End", "Control+Home"],
    before: (window) => window.press("ArrowDown", "ArrowDown"),
    then: async (window) => {
      await focused(window, 0);
      await expect(window.page.locator(place(2))).toHaveAttribute("aria-selected", "true");
    },
  },
  "Ctrl+Shift+S pauses all": {
    keys: ["Control+Shift+S"],
    then: async (window) => {
      await count(window, "running", "0");
      await count(window, "queued", "0");
    },
  },
  "Ctrl+Shift+R resumes all": {
    keys: ["Control+Shift+R"],
    then: (window) => count(window, "paused", "0"),
  },
  "Ctrl+Shift+Z does again what Ctrl+Z took back": {
    keys: ["Delete", "Control+z", "Control+Shift+Z"],
    then: (window) => expect(window.list).toHaveAttribute("data-total", "999"),
  },
  "Ctrl+Down moves a download down its queue": {
    keys: ["Control+ArrowDown"],
    before: inQueueOrder,
    then: movedTo(3),
  },
  "Ctrl+Up moves it up": { keys: ["Control+ArrowUp"], before: inQueueOrder, then: movedTo(1) },
  "Ctrl+End moves it to the end, Ctrl+Home to the top": {
    keys: ["Control+End", "Control+Home"],
    before: inQueueOrder,
    then: movedTo(0),
  },
  "Ctrl+7 shows the first queue": {
    query: "still&queues",
    keys: ["Control+7"],
    then: (window) => expect(window.page.locator("[data-order]").first()).toHaveAttribute("aria-current", "true"),
  },
  "Ctrl+L opens the speed menu": {
    keys: ["Control+l"],
    then: (window) => expect(window.page.getByRole("menu").locator(":focus")).toHaveCount(1),
  },
  "the key of the menu opens that of the row": {
    keys: ["ContextMenu"],
    on: RUNS,
    then: async (window) => {
      await expect(window.page.getByRole("menu").locator(":focus")).toHaveCount(1);
      await window.press("Escape");
      await expect(window.row(RUNS)).toBeFocused();
    },
  },
  "Ctrl+W closes the window, and what runs goes on": {
    keys: ["Control+w"],
    then: (window) => expect(window.page.locator("[data-testid=notice][data-kind=stillRunning]")).toBeVisible(),
  },
  "Ctrl+Q quits where nothing would be lost": {
    query: "still&rows=0",
    keys: ["Control+q"],
    then: (window) => expect(heard(window, "demo-quit")).toPass(),
  },
};

for (const [name, { keys, query = "still", on, before, then }] of Object.entries(stories)) {
  test(name, async ({ page }) => {
    await page.addInitScript((asked) => {
      const heard: Record<string, unknown> = {};
      Object.assign(globalThis, { heard });
      for (const what of asked) addEventListener(what, (event) => (heard[what] = (event as CustomEvent).detail));
    }, asked);
    const window = await Window.open(page, query);
    if (on !== undefined) await window.nameOf(on).click();
    else if (!query.includes("rows=0")) await window.enterList();
    await before?.(window);
    await window.press(...keys);
    await then(window);
  });
}
