// Spanish words of the first start.
import type { Messages } from "../en";

export const welcome: Messages["welcome"] = {
  title: "Te damos la bienvenida a Haul",
  folder: (path) => `Las descargas van a ${path}.`,
  change: "Cambiar…",
  private: "No se envía nada a ninguna parte: no hace falta ninguna cuenta y nadie registra lo que haces.",
  more: "Todos los ajustes",
  start: "Empezar",
  close: "Cerrar",
};
