// German words of the list of what was said of late, and of downloads that failed together.
import type { Messages } from "../en";
import { name } from "../text";
import { number, plural } from "./grammar";

export const notifications: Messages["notifications"] = {
  title: "Mitteilungen",
  button: (unseen) =>
    unseen === 0
      ? "Mitteilungen"
      : plural(unseen, { one: "Mitteilungen, 1 ungesehen", other: `Mitteilungen, ${number(unseen)} ungesehen` }),
  none: "In letzter Zeit gab es nichts zu sagen.",
  clear: "Alle entfernen",
  close: "Schließen",
  dismiss: (text) => `Ausblenden: ${text}`,
};

export const batch: Messages["batch"] = {
  ofHost: (count, host) =>
    plural(count, {
      one: `1 Download von ${name(host)} ist gescheitert`,
      other: `${number(count)} Downloads von ${name(host)} sind gescheitert`,
    }),
  here: (count) =>
    plural(count, { one: "1 Download ist gescheitert", other: `${number(count)} Downloads sind gescheitert` }),
  actions: "Was sich für alle tun lässt",
  show: "Zeigen",
  dismiss: "Ausblenden",
};
