// Spanish words of the keys.
import type { Messages } from "../en";
import { name } from "../text";

export const keyboard: Messages["keyboard"] = {
  actions: "Teclas de todas las acciones",
  action: "Acción",
  keys: "Teclas",
  none: "Sin teclas",
  press: "Pulsa las nuevas teclas…",
  add: (action) => `Añadir teclas a «${name(action)}»`,
  remove: (keys, action) => `Quitar ${name(keys)} a «${name(action)}»`,
  reset: (action) => `Restablecer las teclas de «${name(action)}»`,
  resetAll: "Restablecer todas las teclas",
  conflict: (keys, action) => `${name(keys)} ya significa «${name(action)}».`,
  take: "Usar aquí",
  cancel: "Cancelar",
  reserved: (keys) => `${name(keys)} mueve el foco y no se puede asignar.`,
  search: "Buscar un atajo",
  nothing: (text) => `Ningún atajo coincide con «${name(text)}».`,
  print: "Imprimir",
  change: "Cambiar las teclas…",
  fixedGroup: "En la lista",
  fixed: {
    move: "Mover el foco y seleccionar",
    extend: "Ampliar la selección",
    focus: "Mover solo el foco",
    space: "Seleccionar o no, pausar o reanudar",
    buttons: "Ir a los botones de una fila y volver",
    letters: "Ir al siguiente nombre que empiece así",
    menu: "Menú de lo que tiene el foco",
    escape: "Cerrar, borrar la búsqueda, no seleccionar nada",
  },
  menuKey: "Menú",
};
