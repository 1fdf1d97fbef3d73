// Spanish words of the details drawer.
import type { Bound, Happening, ProxyFault } from "../../bindings";
import type * as english from "../en/details";
import { list, number, plural } from "./grammar";
import { name, words, type Words } from "../text";

export const bound: Record<Bound, string> = {
  ownLimit: "Frenada por su propio límite de velocidad",
  hostLimit: "Frenada por el límite de velocidad de su sitio",
  queueLimit: "Frenada por el límite de velocidad de su cola",
  globalLimit: "Frenada por el límite de velocidad general",
  turtle: "Ralentizada por el modo tortuga",
  others: "Ralentizada para dejar sitio a los demás",
  connection: "El servidor limita cada conexión",
  server: "El servidor no da más",
  proxy: "El proxy es lento",
  dns: "La búsqueda de la dirección es lenta",
  retries: "La mayor parte del tiempo pasa entre intentos fallidos",
  line: "Tu línea está saturada",
  disk: "El disco es el cuello de botella",
  processor: "El procesador es el cuello de botella",
};

const why: Record<Bound, string> = {
  ownLimit: "Esta descarga tiene su propio límite de velocidad y lo ha alcanzado.",
  hostLimit: "Las descargas de este sitio alcanzan entre todas el límite de velocidad fijado para él.",
  queueLimit: "Las descargas de su cola alcanzan entre todas el límite de velocidad de la cola.",
  globalLimit: "Entre todas las descargas alcanzan el límite de velocidad que has fijado.",
  turtle: "El modo tortuga está activado y entre todas las descargas alcanzan su límite.",
  others:
    "Las respuestas tardan más en tu línea, así que Haul deja sitio a los demás. Después vuelve a acelerar por sí solo.",
  connection: "El servidor limita cada conexión. Con más conexiones iría más rápido.",
  server: "El servidor rechaza más conexiones y no da más. Un espejo ayudaría.",
  proxy: "La mayor parte del tiempo se pasa esperando al proxy, o este no deja pasar más.",
  dns: "La mayor parte del tiempo se pasa buscando la dirección del servidor. Tu servidor DNS es lento.",
  retries: "La mayor parte del tiempo se pasa esperando tras intentos fallidos. Otro enlace o un espejo ayudarían.",
  line: "Tu línea está saturada: otras descargas ocupan lo que esta podría usar.",
  disk: "El disco no escribe más rápido. Otro disco ayudaría.",
  processor: "Este equipo está ocupado todo el tiempo. Menos descargas a la vez ayudarían.",
};

const help: Record<Bound, string> = {
  ownLimit: "Quitar el límite",
  hostLimit: "Cambiar los límites…",
  queueLimit: "Editar su cola…",
  globalLimit: "Cambiar el límite de velocidad…",
  turtle: "Desactivar el modo tortuga",
  others: "Usar toda la línea",
  connection: "Usar más conexiones",
  server: "Añadir espejos…",
  proxy: "Cambiar el proxy…",
  dns: "Usar un proxy…",
  retries: "Añadir espejos…",
  line: "Menos descargas a la vez…",
  disk: "Guardar en otro sitio…",
  processor: "Menos descargas a la vez…",
};

function fault(kind: ProxyFault, proxy: string): string {
  if (kind === "notFound") return `No se ha encontrado el proxy ${proxy}. Comprueba su dirección en los ajustes.`;
  if (kind === "unreachable") return `No se puede acceder al proxy ${proxy}. Compruébalo o prescinde de él.`;
  if (kind === "timedOut") return `El proxy ${proxy} no responde. Compruébalo o prescinde de él.`;
  if (kind === "loginNeeded")
    return `El proxy ${proxy} pide un nombre de usuario y una contraseña. Escríbelos en los ajustes; se conservan hasta que se cierre Haul.`;
  return `El proxy ${proxy} no conecta con el servidor. Puede que no tenga permiso o que el servidor esté caído.`;
}

export function proxyFailure(proxy: string, kind: ProxyFault): Words {
  return words(
    kind === "loginNeeded" ? "El proxy pide iniciar sesión" : "El proxy no funciona",
    fault(kind, name(proxy)),
  );
}

const happening: { [Kind in Happening["kind"]]: string } = {
  started: "Iniciada",
  paused: "En pausa",
  completed: "Completada",
  failed: "Fallida",
  limited: "Límite cambiado",
  connections: "Número de conexiones cambiado",
};

