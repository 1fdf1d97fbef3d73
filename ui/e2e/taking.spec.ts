// Links come from wherever the person finds them: dropped, pasted, or sent by the shell.
import { expect, test } from "@playwright/test";
import { Window } from "./window";

test("a dropped link opens the dialog filled, exactly as it is", async ({ page }) => {
  const window = await Window.open(page);
  await window.drop({ "text/uri-list": "https://a.org/x%2Fy%20z.zip?q=1\r\n", "text/plain": "https://b.org/b" });
  await expect(page.getByTestId("add-text")).toHaveValue("https://a.org/x%2Fy%20z.zip?q=1");
  await expect(page.getByTestId("add-row")).toHaveCount(1);
  await expect(page.getByTestId("drop-overlay")).toHaveCount(0);
});

test("dropped text is searched for links", async ({ page }) => {
  const window = await Window.open(page);
  await window.drop({ "text/plain": "Get https://a.org/1.zip, and (see https://a.org/2.zip). Nothing else." });
  await expect(page.getByTestId("add-row")).toHaveCount(2);
});

test("a dropped text file is read", async ({ page }) => {
  const window = await Window.open(page);
  await window.drop({}, [
    { name: "links.txt", type: "text/plain", text: "https://a.org/1.zip\r\nhttps://a.org/2.zip\r\n" },
  ]);
  await expect(page.getByTestId("add-row")).toHaveCount(2);
});

test("a dropped picture is said to hold no link", async ({ page }) => {
  const window = await Window.open(page);
  await window.drop({}, [{ name: "photo.png", type: "image/png", text: "x" }]);
  await expect(page.getByTestId("toast")).toBeVisible();
  await expect(page.getByTestId("add-dialog")).toHaveCount(0);
});

test("a drop on the open dialog adds to it", async ({ page }) => {
  const window = await Window.open(page);
  await page.getByTestId("add-button").click();
  await page.getByTestId("add-text").fill("https://a.org/1.zip");
  await window.drop({ "text/uri-list": "https://a.org/2.zip" });
  await expect(page.getByTestId("add-row")).toHaveCount(2);
});

test("the overlay is there while something is dragged over the window, and only then", async ({ page }) => {
  const window = await Window.open(page);
  const drag = (kind: string) =>
    page.evaluate((kind) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.setData("text/uri-list", "https://a.org/1.zip");
      document.body.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
    }, kind);
  await drag("dragenter");
  await expect(page.getByTestId("drop-overlay")).toBeVisible();
  await drag("dragleave");
  await expect(page.getByTestId("drop-overlay")).toHaveCount(0);
  expect(await window.total()).toBe(1000);
});

test("Ctrl+V on the list opens the dialog with what was copied", async ({ page }) => {
  const window = await Window.open(page);
  await page.evaluate(() => navigator.clipboard.writeText("https://a.org/copied.zip"));
  await window.press("Control+v");
  await expect(page.getByTestId("add-text")).toHaveValue("https://a.org/copied.zip");
  await expect(page.getByTestId("add-row")).toHaveCount(1);
});

test("a copied link is offered by the dialog, and typing replaces it", async ({ page }) => {
  const window = await Window.open(page);
  await page.evaluate(() => navigator.clipboard.writeText("https://a.org/copied.zip"));
  await window.press("Control+n");
  await expect(page.getByTestId("add-text")).toHaveValue("https://a.org/copied.zip");
  await expect
    .poll(() => page.getByTestId("add-text").evaluate((field: HTMLTextAreaElement) => field.selectionEnd))
    .toBeGreaterThan(0);
  await page.keyboard.type("x");
  await expect(page.getByTestId("add-text")).toHaveValue("x");
});

test("what the shell captured opens the dialog", async ({ page }) => {
  await Window.open(page);
  await page.evaluate(() =>
    dispatchEvent(new CustomEvent("demo-captured", { detail: "https://a.org/1.zip\nhttps://a.org/2.zip" })),
  );
  await expect(page.getByTestId("add-row")).toHaveCount(2);
});

test("ten thousand links do not stop the window", async ({ page }) => {
  await Window.open(page);
  await page.getByTestId("add-button").click();
  const links = Array.from({ length: 10_000 }, (_, n) => `https://a.org/${String(n % 9500)}.zip`).join("\n");
  await page.evaluate((links) => navigator.clipboard.writeText(links), links);
  await page.getByTestId("add-text").press("Control+v");
  await expect(page.getByTestId("add-dialog")).toContainText("9,500 links · 500 duplicates merged");
  await page.getByTestId("add-confirm").click();
  await expect(page.getByTestId("add-dialog")).toBeHidden();
  await expect(page.getByTestId("download-list")).toHaveAttribute("data-total", "10500");
});
