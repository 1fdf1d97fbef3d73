// A text of ten megabytes, and ten thousand links: whoever types meanwhile is not kept waiting. What is asserted is what
// happens, and in which order; how long it takes is noted in the report, and measured by `make bench-ui`.
import { expect, test, type Page } from "@playwright/test";
import { Window } from "./window";

/** What is searched beside the page is answered only once `haulRelease()` is called; tasks that hold up the page are written down. */
async function holdAnswers(page: Page) {
  await page.addInitScript(() => {
    const held: (() => void)[] = [];
    let isHeld = true;
    const state = { tasks: [] as number[], workers: 0 };
    class Held extends Worker {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        state.workers += 1;
        this.addEventListener("message", (event) => {
          if (!isHeld || (event as MessageEvent & { again?: boolean }).again) return;
          event.stopImmediatePropagation();
          const again = Object.assign(new MessageEvent("message", { data: event.data as unknown }), { again: true });
          held.push(() => this.dispatchEvent(again));
        });
      }
    }
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) state.tasks.push(Math.round(duration));
    }).observe({ type: "longtask" });
    Object.assign(globalThis, {
      Worker: Held,
      haulState: state,
      haulRelease: () => {
        isHeld = false;
        for (const answer of held) answer();
      },
    });
  });
}

const state = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { haulState: { tasks: number[]; workers: number } }).haulState);

const texts: Record<string, () => string> = {
  "ten megabytes": () => {
    const line = (n: number) =>
      `Some words, and https://mirror${String((n % 9500) % 7)}.example.org/${String(n % 9500)}.iso (among others).\n`;
    let text = "";
    for (let n = 0; text.length < 10 * 1024 * 1024; n += 1) text += line(n);
    return text;
  },
  "ten thousand links with five hundred twice": () =>
    Array.from(
      { length: 10_000 },
      (_, n) => `https://mirror${String((n % 9500) % 7)}.example.org/${String(n % 9500)}.iso`,
    ).join("\n"),
};

for (const [name, make] of Object.entries(texts)) {
  test(`a paste of ${name} is searched beside the page, while one types`, async ({ page }) => {
    // So long a text is long on its way into the page.
    test.slow();
    await holdAnswers(page);
    const window = await Window.open(page);
    await page.evaluate((text) => navigator.clipboard.writeText(text), "no link");
    await window.press("Control+n");
    const field = page.getByTestId("add-text");
    await expect(field).toBeFocused();
    await page.evaluate((text) => navigator.clipboard.writeText(text), make());
    const before = (await state(page)).tasks.length;
    await window.press("Control+v");

    // Nobody has answered yet, and the window is at one's service.
    const attached = page.getByTestId("add-attached-text");
    await expect(attached).toHaveAttribute("data-state", "reading");
    expect((await state(page)).workers).toBe(1);
    await page.keyboard.type("typed meanwhile");
    await expect(field).toHaveValue("typed meanwhile");
    await expect(page.getByTestId("add-row")).toHaveCount(0);

    await page.evaluate(() => (globalThis as unknown as { haulRelease: () => void }).haulRelease());
    await expect(attached).toHaveAttribute("data-state", "found");
    await expect(page.getByTestId("add-dialog")).toContainText(/9,500 links · [\d,]+ duplicates merged/);
    await expect(page.getByTestId("add-group")).toHaveCount(7);
    await expect(field).toHaveValue("typed meanwhile");
    const { tasks } = await state(page);
    const longest = Math.max(0, ...tasks.slice(before));
    test.info().annotations.push({ type: `longest task: ${String(longest)} ms` });
  });
}
