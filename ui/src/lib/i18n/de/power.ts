// German words of what the computer does once a queue has ended.
import type { Messages } from "../en";
import { name } from "../text";
import { number, plural } from "./grammar";

const seconds = (left: number) => plural(left, { one: "1 Sekunde", other: `${number(left)} Sekunden` });

export const power: Messages["power"] = {
  ended: (queue) => `Alle Downloads von „${name(queue)}“ sind beendet.`,
  others: (count) =>
    plural(count, {
      one: "1 anderer Download läuft noch. Er geht beim nächsten Start weiter, wo er ist.",
      other: `${number(count)} andere Downloads laufen noch. Sie gehen beim nächsten Start weiter, wo sie sind.`,
    }),
  sleep: {
    title: "Der Computer geht schlafen",
    in: (left) => `Er geht in ${seconds(left)} schlafen.`,
    now: "Jetzt schlafen",
    cancelled: "Der Computer bleibt wach",
  },
  shutDown: {
    title: "Der Computer schaltet sich aus",
    in: (left) => `Er schaltet sich in ${seconds(left)} aus.`,
    now: "Jetzt ausschalten",
    cancelled: "Der Computer bleibt an",
  },
};
