// Spanish words of the first start.
import type { Messages } from "../en";
import { number, plural } from "./grammar";

export const welcome: Messages["welcome"] = {
  title: "Te damos la bienvenida a Haul",
  folder: (path) => `Las descargas van a ${path}.`,
  change: "Cambiar…",
  bring: (count, program) =>
    plural(count, {
      one: `Traer ${number(count)} descarga sin terminar de ${program}`,
      many: `Traer ${number(count)} de descargas sin terminar de ${program}`,
      other: `Traer ${number(count)} descargas sin terminar de ${program}`,
    }),
  brought:
    "Lo que aria2 y Motrix ya tienen se aprovecha si el servidor sigue teniendo lo mismo; las demás empiezan de nuevo. Allí no cambia nada.",
  private: "No se envía nada a ninguna parte: no hace falta ninguna cuenta y nadie registra lo que haces.",
  more: "Todos los ajustes",
  start: "Empezar",
  close: "Cerrar",
};
