// Links come from wherever the person finds them: dropped, pasted, or sent by the shell.
import { expect, test } from "@playwright/test";
import { Window } from "./window";

test("a link dropped with Alt opens the dialog filled, exactly as it is", async ({ page }) => {
  const window = await Window.open(page);
  const link = { "text/uri-list": "https://a.org/x%2Fy%20z.zip?q=1\r\n", "text/plain": "https://b.org/b" };
  await window.drop(link, [], { altKey: true });
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

test("what letting go would do is seen above an open dialog", async ({ page }) => {
  await Window.open(page);
  await page.getByTestId("add-button").click();
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.setData("text/uri-list", "https://a.org/2.zip");
    document
      .querySelector("dialog")
      ?.dispatchEvent(new DragEvent("dragenter", { dataTransfer, bubbles: true, cancelable: true }));
  });
  const overlay = page.getByTestId("drop-overlay");
  await expect(overlay).toContainText("Add 1 link");
  // What the browser lays above the page lies in the order in which it came.
  expect(await overlay.evaluate((node) => node.matches(":popover-open"))).toBe(true);
});

test("the overlay says what letting go would do, and is there only while something is dragged", async ({ page }) => {
  const window = await Window.open(page);
  const drag = (kind: string) =>
    page.evaluate((kind) => {
      const dataTransfer = new DataTransfer();
      const links = Array.from({ length: 12 }, (_, n) => `https://a.org/${String(n)}.zip`);
      dataTransfer.setData("text/uri-list", links.join("\r\n"));
      document.body.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
    }, kind);
  await drag("dragenter");
  await expect(page.getByTestId("drop-overlay")).toContainText("Add 12 links");
  await drag("dragleave");
  await expect(page.getByTestId("drop-overlay")).toHaveCount(0);
  expect(await window.total()).toBe(1000);
});

test("a few links start at once, are said, and are taken back", async ({ page }) => {
  const window = await Window.open(page);
  await page.evaluate(() => navigator.clipboard.writeText("https://a.org/copied.zip\nhttps://a.org/b.zip"));
  await window.press("Control+v");
  await expect(window.row("copied.zip")).toHaveCount(1);
  await expect(page.getByTestId("toast")).toContainText("2 downloads added");
  await expect(page.getByTestId("add-dialog")).toHaveCount(0);
  await window.press("Control+z");
  await expect(window.list).toHaveAttribute("data-total", "1000");
  await window.drop({ "text/uri-list": "https://a.org/x%2Fy%20z.zip" });
  await expect(window.list).toHaveAttribute("data-total", "1001");
  await page.getByTestId("toast-offer").last().click();
  await expect(window.list).toHaveAttribute("data-total", "1000");
});

test("more links, words around them, a pattern and what is here already are shown first", async ({ page }) => {
  const window = await Window.open(page);
  const many = Array.from({ length: 6 }, (_, n) => `https://a.org/${String(n)}.zip`).join("\n");
  const here = "https://download.blender.org/pub/blender-5.1.0-linux-x64.tar.xz";
  for (const text of [many, "Get https://a.org/1.zip", "https://a.org/[1-3].zip", here]) {
    await page.evaluate((text) => navigator.clipboard.writeText(text), text);
    await window.press("Control+v");
    await expect(page.getByTestId("add-text")).toHaveValue(text);
    await window.press("Escape");
    await expect(page.getByTestId("add-dialog")).toHaveCount(0);
  }
  expect(await window.total()).toBe(1000);
});

test("twelve links dropped on a queue are in it, with a way back; with Alt they are shown first", async ({ page }) => {
  const window = await Window.open(page, "still&queues");
  const links = Array.from({ length: 12 }, (_, n) => `https://a.org/${String(n)}.zip`).join("\r\n");
  const night = page.getByTestId("filter-queue:2");
  await window.drop({ "text/uri-list": links }, [], { on: "filter-queue:2" });
  await expect(page.getByTestId("toast")).toContainText(/12 downloads added to .*Night/);
  await expect(window.list).toHaveAttribute("data-total", "1012");
  await night.click();
  await expect(window.row("11.zip")).toHaveCount(1);
  await window.press("Control+z");
  await expect(window.row("11.zip")).toHaveCount(0);
  await window.drop({ "text/uri-list": links }, [], { on: "filter-queue:2", altKey: true });
  await expect(page.getByTestId("add-queue")).toHaveValue("2");
  await expect(page.getByTestId("add-row")).not.toHaveCount(0);
});

for (const [entry, says] of [
  ["tag:to read", "to read"],
  ["kind:video", "Video"],
] as const) {
  test(`links dropped on ${entry} say what that does, belong there, and leave with Ctrl+Z`, async ({ page }) => {
    const window = await Window.open(page);
    const place = page.getByTestId(`filter-${entry}`);
    await place.scrollIntoViewIfNeeded();
    const before = Number(await place.getAttribute("data-count"));
    const links = "https://a.org/1.bin\r\nhttps://a.org/2.bin";
    await window.drop({ "text/uri-list": links }, [], { on: `filter-${entry}`, until: "dragover" });
    await expect(page.getByTestId("drop-into")).toContainText(says);
    await window.drop({ "text/uri-list": links }, [], { on: `filter-${entry}` });
    await expect(page.getByTestId("drop-into")).toHaveCount(0);
    await expect(place).toHaveAttribute("data-count", String(before + 2));
    await place.click();
    await expect(window.row("2.bin")).toHaveCount(1);
    await window.press("Control+z");
    await expect(window.row("2.bin")).toHaveCount(0);
    await expect(place).toHaveAttribute("data-count", String(before));

    await window.drop({ "text/uri-list": links }, [], { on: `filter-${entry}`, altKey: true });
    await expect(page.getByTestId("add-row")).toHaveCount(2);
    await window.press("Control+Enter");
    await expect(page.getByTestId("add-dialog")).toHaveCount(0);
    await expect(place).toHaveAttribute("data-count", String(before + 2));
  });
}

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
