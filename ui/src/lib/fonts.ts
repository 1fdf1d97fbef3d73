// The typefaces of what opens later. A web view looks for one when the first text in it is laid out, and in WebKitGTK that holds up
// the first dialog for 15 ms each: so it is done while nobody waits.
import { breathe } from "./steps";

/** Rows in sight come first. */
const SOON_MS = 400;
/** What the list has no text in. */
const FACES = ["font-weight: 600", "font-family: var(--mono)"];

export async function findFaces() {
  await new Promise((done) => setTimeout(done, SOON_MS));
  for (const face of FACES) {
    const text = document.createElement("span");
    text.ariaHidden = "true";
    text.style.cssText = `position: fixed; visibility: hidden; ${face}`;
    text.textContent = "Haul";
    document.body.append(text);
    text.getBoundingClientRect();
    text.remove();
    await breathe();
  }
}
