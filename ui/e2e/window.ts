// The window as its tests see it.
import { expect, type Locator, type Page } from "@playwright/test";
import type { Settings } from "../src/lib/bindings";

export type Beside = "mini" | "add";

export class Window {
  constructor(readonly page: Page) {}

  /** `beside`: one of the windows beside the main one. */
  static async open(page: Page, query = "still", beside?: Beside): Promise<Window> {
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error") errors.push(message.text());
    });
    await page.goto(`/${beside ? `${beside}.html` : ""}?${query}`);
    const window = new Window(page);
    if (beside) {
      await expect(page.locator("#app > *").first()).toBeAttached();
      expect(errors).toEqual([]);
      return window;
    }
    await expect(window.list).toHaveAttribute("data-total", /\d/);
    await expect(page.locator("[data-testid=row][data-id], [data-testid=empty]").first()).toBeVisible();
    expect(errors).toEqual([]);
    return window;
  }

  get list(): Locator {
    return this.page.getByTestId("download-list");
  }

  get rows(): Locator {
    return this.page.locator("[data-testid=row][data-id]");
  }

  get selected(): Locator {
    return this.page.locator("[data-testid=row][aria-selected=true]");
  }

  row(name: string): Locator {
    return this.page.locator(`[data-testid=row][data-name="${name}"]`);
  }

  /** Where a click selects the row: in its middle there may be a button, in a language of short words. */
  nameOf(name: string): Locator {
    return this.row(name).locator("bdi.name");
  }

  total(): Promise<number> {
    return this.list.getAttribute("data-total").then(Number);
  }

  press(...keys: string[]): Promise<void> {
    return keys.reduce((before, key) => before.then(() => this.page.keyboard.press(key)), Promise.resolve());
  }

  /** As a person who sees no mouse: the focus goes into the list. */
  async enterList() {
    await this.press("ArrowDown");
    await expect(this.selected).toHaveCount(1);
  }

  /** From wherever the focus is. */
  async enterListFromBody() {
    await this.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await this.press("ArrowDown");
    await expect(this.list.locator(":focus")).toHaveCount(1);
  }

  /** As if they had been changed on their page. */
  change(settings: Partial<Settings>): Promise<void> {
    return this.page.evaluate((detail) => void dispatchEvent(new CustomEvent("demo-settings", { detail })), settings);
  }

  /** As if the shell had sent this text, again until the page listens. */
  async capture(text: string) {
    const send = () =>
      this.page.evaluate((detail) => dispatchEvent(new CustomEvent("demo-captured", { detail })), text);
    await expect
      .poll(async () => {
        await send();
        return this.page.getByTestId("add-dialog").count();
      })
      .toBe(1);
  }

  /** As if links to these files had been copied in another program. */
  async copied(...names: string[]) {
    const detail = names.map((name) => ({ url: `https://files.example.net/${name}`, name }));
    await this.page.evaluate((links) => dispatchEvent(new CustomEvent("demo-copied", { detail: links })), detail);
    await expect(this.page.getByTestId("copied")).toBeVisible();
  }

  /** Drops data on the window, or on what has this test id, as another application would; or holds it over that. */
  async drop(
    data: Record<string, string>,
    files: { name: string; type: string; text: string }[] = [],
    { on = "", altKey = false, until = "drop" }: { on?: string; altKey?: boolean; until?: "dragover" | "drop" } = {},
  ) {
    await this.page.evaluate(
      ({ data, files, on, altKey, until }) => {
        const transfer = new DataTransfer();
        for (const [type, text] of Object.entries(data)) transfer.setData(type, text);
        for (const { name, type, text } of files) transfer.items.add(new File([text], name, { type }));
        const named = document.querySelector(`[data-testid="${on}"]`);
        const target = named ?? document.elementFromPoint(500, 400) ?? document.body;
        const { x, y, width, height } = target.getBoundingClientRect();
        const at = named ? { clientX: x + width / 2, clientY: y + height / 2 } : {};
        for (const kind of ["dragenter", "dragover", ...(until === "drop" ? ["drop"] : [])]) {
          const options = { dataTransfer: transfer, bubbles: true, cancelable: true, altKey, ...at };
          const event = new DragEvent(kind, options);
          target.dispatchEvent(event);
          if (!event.defaultPrevented) throw new Error(`${kind} was left to the browser`);
        }
      },
      { data, files, on, altKey, until },
    );
  }
}
