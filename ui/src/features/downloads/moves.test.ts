import { demo } from "$lib/demo/demo";
import { Session } from "$features/window/session.svelte";
import { afterEach, expect, test } from "vitest";
import { moveByKey } from "./moves";
import { until } from "../../test-until";

afterEach(() => document.body.replaceChildren());

async function rowWithButtons(direction: "ltr" | "rtl") {
  const session = new Session(demo(new URLSearchParams("rows=5&still")));
  await session.start();
  await until(() => expect(session.downloads.known).toBe(true));
  document.body.innerHTML = `<div role="row" data-id="1" tabindex="0" style="direction: ${direction}"><button id="one"></button><button id="two"></button></div>`;
  const row = document.querySelector<HTMLElement>("[role=row]");
  row?.addEventListener("keydown", (event) => moveByKey(event, session, 10, () => undefined));
  row?.focus();
  return (key: string) => {
    document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    return document.activeElement?.id || document.activeElement?.role;
  };
}

test.each([
  ["ltr", "ArrowRight", "ArrowLeft"],
  ["rtl", "ArrowLeft", "ArrowRight"],
] as const)("%s: %s leads into the buttons of a row and on, %s back", async (direction, on, back) => {
  const press = await rowWithButtons(direction);
  expect([on, on, on, back, back].map(press)).toEqual(["one", "two", "two", "one", "row"]);
  expect(press(back)).toBe("row");
});
