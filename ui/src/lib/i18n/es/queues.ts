// Spanish words of queues, and of when a download starts.
import type { Messages } from "../en";
import { name, words, type QueueErrorWords } from "../text";
import { number, plural } from "./grammar";

export const queueError: QueueErrorWords = {
  noName: () => "Pon un nombre a la cola.",
  nameTaken: (error) => `Ya hay una cola «${name(error.name)}». Elige otro nombre.`,
  outOfRange: ({ min, max }) => `Elige un número del ${number(min)} al ${number(max)}.`,
  badFolder: () => "Elige una ruta completa, por ejemplo, /home/yo/Descargas.",
  isDefault: () => "La cola predeterminada siempre existe: en ella está lo que no está en ninguna otra.",
};

const downloads = (count: number) =>
  plural(count, { one: "1 descarga", many: `${number(count)} de descargas`, other: `${number(count)} descargas` });

export const waiting: Messages["waiting"] = {
  waiting: "En espera",
  running: (running, atOnce, queue) =>
    running > atOnce
      ? `${number(running)} en curso en «${name(queue)}»`
      : `${number(running)} de ${number(atOnce)} en curso en «${name(queue)}»`,
  runningOverall: (running, atOnce) =>
    running > atOnce
      ? `${number(running)} en curso en total`
      : `${number(running)} de ${number(atOnce)} en curso en total`,
  place: (place) => `${number(place)}.ª en la cola`,
  soon: (left) => `en unos ${left}`,
  startsAt: (when) => `inicio: ${when.text}`,
  opensAt: (when, queue) => `inicio: ${when.text}, en «${name(queue)}»`,
  noHours: (queue) => `«${name(queue)}» no tiene ninguna hora en que esté abierta`,
  queuePaused: (queue) => `«${name(queue)}» está en pausa`,
  mains: "el equipo funciona con batería",
  charge: (percent) => `la batería está por debajo del ${percent}`,
  unmetered: "la conexión es de uso medido",
};

export const queues: Messages["queues"] = {
  heading: "Colas",
  default: "Predeterminada",
  pausedMark: "en pausa",
  isPaused: (queue) => `${queue} está en pausa`,
  neverOpens: (queue) => `${queue} no tiene ninguna hora en que esté abierta`,
  opens: (queue, when) => `${queue} está cerrada. Se abre: ${when.text}`,
  closes: (queue, when) => `${queue} está abierta. Se cierra: ${when.text}`,
  empty: words("No hay nada en esta cola", "Arrastra descargas hasta ella, o elígela en su menú."),
  synonyms: "plan planificador programar horario horas noche apagar suspender paralelo simultáneo",
  editThis: (queue) => `Editar ${name(queue)}`,
  summary: {
    atOnce: (count) => `${number(count)} a la vez`,
    limit: (amount) => `${amount} como máximo`,
    hours: (count) => `abierta ${number(count)} de 168 horas`,
    always: "siempre abierta",
  },
  rename: "Cambiar nombre…",
  colour: "Color",
  noColour: "Sin color",
  colours: {
    red: "Rojo",
    orange: "Naranja",
    yellow: "Amarillo",
    green: "Verde",
    teal: "Turquesa",
    blue: "Azul",
    purple: "Morado",
    grey: "Gris",
  },
  edit: "Editar horario…",
  pause: "Pausar la cola",
  resume: "Reanudar la cola",
  earlier: "Subir",
  later: "Bajar",
  remove: "Eliminar la cola",
  isDefault: "La cola predeterminada siempre existe.",
  isFirst: "Es la primera cola.",
  isLast: "Es la última cola.",
  priority: { high: "Alta", normal: "Normal", low: "Baja" },
  assigned: (count, queue) =>
    plural(count, {
      one: `1 descarga movida a ${name(queue)}`,
      many: `${number(count)} de descargas movidas a ${name(queue)}`,
      other: `${number(count)} descargas movidas a ${name(queue)}`,
    }),
  prioritized: (count, priority) => `Prioridad de ${downloads(count)}: ${priority}`,
  startedNow: (count) =>
    plural(count, {
      one: "1 descarga iniciada sin esperar en la cola",
      many: `${number(count)} de descargas iniciadas sin esperar en la cola`,
      other: `${number(count)} descargas iniciadas sin esperar en la cola`,
    }),
  startsAt: (count, when) => `Inicio de ${downloads(count)}: ${when.text}`,
  startsInTurn: (count) =>
    plural(count, {
      one: "1 descarga se iniciará cuando le toque",
      many: `${number(count)} de descargas se iniciarán cuando les toque`,
      other: `${number(count)} descargas se iniciarán cuando les toque`,
    }),
  added: (queue) => `Cola ${name(queue)} creada`,
  removed: (queue, count) =>
    count === 0
      ? `Cola ${name(queue)} eliminada`
      : plural(count, {
          one: `Cola ${name(queue)} eliminada; 1 descarga está ahora en la predeterminada`,
          many: `Cola ${name(queue)} eliminada; ${number(count)} de descargas están ahora en la predeterminada`,
          other: `Cola ${name(queue)} eliminada; ${number(count)} descargas están ahora en la predeterminada`,
        }),
  changed: (queue) => `Cola ${name(queue)} cambiada`,
  paused: (queue) => `Cola ${name(queue)} en pausa`,
  resumed: (queue) => `Cola ${name(queue)} reanudada`,
  ended: (queue) => `Todas las descargas de ${name(queue)} han terminado`,
  moved: (queue) => `Cola ${name(queue)} movida`,
};

