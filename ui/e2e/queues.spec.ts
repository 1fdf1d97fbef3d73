// Queues: they are made, edited, ordered and deleted, and downloads are put into them, by keys, menus and drag.
import { expect, test, type Locator } from "@playwright/test";
import { Window } from "./window";

const WAITING = "planet-latest.osm.pbf";

const item = (window: Window, name: string | RegExp): Locator => window.page.getByRole("menuitem", { name });
const queue = (window: Window, name: string): Locator =>
  window.page.locator("[data-order]").filter({ has: window.page.getByText(name, { exact: true }) });
const names = (window: Window) => window.page.locator("[data-order] .label").allTextContents();

test("a queue is made and given hours, and rows are moved into it, by keyboard alone", async ({ page }) => {
  const window = await Window.open(page, "still");
  await page.getByTestId("filter-all").focus();
  await window.press("ArrowDown", "End", "ArrowUp");
  await page.getByTestId("add-queues").focus();
  await window.press("Enter");
  await expect(page.getByTestId("queue-name")).toBeFocused();
  // A queue needs a name.
  await window.press("Enter");
  await expect(page.getByTestId("queue-name")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByTestId("queue-dialog")).toContainText("Give the queue a name.");
  await page.keyboard.type("Night");
  await page.getByTestId("queue-open").selectOption("hours");
  const cell = (name: string) => page.getByRole("gridcell", { name, exact: true });
  await expect(cell("Monday 22:00 to 23:00, on")).toBeVisible();
  await page.getByTestId("hours-clear").focus();
  await window.press("Enter");
  await expect(page.getByTestId("hours-open")).toHaveText("Open 0 of 168 hours");
  // The grid is one stop.
  await cell("Monday 00:00 to 01:00, off").focus();
  await window.press("ArrowRight", "ArrowRight", "Space", "Shift+ArrowRight", "Shift+ArrowDown");
  await expect(cell("Monday 02:00 to 03:00, on")).toHaveAttribute("aria-selected", "true");
  await expect(cell("Monday 03:00 to 04:00, on")).toBeVisible();
  await expect(cell("Tuesday 03:00 to 04:00, on")).toBeFocused();
  await window.press("Home", "ArrowLeft");
  await expect(page.getByRole("rowheader", { name: "All of Tuesday" })).toBeFocused();
  await window.press("Space");
  await expect(page.getByTestId("hours-open")).toHaveText("Open 26 of 168 hours");
  await window.press("Space");
  await expect(page.getByTestId("hours-open")).toHaveText("Open 2 of 168 hours");
  await page.getByTestId("queue-name").focus();
  await window.press("Enter");
  await expect(page.getByTestId("queue-dialog")).toHaveCount(0);
  await expect.poll(() => names(window)).toEqual(["Default", "Night"]);

  await window.nameOf(WAITING).click();
  await window.press("Shift+ArrowDown", "Shift+F10");
  await page.keyboard.type("mov");
  await window.press("ArrowRight");
  await page.keyboard.type("night");
  await window.press("Enter");
  await expect(page.getByTestId("toast").last()).toContainText("Moved 2 downloads to");
  await expect(window.row(WAITING).getByTestId("row-sentence")).toContainText(
    /Waiting · starts (at|on) .* in “.*Night/,
  );
  await window.press("Control+z");
  await expect(window.row(WAITING).getByTestId("row-sentence")).toContainText("running in");
});

test("a queue is renamed, coloured, paused, moved and deleted, and all of it is taken back", async ({ page }) => {
  const window = await Window.open(page, "still&queues");
  await expect.poll(() => names(window)).toEqual(["Default", "Night", "Films", "Later"]);
  await queue(window, "Films").focus();
  await window.press("Shift+F10");
  await item(window, "Rename…").click();
  await expect(page.getByTestId("queue-name")).toBeFocused();
  await page.keyboard.type("Cinema");
  await window.press("Enter");
  await expect(queue(window, "Cinema")).toBeFocused();
  await window.press("Shift+F10");
  await item(window, "Pause queue").click();
  await expect(queue(window, "Cinema")).toHaveAccessibleName(/paused/);
  await window.press("Control+ArrowUp");
  await expect.poll(() => names(window)).toEqual(["Default", "Cinema", "Night", "Later"]);
  await expect(queue(window, "Cinema")).toBeFocused();
  await window.press("Shift+F10");
  await item(window, "Delete queue").click();
  await expect.poll(() => names(window)).toEqual(["Default", "Night", "Later"]);
  await window.press("Control+z");
  await expect.poll(() => names(window)).toEqual(["Default", "Cinema", "Night", "Later"]);
  await window.press("Control+z");
  await expect.poll(() => names(window)).toEqual(["Default", "Night", "Cinema", "Later"]);
  await window.press("Control+z");
  await expect(queue(window, "Cinema")).not.toHaveAccessibleName(/paused/);
  await window.press("Control+z");
  await expect.poll(() => names(window)).toEqual(["Default", "Night", "Films", "Later"]);
  // A name that is taken is said beside it.
  await queue(window, "Films").focus();
  await window.press("Shift+F10");
  await item(window, "Rename…").click();
  await expect(page.getByTestId("queue-name")).toBeFocused();
  await page.keyboard.type("night");
  await window.press("Enter");
  await expect(page.getByTestId("queue-dialog")).toContainText("already");
  await expect(page.getByTestId("queue-name")).toBeFocused();
  await window.press("Escape");
  await expect(page.getByTestId("queue-dialog")).toHaveCount(0);
});

