// Spanish words of what the computer does once a queue has ended.
import type { Messages } from "../en";
import { name } from "../text";
import { number, plural } from "./grammar";

const seconds = (left: number) =>
  plural(left, { one: "1 segundo", many: `${number(left)} de segundos`, other: `${number(left)} segundos` });

export const power: Messages["power"] = {
  ended: (queue) => `Todas las descargas de «${name(queue)}» han terminado.`,
  others: (count) =>
    plural(count, {
      one: "Hay otra descarga en curso. Continuará desde donde está la próxima vez que se abra Haul.",
      many: `Hay otros ${number(count)} de descargas en curso. Continuarán desde donde están la próxima vez que se abra Haul.`,
      other: `Hay otras ${number(count)} descargas en curso. Continuarán desde donde están la próxima vez que se abra Haul.`,
    }),
  sleep: {
    title: "El equipo se va a suspender",
    in: (left) => `Se suspenderá en ${seconds(left)}.`,
    now: "Suspender ahora",
    cancelled: "El equipo sigue activo",
  },
  shutDown: {
    title: "El equipo se va a apagar",
    in: (left) => `Se apagará en ${seconds(left)}.`,
    now: "Apagar ahora",
    cancelled: "El equipo sigue encendido",
  },
};
