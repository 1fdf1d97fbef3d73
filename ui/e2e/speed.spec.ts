// How fast downloads may be: the menu, the turtle, the plan for the week.
import { expect, test } from "@playwright/test";
import { Window } from "./window";

test("the turtle comes and goes with one key, and takes nothing of what was chosen before", async ({ page }) => {
  const window = await Window.open(page);
  const profile = page.getByTestId("speed-profile");
  await window.press("Control+l");
  await page.getByRole("menuitemradio", { name: "2 MiB/s" }).click();
  await expect(profile).toHaveText("2 MiB/s");
  await window.enterList();
  await window.press("t");
  await expect(profile).toHaveText("Turtle: 512 KiB/s");
  await expect(page.getByTestId("limit-menu")).toContainText("Turtle");
  await window.press("t");
  await expect(profile).toHaveText("2 MiB/s");
  await window.press("Control+l");
  await page.getByRole("menuitemradio", { name: "Unlimited" }).click();
  await expect(profile).toHaveText("Unlimited");
  await window.press("Control+z");
  await expect(profile).toHaveText("2 MiB/s");
  // A turtle from the menu takes the place of what is in force, and not of what was at an earlier one.
  await window.press("Control+l");
  await page.getByRole("menuitemradio", { name: "Unlimited" }).click();
  await window.press("Control+l");
  await page.getByRole("menuitemradio", { name: "Turtle" }).click();
  await expect(profile).toHaveText("Turtle: 512 KiB/s");
  await window.enterList();
  await window.press("t");
  await expect(profile).toHaveText("Unlimited");
  await window.press("Control+l");
  await page.getByRole("menuitemradio", { name: "2 MiB/s" }).click();
  await expect(profile).toHaveText("2 MiB/s");
  // In a field a T is a letter.
  await window.press("Control+f");
  await page.keyboard.type("t");
  await expect(profile).toHaveText("2 MiB/s");
});

test("what runs while the turtle is on says so", async ({ page }) => {
  const window = await Window.open(page, "running=3");
  await window.enterList();
  await window.press("t");
  await expect(window.page.locator("[data-activity=slowed]").first()).toBeVisible();
  await expect(window.page.locator("[data-activity=slowed]").first()).toContainText(/limited to .* by the turtle/);
});

test("room is left for others from the menu and the palette, rows say so, and the drawer takes it back", async ({
  page,
}) => {
  const window = await Window.open(page, "running=3&others");
  const profile = page.getByTestId("speed-profile");
  await window.press("Control+l");
  const item = page.getByRole("menuitemcheckbox", { name: "Leave room for others" });
  await expect(item).toHaveAttribute("aria-checked", "false");
  await item.focus();
  await window.press("Enter");
  await expect(profile).toHaveText("Unlimited, with room for others");
  const row = page.locator("[data-activity=yielding]").first();
  await expect(row).toContainText("slowed to leave room for others");
  await window.press("Control+l");
  await expect(item).toHaveAttribute("aria-checked", "true");
  await window.press("Escape");
  // A limit that is lower is what rows tell of.
  await window.enterList();
  await window.press("t");
  await expect(page.locator("[data-activity=slowed]").first()).toBeVisible();
  await expect(page.locator("[data-activity=yielding]")).toHaveCount(0);
  await window.press("t");
  await row.locator("bdi.name").click();
  await window.press("Control+d");
  await expect(page.getByTestId("details-bound")).toHaveAttribute("data-bound", "others");
  await page.getByTestId("details-help").focus();
  await window.press("Enter");
  await expect(profile).toHaveText("Unlimited");
  await expect(page.locator("[data-activity=yielding]")).toHaveCount(0);
  await window.press("Control+k");
  await expect(page.getByTestId("palette-field")).toBeFocused();
  await page.keyboard.type("leave room");
  await expect(page.getByTestId("palette-line").first()).toContainText("Leave room for others");
  await window.press("Enter");
  await expect(profile).toHaveText("Unlimited, with room for others");
});