test("queues are dragged to another place, and rows onto a queue", async ({ page }) => {
  const window = await Window.open(page, "still&queues");
  const centre = async (what: Locator) => {
    const box = await what.boundingBox();
    if (!box) throw new Error("it is not there");
    return { x: box.x + 40, y: box.y + box.height / 2 };
  };
  const [later, night] = [await centre(queue(window, "Later")), await centre(queue(window, "Night"))];
  await page.mouse.move(later.x, later.y);
  await page.mouse.down();
  await page.mouse.move(night.x, night.y - 4, { steps: 5 });
  await page.mouse.up();
  await expect.poll(() => names(window)).toEqual(["Default", "Later", "Night", "Films"]);
  await expect(page.getByTestId("queue-dialog")).toHaveCount(0);

  const row = await centre(window.row(WAITING));
  const target = await centre(queue(window, "Later"));
  await page.mouse.move(row.x + 80, row.y - 10);
  await page.mouse.down();
  await page.mouse.move(target.x, target.y, { steps: 6 });
  await expect(page.getByTestId("drag-ghost")).toContainText("Add 1 download to");
  await page.mouse.up();
  await expect(window.row(WAITING).getByTestId("row-sentence")).toContainText(/“.*Later.*” is paused/);
});

test("a download is started past its queue, at a time, or in its turn", async ({ page }) => {
  const window = await Window.open(page, "queues");
  await window.nameOf(WAITING).click();
  await window.press("Shift+F10");
  await item(window, "Start at…").click();
  await expect(page.getByTestId("start-at-time")).toBeFocused();
  await page.getByTestId("start-at-time").fill("2020-01-01T02:00");
  await window.press("Enter");
  await expect(page.getByTestId("start-at")).toContainText("in the future");
  await page.getByTestId("start-at-time").fill("2040-01-01T02:00");
  await page.getByTestId("start-at-confirm").click();
  await expect(window.row(WAITING)).toHaveAttribute("data-activity", "scheduled");
  await expect(window.row(WAITING).getByTestId("row-sentence")).toContainText("starts on 1 Jan 2040");
  await window.press("Shift+F10");
  await item(window, "Start now").click();
  await expect(window.row(WAITING)).toHaveAttribute("data-state", "running");
  await window.press("Control+z");
  await expect(window.row(WAITING)).toHaveAttribute("data-activity", "scheduled");
});

test("a queue shows what is in it, also together with a sort, and everything once it is gone", async ({ page }) => {
  const window = await Window.open(page, "still&queues");
  await window.nameOf(WAITING).click();
  await window.press("Shift+F10");
  await page.keyboard.type("mov");
  await window.press("ArrowRight");
  await page.keyboard.type("films");
  await window.press("Enter");
  await expect(page.getByTestId("toast").last()).toContainText("Moved 1 download");
  await queue(window, "Films").click();
  await expect(window.list).toHaveAttribute("data-total", "1");
  await expect(window.row(WAITING)).toBeVisible();
  await expect(queue(window, "Films")).toHaveAttribute("aria-current", "true");
  await queue(window, "Later").click();
  await expect(page.getByTestId("empty")).toContainText("Nothing is in this queue");
  await queue(window, "Default").click();
  await expect(window.list).toHaveAttribute("data-total", "999");
  await queue(window, "Films").click();
  await expect(window.list).toHaveAttribute("data-total", "1");
  await window.press("Shift+F10");
  await item(window, "Delete queue").click();
  await expect(window.list).toHaveAttribute("data-total", "1000");
  await expect(page.getByTestId("filter-all")).toHaveAttribute("aria-current", "true");
});

test("a priority puts downloads before others, and is taken back", async ({ page }) => {
  const window = await Window.open(page, "still");
  await window.nameOf(WAITING).click();
  await window.press("Shift+F10");
  await page.keyboard.type("prio");
  await window.press("ArrowRight");
  await page.getByRole("menuitemradio", { name: "High priority" }).click();
  await expect(page.getByTestId("toast")).toContainText("Priority of 1 download");
  await expect(window.row(WAITING).getByTestId("row-sentence")).toContainText("1st in line");
  await window.press("Control+z");
  await expect(window.row(WAITING).getByTestId("row-sentence")).not.toContainText("1st in line");
});