export const queueForm: Messages["queueForm"] = {
  newTitle: "Nueva cola",
  title: (queue) => `Cola ${name(queue)}`,
  name: "Nombre",
  nameHint: "Por ejemplo, Noche",
  atOnce: "Descargas simultáneas",
  atOnceHint: "Como en los ajustes",
  limit: "Límite de velocidad de la cola",
  folder: "Guardar en",
  open: "Abierta",
  always: "Siempre",
  inHours: "A ciertas horas de la semana",
  stopWhenEmpty: "Pausar la cola cuando hayan terminado todas sus descargas",
  atEnd: "Cuando hayan terminado todas sus descargas",
  ends: {
    nothing: "No hacer nada",
    notify: "Avisarme",
    sleep: "Suspender el equipo",
    shutDown: "Apagar el equipo",
  },
  create: "Crear cola",
  save: "Guardar",
};

export const week: Messages["week"] = {
  on: "abierta",
  off: "cerrada",
  cell: (day, from, to, value) => `${day}, de ${from} a ${to}: ${value}`,
  allDay: (day) => `${day}, todo el día`,
  everyDay: (from, to) => `Todos los días, de ${from} a ${to}`,
  open: (count) =>
    plural(count, {
      one: "Abierta 1 de 168 horas",
      many: `Abierta ${number(count)} de 168 horas`,
      other: `Abierta ${number(count)} de 168 horas`,
    }),
  nights: "Noches",
  weekends: "Fines de semana",
  clear: "Borrar",
};

export const startAt: Messages["startAt"] = {
  title: (count) =>
    plural(count, {
      one: "Inicio de la descarga",
      many: `Inicio de ${number(count)} de descargas`,
      other: `Inicio de ${number(count)} descargas`,
    }),
  time: "Hora de inicio",
  past: "Elige una hora que aún no haya pasado.",
  sentence: (count) =>
    plural(count, {
      one: "Espera hasta entonces y se inicia sin pasar por la cola.",
      many: "Esperan hasta entonces y se inician sin pasar por la cola.",
      other: "Esperan hasta entonces y se inician sin pasar por la cola.",
    }),
  inTurn: "Cuando le toque",
  confirm: "Programar",
};
