// Names that are no ordinary ones: wherever a name stands, it lies about nothing, moves nothing out of its place, and is cut
// between two signs.
import { expect, test, type Locator } from "@playwright/test";
import { bringRuler, expectToFit } from "./fits";
import { takePicture } from "./pictures";
import { Window } from "./window";

const FACE = "😀";
const FAMILY = "👨‍👩‍👧‍👦";

async function add(window: Window, ...names: string[]) {
  await window.press("Control+n");
  const links = names.map((name) => `https://example.org/${encodeURIComponent(name)}`);
  await window.page.getByTestId("add-text").fill(links.join("\n"));
  await expect(window.page.getByTestId("add-row")).toHaveCount(names.length);
}

/** What is written and said in the window and would turn the letters after it round: of its texts, tooltips, names and fields. */
function turning(window: Window): Promise<string[]> {
  return window.page.evaluate(() => {
    const said = [...document.querySelectorAll("body *")].flatMap((element) => [
      ...[...element.childNodes].map((node) => (node.nodeType === Node.TEXT_NODE ? (node.textContent ?? "") : "")),
      element.getAttribute("title") ?? "",
      element.getAttribute("aria-label") ?? "",
      element.getAttribute("aria-valuetext") ?? "",
      element instanceof HTMLInputElement ? element.value : "",
    ]);
    return said.filter((text) => /[\u202a-\u202e]/.test(text));
  });
}

/** Where each of its two parts ends, it is not within a sign. */
async function expectWholeSigns(name: Locator, signs: string[]) {
  const parts = await name.locator("span").allTextContents();
  expect(parts.join("")).toBe(signs.join(""));
  const lengths = signs.reduce<number[]>((ends, sign) => [...ends, (ends.at(-1) ?? 0) + sign.length], [0]);
  expect(lengths).toContain(parts[0]?.length);
  expect(parts[1]).not.toBe("");
}

const steps = (window: Window): [string, () => Promise<void>][] => [
  ["row", () => Promise.resolve()],
  ["drawer", () => window.press("Control+d")],
  ["files", () => window.page.getByTestId("tab-files").click()],
  ["log", () => window.page.getByTestId("tab-log").click()],
  [
    "rename",
    async () => {
      await window.press("Control+d");
      await window.page.locator("[data-testid=row][aria-selected=true]").focus();
      await window.press("F2");
      await expect(window.page.getByTestId("name-field")).toBeFocused();
    },
  ],
  [
    "change link",
    async () => {
      await window.press("Escape", "Control+e");
      await expect(window.page.getByTestId("renew-url")).toBeVisible();
    },
  ],
  [
    "palette",
    async () => {
      await window.press("Escape", "Control+k");
      await expect(window.page.getByTestId("palette-field")).toBeFocused();
      await window.page.keyboard.type("invoice");
      await expect(window.page.getByTestId("palette-line").first()).toBeVisible();
    },
  ],
  [
    "announced",
    async () => {
      await window.press("Escape", "Control+Shift+I");
      await expect(window.page.getByTestId("announcer")).not.toBeEmpty();
    },
  ],
];

test("a name that lies about its ending is shown with what it hides, wherever it stands", async ({ page }) => {
  const window = await Window.open(page);
  await add(window, "invoice\u202efdp.exe");
  expect(await turning(window)).toEqual([]);
  await window.press("Control+Enter");
  const row = page.locator("[data-testid=row][data-name^=invoice]");
  await expect(row.locator("bdi")).toHaveText("invoice\ufffdfdp.exe");
  await row.locator("bdi.name").click();
  for (const [where, go] of steps(window)) {
    await go();
    expect.soft(await turning(window), where).toEqual([]);
  }
});

test("what stands in for a sign that lies is no part of the name that somebody writes", async ({ page }) => {
  const window = await Window.open(page);
  await add(window, "invoice\u202efdp.exe");
  const name = page.getByTestId("add-name");
  await expect(name).toHaveValue("invoice\ufffdfdp.exe");
  await name.focus();
  await window.press("Control+a");
  await page.keyboard.insertText("bill\ufffdfdp.exe");
  await window.press("Enter");
  await expect(name).toHaveValue("billfdp.exe");
});

for (const [what, sign] of [
  ["255 emoji", FACE],
  ["255 families of emoji", FAMILY],
] as const) {
  test(`a name of ${what} is cut between two of them, and nothing gives way to it`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await bringRuler(page);
    const window = await Window.open(page);
    const signs = [...Array.from({ length: 255 }, () => sign), ..."invoice.mkv"];
    await add(window, signs.join(""));
    await expectToFit(page, "add");
    await window.press("Control+Enter");
    const row = window.rows.first();
    const name = row.locator("bdi.name");
    await expectWholeSigns(name, signs);
    // Its row is like any other.
    const [mine, other] = [await row.boundingBox(), await window.rows.nth(1).boundingBox()];
    expect([mine?.width, mine?.height]).toEqual([other?.width, other?.height]);
    await expect(row.getByTestId("progress")).toBeInViewport();
    await name.click();
    for (const [where, go] of steps(window)) {
      await go();
      await takePicture(page, `name-of-${what.replaceAll(" ", "-")}-${where.replace(" ", "-")}`);
      await expectToFit(page, where);
    }
    await window.press("Delete");
    await expect(page.getByTestId("toast").filter({ hasText: "Removed" })).toBeVisible();
    await expectToFit(page, "toast");
  });
}
