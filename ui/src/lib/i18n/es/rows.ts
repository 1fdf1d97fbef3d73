// Spanish words of the rows of the list, and of a list that has none.
import type { Messages } from "../en";
import { name, words } from "../text";
import { bound } from "./details";
import { active, number, plural } from "./grammar";

export const empty: Messages["empty"] = {
  first: (keys) => words("Aún no hay nada", `Suelta un enlace en esta ventana, o copia uno y pulsa ${keys}.`),
  running: words("No se está descargando nada", "Lo que añadas empezará aquí."),
  queued: words("No hay nada en la cola", "Las descargas esperan aquí cuando ya hay bastantes en curso."),
  paused: words("No hay nada en pausa", "Lo que pausas se conserva y continúa desde donde se detuvo."),
  failed: words("No ha fallado nada. Bien.", "Aquí se muestran las descargas que te necesitan."),
  completed: words("Aún no hay nada completado", "Aquí se muestran los archivos completados."),
  search: (text) =>
    words(
      `Ninguna descarga coincide con «${name(text)}»`,
      "Cada palabra tiene que aparecer en el nombre, el sitio o la carpeta.",
    ),
  clearSearch: "Borrar la búsqueda",
  searchEverywhere: "Buscar en todas partes",
};

export const row: Messages["row"] = {
  more: "Más acciones",
  moreFor: (file) => `Más acciones para ${name(file)}`,
  actionFor: (action, file) => `${action}: ${name(file)}`,
  loading: "Cargando…",
  progressText: (percent, left) =>
    left === null ? `${number(percent)} por ciento` : `${number(percent)} por ciento, tiempo restante: ${left}`,
  soFar: (bytes) => `${bytes} hasta ahora`,
  selected: (count) =>
    plural(count, {
      one: "1 seleccionada",
      many: `${number(count)} seleccionadas`,
      other: `${number(count)} seleccionadas`,
    }),
  selection: (bytes, running) => (running > 0 ? `${bytes} · ${active(running)}` : bytes),
  clearSelection: "Anular la selección",
};

export const status: Messages["status"] = {
  queued: "En espera en la cola",
  probing: (host) => `Preguntando a ${name(host)}…`,
  downloading: "Descargando",
  connections: (count) =>
    plural(count, {
      one: "1 conexión",
      many: `${number(count)} de conexiones`,
      other: `${number(count)} conexiones`,
    }),
  limited: (throughput) => `limitada a ${throughput}`,
  retrying: (left, attempt, of) => `nuevo intento en ${left} (${number(attempt)} de ${number(of)})`,
  waitingForNetwork: "A la espera de la red; continúa sola",
  verifying: "Comprobando el archivo…",
  comparing: (algorithm, percent) => `Comprobando ${algorithm} · ${percent}`,
  finishing: "Colocando el archivo en su sitio…",
  paused: "En pausa",
  pausedByYou: "Pausada por ti",
  kept: (amount) => `${amount} conservados`,
  done: (when) => `Completada: ${when}`,
  notRepaired: "No se ha podido reparar",
  moving: (percent) => `Moviendo a otro disco: ${percent}`,
  reading: (percent) => `Verificando: ${percent}`,
  bound,
  names: {
    queued: "En espera",
    scheduled: "A la espera de su hora",
    mains: "A la espera de corriente",
    charge: "A la espera de que se cargue la batería",
    unmetered: "A la espera de una conexión sin uso medido",
    probing: "Preguntando al servidor",
    downloading: "Descargando",
    slowed: "Ralentizada por la tortuga",
    yielding: "Ralentizada para dejar sitio a los demás",
    retrying: "Nuevo intento en breve",
    waitingForNetwork: "A la espera de la red",
    verifying: "Comprobando",
    finishing: "Finalizando",
    paused: "En pausa",
    failed: "Fallida",
    completed: "Completada",
    missing: "Falta el archivo",
    noRoom: "En espera de espacio en el disco",
  },
};