export const proxy: typeof english.proxy = {
  kind: { system: "Como el sistema", none: "Sin proxy", manual: "Este proxy" },
  asSettings: "Como en los ajustes",
  address: "Dirección del proxy",
  addressHint: "http://host:3128 o socks5://host:1080",
  user: "Nombre de usuario",
  password: "Contraseña",
  except: "Excepto para estos sitios",
  exceptHint: "Por ejemplo, example.org, 10.0.0.0/8",
  memory: "El nombre de usuario y la contraseña se conservan hasta que se cierre Haul y nunca se guardan en el disco.",
};

/** In the middle of a sentence. */
const over = { minute: "en el último minuto", tenMinutes: "en los últimos 10 minutos", whole: "en todo el tiempo" };

export const details: typeof english.details = {
  tabs: {
    overview: "Resumen",
    segments: "Segmentos",
    speed: "Velocidad",
    request: "Petición",
    files: "Archivos",
    log: "Registro",
  },
  close: "Cerrar los detalles",
  resize: "Tamaño de los detalles",
  none: "Selecciona una descarga para ver sus detalles.",
  many: (count) =>
    plural(count, {
      one: "1 descarga seleccionada",
      many: `${number(count)} de descargas seleccionadas`,
      other: `${number(count)} descargas seleccionadas`,
    }),
  progress: "Progreso",
  of: (received, size) => `${received} de ${size}`,
  left: (duration) => `quedan ${duration}`,
  why,
  help,
  from: "Origen",
  finalUrl: "Redirigida a",
  to: "Guardada como",
  folder: "Carpeta",
  type: "Tipo",
  resume: "Se puede reanudar",
  yes: "Sí",
  no: "No, empezaría de cero",
  unknown: "Aún no se sabe",
  validator: "Se reconoce por",
  checksum: "Suma de verificación",
  checksumNone: "Ninguna",
  checksumWaits: "a la espera del final",
  checksumEdit: "Editar…",
  checksumHint: "sha-256=…, o vacía para ninguna",
  checksumBad: "Escríbela como sha-256=…, con todas sus cifras. También valen md5, sha-1, sha-512 y blake3.",
  server: "Servidor",
  mirrors: "Espejos",
  added: "Añadida",
  finished: "Completada",
  check: "Verificación",
  notYet: "No desde que se abrió Haul",
  limit: "Límite de velocidad",
  note: "Nota",
  copy: "Copiar",
  copyLink: "Copiar el enlace",
  copyPath: "Copiar la ruta",
  save: "Guardar",
  cancel: "Cancelar",
  saved: "Guardado",
  map: (percent, connections, gaps) => `Mapa de segmentos: ${percent} recibido, ${connections}. ${gaps}`,
  mapGaps: (ranges) => `Falta: ${list(ranges)}.`,
  mapWhole: "No falta nada.",
  mapUnknown: "Aún no se conoce el tamaño, así que no hay segmentos.",
  mapHint: "Con las teclas de flecha se pasa de una casilla a otra.",
  cell: (bytes) => `Una casilla equivale a ${bytes}`,
  cellText: (range, percent) => `${range}: ${percent} recibido`,
  cellBy: (text, host, throughput) => `${text}, desde ${name(host)} a ${throughput}`,
  legendDone: "Recibido",
  legendActive: "Llegando",
  legendMissing: "Falta",
  segment: "Segmento",
  range: "Intervalo",
  there: "Recibido",
  state: "Estado",
  stateDone: "Completo",
  stateActive: "Recibiendo",
  stateIdle: "En espera",
  source: "Desde",
  mirror: (host) => `${name(host)} (espejo)`,
  throughput: "Velocidad",
  connection: "Conexión",
  noConnections: "No hay ninguna conexión abierta ahora.",
  connectionsTitle: "Conexiones",
  segmentsTitle: "Segmentos",
  rangeText: (start, end) => `${start}\u00a0– ${end}`,
  emptyLog: "Aún no ha pasado nada.",
  time: "Hora",
  event: "Suceso",
  logFilter: "Mostrar",
  logAll: "Todo",
  logProblems: "Problemas",
  logSearch: "Buscar en el registro",
  logNothing: "Ninguna línea coincide.",
  logCopy: "Copiar lo que se muestra como texto",
  logCopyJson: "Copiar todo como JSON",
  logCopied: "Registro copiado",
  speed: {
    span: "Periodo",
    spans: { minute: "Último minuto", tenMinutes: "Últimos 10 minutos", whole: "Todo el tiempo" },
    none: "Aún no se ha medido nada. Lo que aparece aquí se conserva hasta que se cierre Haul.",
    average: "Media",
    peak: "Máxima",
    now: "Ahora",
    limit: (throughput) => `Límite: ${throughput}`,
    graph: (span, average, peak) => `Velocidad ${over[span]}: ${average} de media, ${peak} como máximo.`,
    table: "Como tabla",
    connections: "Conexiones",
    marks: "Sucesos",
    happening,
    mark: (at, what) => `${at}: ${what}`,
    failed: (why) => `Fallida: ${why}`,
    limited: (limit) => `Límite: ${limit}`,
    connectionsNow: (count) => `Conexiones: ${count}`,
  },
  request: {
    headers: "Otras cabeceras",
    headersHint: "Una por línea, por ejemplo, Accept-Language: es",
    headersBad: (line) => `Esto no es una cabecera: ${name(line)}`,
    cookies: "Cookies",
    referrer: "Página de origen (Referer)",
    userAgent: "Agente de usuario",
    authorization: "Inicio de sesión (Authorization)",
    reveal: "Mostrar",
    hide: "Ocultar",
    proxy: "Proxy",
    connections: "Conexiones",
    connectionsHint: "Como en los ajustes",
    connectionsBad: "De 1 a 64.",
    whenChanged: "Si el archivo ha cambiado en el servidor",
    whenChangedKinds: { ask: "Parar y preguntar", startOver: "Empezar de cero" },
    locked: "Pausa la descarga para cambiar lo que se envía.",
    memory: "Las cookies y los inicios de sesión se conservan hasta que se cierre Haul y nunca se guardan en el disco.",
    nothing: "No se ha cambiado nada.",
  },
  files: {
    name: "Nombre",
    size: "Tamaño",
    type: "Tipo",
    state: "Estado",
    unknownType: "Desconocido",
    unfinished: "Sin terminar",
    verified: "Verificado",
    done: "Completo",
    open: "Abrir",
    show: "Mostrar en la carpeta",
    verify: "Verificar",
  },
  manyFiles: {
    states: "Estados",
    size: "Tamaño",
    received: "Recibido",
    throughput: "Velocidad",
    counts: ({ running, queued, paused, failed, completed }) =>
      [
        running > 0
          ? plural(running, {
              one: "1 activa",
              many: `${number(running)} activas`,
              other: `${number(running)} activas`,
            })
          : "",
        queued > 0 ? `${number(queued)} en espera` : "",
        paused > 0 ? `${number(paused)} en pausa` : "",
        failed > 0
          ? plural(failed, {
              one: "1 fallida",
              many: `${number(failed)} fallidas`,
              other: `${number(failed)} fallidas`,
            })
          : "",
        completed > 0
          ? plural(completed, {
              one: "1 completada",
              many: `${number(completed)} completadas`,
              other: `${number(completed)} completadas`,
            })
          : "",
      ]
        .filter(Boolean)
        .join(" · "),
    unknownSizes: (count) =>
      plural(count, {
        one: "1 tamaño desconocido",
        many: `${number(count)} de tamaños desconocidos`,
        other: `${number(count)} tamaños desconocidos`,
      }),
    change: "Cambiar para toda la selección",
    keep: "Dejar como está",
    limit: "Límite de velocidad",
    none: "Sin límite propio",
    connections: "Conexiones",
    connectionsKeep: "Dejar como está",
    connectionsDefault: "Como en los ajustes",
    apply: (count) =>
      plural(count, {
        one: "Aplicar a 1 descarga",
        many: `Aplicar a ${number(count)} de descargas`,
        other: `Aplicar a ${number(count)} descargas`,
      }),
    applied: (count) =>
      plural(count, {
        one: "1 descarga cambiada",
        many: `${number(count)} de descargas cambiadas`,
        other: `${number(count)} descargas cambiadas`,
      }),
    onlyUnfinished: "Lo que está completo queda como está.",
    notAll: "Solo se suma lo que está cargado.",
  },
};