test("the setting that leaves room is found by what people call it", async ({ page }) => {
  const window = await Window.open(page);
  await window.press("Control+,");
  await expect(page.getByTestId("settings-search")).toBeFocused();
  await page.keyboard.type("latency");
  const setting = page.getByTestId("setting-leaveRoom");
  await expect(setting).not.toBeChecked();
  await setting.focus();
  await window.press("Space");
  await expect(setting).toBeChecked();
  await expect(page.getByTestId("speed-profile")).toHaveText("Unlimited, with room for others");
});

test("a plan for the week is made by keyboard, used at once, and taken back", async ({ page }) => {
  const window = await Window.open(page);
  const profile = page.getByTestId("speed-profile");
  await window.press("Control+l");
  await page.getByRole("menuitem", { name: "Plan for the week…" }).click();
  const dialog = page.getByTestId("plan-dialog");
  await expect(dialog).toBeVisible();
  await page.getByTestId("plan-all-turtle").focus();
  await window.press("Enter");
  const cell = page.getByRole("gridcell", { name: /^Monday 00:00 to 01:00/ });
  await expect(cell).toHaveAccessibleName("Monday 00:00 to 01:00, Turtle");
  await cell.focus();
  await window.press("Space");
  await expect(cell).toHaveAccessibleName("Monday 00:00 to 01:00, Unlimited");
  await window.press("Space");
  await expect(cell).toHaveAccessibleName("Monday 00:00 to 01:00, Limit");
  await page.getByTestId("plan-save").focus();
  await window.press("Enter");
  await expect(dialog).toHaveCount(0);
  await expect(profile).toHaveAccessibleName(/by your plan/);
  await window.press("Control+,");
  await page.getByTestId("settings-speed").click();
  await expect(page.getByTestId("plan-summary")).toContainText("0 are unlimited, 1 limited and 167 with the turtle");
  await window.press("Escape", "Control+z");
  await expect(profile).not.toHaveAccessibleName(/by your plan/);
});

test("hours are painted by drag, whatever the corner it begins in", async ({ page }) => {
  const window = await Window.open(page);
  await window.press("Control+l");
  await page.getByRole("menuitem", { name: "Plan for the week…" }).click();
  await page.getByTestId("plan-all-turtle").click();
  const box = async (name: string) => {
    const found = await page.getByRole("gridcell", { name: new RegExp(`^${name}`) }).boundingBox();
    if (!found) throw new Error(name);
    return { x: found.x + found.width / 2, y: found.y + found.height / 2 };
  };
  const [from, to] = [await box("Wednesday 10:00"), await box("Tuesday 08:00")];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
  await expect(page.locator("[data-look=full]")).toHaveCount(6);
});

test("settings have the speed and the queues, and are found by other words", async ({ page }) => {
  const window = await Window.open(page, "still&queues");
  await window.press("Control+,");
  await page.getByTestId("settings-speed").click();
  await page.getByTestId("setting-speed").selectOption("turtle");
  await page.getByTestId("setting-turtleLimit").fill("1 MiB");
  await page.getByTestId("setting-turtleLimit").press("Tab");
  await expect(page.getByTestId("speed-profile")).toHaveText("Turtle: 1 MiB/s");
  await page.getByTestId("setting-turtleLimit").fill("");
  await page.getByTestId("setting-turtleLimit").press("Tab");
  await expect(page.getByTestId("setting-turtleLimit-fault")).not.toBeEmpty();
  await page.getByTestId("settings-search").fill("schedule");
  await expect(page.getByTestId("queue-table")).toContainText("open 56 of 168 hours");
  await page.getByTestId("edit-queue-3").click();
  await expect(page.getByTestId("queue-name")).toHaveValue("Films");
  await page.getByTestId("queue-atOnce").fill("many");
  await window.press("Enter");
  await expect(page.getByTestId("queue-atOnce")).toBeFocused();
  await expect(page.getByTestId("queue-atOnce")).toHaveAttribute("aria-invalid", "true");
  await page.getByTestId("queue-atOnce").fill("2");
  await window.press("Enter");
  await expect(page.getByTestId("queue-table")).toContainText("2 at once");
  await expect(page.getByTestId("edit-queue-3")).toBeFocused();
});
