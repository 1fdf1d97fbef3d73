// What does not fit into the window: texts that are cut where nothing says so, and controls that nobody gets to.
import { expect, type Page } from "@playwright/test";

/** Nothing is cut off without a word, all that can be pressed is within reach, and the page is no wider than the window. */
export async function expectToFit(page: Page, how = "") {
  const found = await page.evaluate(() => [...cutTexts(), ...lostControls(), ...lostDecisions()]);
  expect.soft(found, how).toEqual([]);
  expect.soft(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), how).toBe(true);
}

/** Where the functions below are once a page is there: they share what they know. */
export function bringRuler(page: Page) {
  return page.addInitScript(() => {
    Object.assign(globalThis, { cutTexts, lostControls, lostDecisions });

    /** Texts that do not fit, in their own box or in one around it: no ellipsis with a title, nothing to scroll. */
    function cutTexts(): string[] {
      return [...document.body.querySelectorAll<HTMLElement>("*")]
        .filter(
          (element) => hasText(element) && isShown(element) && isOnTop(element) && !element.closest("textarea, option"),
        )
        .flatMap((element) => {
          const why = cut(element);
          return why ? [`${why}: ${told(element)}`] : [];
        });
    }

    function cut(element: HTMLElement): string | null {
      const style = getComputedStyle(element);
      const isWide = element.scrollWidth > element.clientWidth + 1;
      if (style.textOverflow === "ellipsis") {
        return isWide && style.overflowX !== "visible" && !element.closest("[title]") ? "cut without a title" : null;
      }
      if (isWide && !isScrolled(style.overflowX)) {
        const isBox =
          style.overflowX !== "visible" || element.matches("button, [role=menuitem], [role=tab], th, label");
        if (isBox) return "wider than its box";
      }
      const isTall = element.scrollHeight > element.clientHeight + 2;
      if (isTall && ["hidden", "clip"].includes(style.overflowY) && !element.closest("[title]"))
        return "higher than its box";
      return outside(element, (around) => getComputedStyle(around).textOverflow === "ellipsis");
    }

    /** Buttons, fields and links that are not in the window, and cannot be scrolled there either. */
    function lostControls(): string[] {
      return [
        ...document.body.querySelectorAll<HTMLElement>("button, input, select, textarea, summary, a, [tabindex='0']"),
      ]
        .filter((element) => isShown(element) && isOnTop(element))
        .flatMap((element) => {
          const why = outside(element, () => false) ?? covered(element);
          return why ? [`${why}: ${told(element)}`] : [];
        });
    }

    /** What ends a dialog is there without scrolling. */
    function lostDecisions(): string[] {
      return [...document.querySelectorAll<HTMLElement>("dialog[open] button.primary, dialog[open] button.danger")]
        .filter((element) => isShown(element) && isOnTop(element) && !isInView(element))
        .map((element) => `not in view: ${told(element)}`);
    }

    function hasText(element: Element): boolean {
      return [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
    }

    function isShown(element: HTMLElement): boolean {
      const { width, height } = element.getBoundingClientRect();
      // What takes a pixel is there for who hears it.
      if (width <= 1 || height <= 1 || element.closest(".hidden, [aria-hidden=true]")) return false;
      return element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
    }

    /** Not behind what has to be answered first. */
    function isOnTop(element: Element): boolean {
      const over = [...document.querySelectorAll("dialog[open], .menus")].at(-1);
      return !over || over.contains(element) || (over.matches("dialog") && element.contains(over));
    }

    function isScrolled(overflow: string): boolean {
      return overflow === "auto" || overflow === "scroll";
    }

    /** How it lies out of what can be seen or scrolled to. */
    function outside(element: HTMLElement, mayEnd: (around: Element) => boolean): string | null {
      let { left, right, top, bottom } = element.getBoundingClientRect();
      let isFixed = getComputedStyle(element).position === "fixed";
      for (
        let around = element.parentElement;
        around && around !== document.body && !isFixed;
        around = around.parentElement
      ) {
        const style = getComputedStyle(around);
        const box = around.getBoundingClientRect();
        if (mayEnd(around)) return null;
        if (isScrolled(style.overflowX)) [left, right] = [Math.max(left, box.left), Math.min(right, box.right)];
        else if (style.overflowX !== "visible" && (left < box.left - 1 || right > box.right + 1))
          return "cut at its side";
        if (isScrolled(style.overflowY)) {
          if (around.clientHeight < Math.min(bottom - top, 24) - 1) return "no room to scroll to it";
          [top, bottom] = [box.top, box.bottom];
        } else if (style.overflowY !== "visible" && (top < box.top - 2 || bottom > box.bottom + 2))
          return "cut at its height";
        isFixed = style.position === "fixed";
      }
      const isBeside = left < -1 || right > innerWidth + 1 || top < -1 || bottom > innerHeight + 1;
      return isBeside ? "outside the window" : null;
    }

    function isInView(element: HTMLElement): boolean {
      const { left, top, width, height } = element.getBoundingClientRect();
      const at = document.elementFromPoint(left + width / 2, top + height / 2);
      return at !== null && (element.contains(at) || at.contains(element));
    }

    /** By something else that stays there. */
    function covered(element: HTMLElement): string | null {
      const { left, top, width, height } = element.getBoundingClientRect();
      const at = document.elementFromPoint(left + width / 2, top + height / 2);
      if (!at || element.contains(at) || at.contains(element) || at.closest("label")?.contains(element)) return null;
      // A message goes by; a menu beside another closes again; what stays at the end of a page gives way to what has the focus.
      if (at.closest("[data-testid=toast], [data-testid=copied], [role=menu]")) return null;
      if (isSticky(at)) return null;
      // It is scrolled away, and can come back.
      for (let around = element.parentElement; around; around = around.parentElement) {
        if (!isScrolled(getComputedStyle(around).overflowY)) continue;
        const box = around.getBoundingClientRect();
        // The edge of what lies beside it takes a few pixels of it.
        if (top + height / 2 < box.top + 8 || top + height / 2 > box.bottom - 8) return null;
        if (left + width / 2 < box.left || left + width / 2 > box.right) return null;
      }
      return `covered by ${told(at)}`;
    }

    function isSticky(at: Element): boolean {
      for (let around: Element | null = at; around; around = around.parentElement) {
        if (getComputedStyle(around).position === "sticky") return true;
      }
      return false;
    }

    function told(element: Element): string {
      const name = element.getAttribute("data-testid") ?? element.getAttribute("aria-label") ?? "";
      return `${element.tagName} ${name} ${element.className.toString()} “${element.textContent?.trim().slice(0, 60) ?? ""}”`;
    }
  });
}

declare function cutTexts(): string[];
declare function lostControls(): string[];
declare function lostDecisions(): string[];
