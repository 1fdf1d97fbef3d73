// What the window says of failures, and that each button does what it says.
import { expect, test } from "@playwright/test";
import { fail } from "./view-steps";
import { Window } from "./window";

test("a log-in is written into a dialog by keyboard, sent with the next try, and undone", async ({ page }) => {
  const window = await Window.open(page);
  await fail(page, 1, "intranet.example.org", { code: "loginNeeded", host: "intranet.example.org", status: 401 });
  await window.press("Control+5");
  const failed = page.locator("[data-testid=row]", { has: page.getByTestId("row-logIn") }).first();
  const row = window.row((await failed.getAttribute("data-name")) ?? "");
  await row.click();
  await window.press("Control+d");
  await expect(page.getByTestId("failure")).toHaveAttribute("data-code", "loginNeeded");
  await page.getByTestId("cure-logIn").focus();
  await window.press("Enter");
  await expect(page.getByTestId("log-in-user")).toBeFocused();
  await page.keyboard.type("ada:b");
  await expect(page.getByTestId("log-in").getByRole("alert")).toContainText("colon");
  await window.press("Enter");
  await expect(page.getByTestId("log-in")).toBeVisible();
  await window.press("Backspace", "Backspace", "Tab");
  await page.keyboard.type("secret");
  await window.press("Enter");
  await expect(page.getByTestId("log-in")).toHaveCount(0);
  await expect(row).toHaveCount(0);
});

test("the raw facts unfold, hold no secrets, and are copied", async ({ page }) => {
  const window = await Window.open(page);
  await window.nameOf("linux-7.1.tar.xz").click();
  await window.press("Control+d");
  await page.getByTestId("facts").locator("summary").focus();
  await window.press("Enter");
  await expect(page.getByTestId("facts")).toContainText("Cookie: hidden");
  await page.getByTestId("facts-copy").click();
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(copied).toContain("Code: ");
  expect(await copied()).not.toContain("4fd1c9e07b");
});

test("what is tried again by itself says when, and is tried at once or with one connection", async ({ page }) => {
  const window = await Window.open(page);
  const row = window.row("Fedora-Workstation-Live-44-1.7.x86_64.iso");
  await row.click();
  await window.press("Control+d");
  await expect(page.getByTestId("failure")).toContainText("Next try at");
  await page.getByTestId("cure-tryNow").click();
  await expect(page.getByTestId("failure")).toHaveCount(0);
  await expect(row).toHaveAttribute("data-activity", "probing");
});

test("one connection is what helps against a server that has too much to do", async ({ page }) => {
  const window = await Window.open(page);
  await fail(page, 1, "busy.example.org", { code: "busy", status: 429, retryAfterSecs: null });
  await window.press("Control+5");
  const row = page.locator("[data-testid=row]", { has: page.getByTestId("row-oneConnection") });
  const name = (await row.first().getAttribute("data-name")) ?? "";
  await row.first().getByTestId("row-oneConnection").click();
  await window.press("Control+1");
  await window.nameOf(name).click();
  await expect(window.row(name)).toHaveAttribute("data-state", "queued");
  await window.press("Control+d");
  await page.getByTestId("tab-request").click();
  await expect(page.getByTestId("request-connections")).toHaveValue("1");
});

test("a file that has another checksum is kept once that was asked, and the safe answer has the focus", async ({
  page,
}) => {
  const window = await Window.open(page);
  await fail(page, 1, "files.example.org", {
    code: "checksumMismatch",
    algorithm: "sha-256",
    expected: "ab".repeat(32),
    actual: "cd".repeat(32),
    by: "person",
  });
  await window.press("Control+5");
  const row = page.locator("[data-testid=row]", { has: page.getByTestId("row-keepFile") }).first();
  const name = (await row.getAttribute("data-name")) ?? "";
  await row.getByTestId("row-keepFile").click();
  await expect(page.getByTestId("confirm-cancel")).toBeFocused();
  await window.press("Tab", "Enter");
  await expect(window.row(name)).toHaveCount(0);
});

test("a part of a file that changed is kept with one press, and the new version begins", async ({ page }) => {
  const window = await Window.open(page);
  await fail(page, 1, "files.example.org", { code: "sourceChanged", was: 84, now: 91 });
  await window.press("Control+5");
  const row = page.locator("[data-testid=row]", { has: page.getByTestId("row-keepPart") }).first();
  const name = (await row.getAttribute("data-name")) ?? "";
  await expect(row.getByTestId("row-startOver")).toBeVisible();
  await row.getByTestId("row-keepPart").click();
  await expect(window.row(name)).toHaveCount(0);
});

test("who waits for room on the disk is no alarm, and says that it goes on by itself", async ({ page }) => {
  const window = await Window.open(page);
  await fail(page, 1, "files.example.org", { code: "diskFull", folder: "/d", missing: 2 ** 31, needed: 2 ** 32 });
  await window.press("Control+5");
  const row = page.locator("[data-testid=row][data-activity=noRoom]").first();
  await expect(row.getByTestId("row-sentence")).toContainText("2.00 GiB more is needed");
  await expect(row.getByTestId("row-sentence")).toContainText("by itself when there is room");
  await expect(row.getByTestId("row-freeSpace")).toBeVisible();
});

test("what a server cannot continue says so, and starts over once that was asked", async ({ page }) => {
  const window = await Window.open(page);
  await fail(page, 1, "files.example.org", { code: "notResumable", received: 512 * 1024 ** 2 });
  await window.press("Control+5");
  const failed = page.locator("[data-testid=row]", { hasText: "This server cannot continue a download" }).first();
  const row = window.row((await failed.getAttribute("data-name")) ?? "");
  await expect(row.getByTestId("row-sentence")).toContainText("It must start over");
  await row.getByTestId("row-startOver").click();
  const question = page.getByRole("alertdialog");
  await expect(question).toContainText("Start over");
  await question.getByRole("button", { name: "Start over" }).click();
  await expect(row).toHaveCount(0);
});
