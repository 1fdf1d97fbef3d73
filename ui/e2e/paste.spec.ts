// What people paste into the add dialog: patterns, commands, ten thousand links, and servers that ask who is there.
import { expect, test, type Page } from "@playwright/test";
import { Window } from "./window";

async function openWith(page: Page, text: string): Promise<Window> {
  const window = await Window.open(page);
  await window.press("Control+n");
  await page.getByTestId("add-text").fill(text);
  return window;
}

test("a pattern is one line that opens, and all of it is added by keyboard", async ({ page }) => {
  const window = await openWith(page, "https://files.example.net/[01-12].zip");
  const before = await window.total();
  const group = page.getByTestId("add-group");
  await expect(group).toContainText(/01\.zip.* … .*12\.zip/);
  await expect(page.getByTestId("add-confirm")).toHaveText("Download 12");
  await page.getByTestId("add-group-toggle").press("Enter");
  await expect(page.getByTestId("add-row").first()).toBeVisible();
  await expect(group).toContainText("All asked");
  await window.press("Control+Enter");
  await expect.poll(() => window.total()).toBe(before + 12);
});

test("a command of curl brings its headers, and says what it cannot bring", async ({ page }) => {
  await openWith(page, "curl 'https://a.example.org/f.zip' -H 'Cookie: id=1' --data 'x'");
  await expect(page.getByTestId("add-row")).toHaveCount(1);
  await expect(page.getByTestId("add-remark")).toContainText("This command sends something");
});

test("ten thousand links with five hundred twice are counted by site, and few lines exist", async ({ page }) => {
  const links = Array.from({ length: 10_000 }, (_, n) => `https://mirror${String(n % 7)}.example.org/${String(n)}.iso`);
  const window = await openWith(page, "");
  const text = [...links, ...links.slice(0, 500)].join("\n");
  await page.evaluate((text) => navigator.clipboard.writeText(text), text);
  await page.getByTestId("add-text").press("Control+v");
  await expect(page.getByTestId("add-dialog")).toContainText("10,000 links");
  await expect(page.getByTestId("add-dialog")).toContainText("500 duplicates merged");
  await expect(page.getByTestId("add-group")).toHaveCount(7);
  await page.getByTestId("add-group-toggle").first().click();
  expect(await page.getByTestId("add-row").count()).toBeLessThan(30);
  await page.getByTestId("add-ask").first().click();
  await expect(page.locator("[data-testid=add-row][data-answer=probed]").first()).toBeVisible();
  const before = await window.total();
  await window.press("Control+Shift+Enter");
  await expect.poll(() => window.total()).toBe(before + 10_000);
});

test("of many links those of one kind are taken, by keyboard", async ({ page }) => {
  const endings = ["mkv", "mkv", "mkv", "zip", "pdf"];
  const links = Array.from({ length: 600 }, (_, n) => `https://a.example.org/${String(n)}.${endings[n % 5] ?? ""}`);
  const window = await openWith(page, links.join("\n"));
  const confirm = page.getByTestId("add-confirm");
  await expect(confirm).toHaveText("Download 600");
  await page.getByTestId("add-choose").press("Enter");
  const item = (name: RegExp) => page.getByRole("menuitem", { name });
  await expect(item(/^Only .*Video.* \(360\)/)).toBeVisible();
  await expect(item(/^All$/)).toBeFocused();
  // All, none, the others, and then the most frequent kind.
  for (let step = 0; step < 3; step += 1) await window.press("ArrowDown");
  await window.press("Enter");
  await expect(confirm).toHaveText("Download 360");
  await page.getByTestId("add-choose").click();
  await item(/^The others$/).click();
  await expect(confirm).toHaveText("Download 240");
  const before = await window.total();
  await window.press("Control+Shift+Enter");
  await expect.poll(() => window.total()).toBe(before + 240);
});

test("a server that asks who is there is answered beside its link", async ({ page }) => {
  await openWith(page, "https://intranet.example.com/login/report.pdf");
  const logIn = page.getByTestId("add-log-in");
  await logIn.getByPlaceholder("User name").fill("ada");
  await logIn.getByPlaceholder("Password").fill("secret");
  await logIn.getByPlaceholder("Password").press("Enter");
  // The demo lets nobody in: it is asked again, and the fields stay.
  await expect(page.getByTestId("add-log-in")).toBeVisible();
  await expect(page.getByTestId("add-dialog")).toBeVisible();
});
