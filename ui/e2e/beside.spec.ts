// The windows beside the main one, as pages of their own.
import { expect, test } from "@playwright/test";
import { Window } from "./window";

declare global {
  var shown: unknown[] | undefined;
}

test("what is dropped on the mini window is added", async ({ page }) => {
  await Window.open(page, "still", "mini");
  const drag = (kind: string, on = "body") =>
    page.locator(on).evaluate((node, kind) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.setData("text/uri-list", "https://a.org/1.zip\r\nhttps://a.org/2.zip");
      node.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
    }, kind);
  // From one thing to the next, and out.
  await drag("dragenter");
  await drag("dragenter", "main");
  await drag("dragleave");
  await expect(page.getByTestId("mini-drop")).toContainText("Add 2 links");
  await drag("dragleave", "main");
  await expect(page.getByTestId("mini-drop")).toHaveCount(0);

  const taken = page.evaluate(
    () =>
      new Promise((resolve) => {
        addEventListener("demo-taken", (event) => {
          const { text, atOnce } = (event as CustomEvent<{ text: string; atOnce: boolean }>).detail;
          resolve([text, atOnce]);
        });
      }),
  );
  await drag("drop");
  expect(await taken).toEqual(["https://a.org/1.zip\nhttps://a.org/2.zip", true]);
});

test("the mini window has a line for each download that runs, which leads to it", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 96 });
  const { press } = await Window.open(page, "still", "mini").then((window) => ({ press: window.press.bind(window) }));
  await expect(page.getByTestId("mini-row")).toHaveCount(6);
  await expect(page.getByTestId("mini-row").first()).toContainText("%");
  await page.evaluate(() => {
    globalThis.shown = [];
    addEventListener("demo-shown", (event) => globalThis.shown?.push((event as CustomEvent).detail));
  });
  await press("Tab", "Enter");
  await expect.poll(() => page.evaluate(() => globalThis.shown?.length)).toBe(1);
});

test("the add window closes with its dialog", async ({ page }) => {
  await page.setViewportSize({ width: 560, height: 520 });
  const window = await Window.open(page, "still", "add");
  await window.capture("https://files.example.net/new.zip");
  await expect(page.getByTestId("add-text")).toHaveValue("https://files.example.net/new.zip");
  await expect(page.getByTestId("add-row")).toHaveCount(1);
  const box = await page.getByTestId("add-dialog").boundingBox();
  expect(box).toEqual({ x: 0, y: 0, width: 560, height: 520 });
  await window.press("Control+Enter");
  await expect(page.getByTestId("add-dialog")).toHaveCount(0);
});
