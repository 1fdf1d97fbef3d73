// Spanish.
import { BINARY, BITS, DECIMAL } from "../../format";
import type { Messages } from "../en";
import { action, actionGroup, submenu, why } from "./actions";
import { add } from "./add";
import { copied } from "./copied";
import { bound, details, proxy } from "./details";
import { failure, finding, log } from "./events";
import { failures } from "./failures";
import { duplicates, missing, relocate } from "./files";
import { number, plural, spanish } from "./grammar";
import { keyboard } from "./keyboard";
import { keyNames } from "./keys";
import { palette } from "./palette";
import { paste } from "./paste";
import { column, columns, drag, headings, emptyFolder, network, noPage, sideBar } from "./list";
import { batch, notifications } from "./notifications";
import { power } from "./power";
import { queueError, queueForm, queues, startAt, waiting, week } from "./queues";
import { settings } from "./settings";
import { shell } from "./shell";
import { statistics } from "./statistics";
import { undo } from "./undo";
import { welcome } from "./welcome";
import { sorting } from "./sorting";
import { speak } from "./speak";
import { speed } from "./speed";
import { fileName, name, settingNames, words } from "../text";

const active = (count: number) =>
  plural(count, { one: "1 activa", many: `${number(count)} activas`, other: `${number(count)} activas` });

export const messages: Messages = {
  grammar: spanish,
  keyNames,
  units: {
    unknown: "–",
    justNow: "ahora mismo",
    hours: (hours, minutes) => `${number(hours)} h ${number(minutes)} min`,
    days: (days) => plural(days, { one: "1 día", many: `${number(days)} de días`, other: `${number(days)} días` }),
    perSecond: (amount) => `${amount}/s`,
    binary: BINARY,
    decimal: DECIMAL,
    bits: BITS,
  },
  region: {
    toolbar: "Barra de herramientas",
    sidebar: "Filtros",
    list: "Descargas",
    details: "Detalles",
    status: "Estado",
    notices: "Avisos",
  },
  filter: {
    heading: "Descargas",
    all: "Todas",
    running: "Activas",
    queued: "En espera",
    paused: "En pausa",
    failed: "Fallidas",
    completed: "Completadas",
    entry: (label, count) => `${label}, ${count}`,
  },
  column,
  columns,
  drag,
  headings,
  sideBar,
  power,
  copied,
  mini: { title: "Descargas activas", none: "No se está descargando nada." },
  queues,
  queueForm,
  week,
  startAt,
  waiting,
  noPage,
  emptyFolder,
  network,
  sort: {
    label: "Ordenar",
    queue: "Orden de la cola",
    name: "Nombre",
    size: "Tamaño",
    progress: "Progreso",
    status: "Estado",
    host: "Sitio",
    created: "Fecha de adición",
    finished: "Fecha de fin",
    kind: "Tipo",
    tags: "Etiquetas",
    received: "Recibido",
    folder: "Carpeta",
    throughput: "Velocidad",
    eta: "Tiempo restante",
    connections: "Conexiones",
    ascending: "Ascendente",
    descending: "Descendente",
  },
  search: {
    label: "Buscar descargas",
    placeholder: "Buscar",
    clear: "Borrar la búsqueda",
  },
  empty: {
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
  },
  row: {
    more: "Más acciones",
    moreFor: (file) => `Más acciones para ${name(file)}`,
    loading: "Cargando…",
    progressText: (percent, left) => (left === null ? percent : `${percent}, quedan ${left}`),
    soFar: (bytes) => `${bytes} hasta ahora`,
    selected: (count) =>
      plural(count, {
        one: "1 seleccionada",
        many: `${number(count)} seleccionadas`,
        other: `${number(count)} seleccionadas`,
      }),
    selection: (bytes, running) => (running > 0 ? `${bytes} · ${active(running)}` : bytes),
    clearSelection: "Anular la selección",
  },
  status: {
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
    retrying: (left, attempt) => `nuevo intento en ${left} (n.º ${number(attempt)})`,
    waitingForNetwork: "A la espera de la red; continúa sola",
    verifying: "Comprobando el archivo…",
    finishing: "Colocando el archivo en su sitio…",
    paused: "En pausa",
    kept: (bytes) => `${bytes} conservados`,
    done: (when) => `Completada: ${when}`,
    notRepaired: (why) => `No se ha podido reparar: ${why}`,
    moving: (percent) => `Moviendo a otro disco: ${percent}`,
    reading: (percent) => `Verificando: ${percent}`,
    bound,
    names: {
      queued: "En espera",
      scheduled: "A la espera de su hora",
      probing: "Preguntando al servidor",
      downloading: "Descargando",
      slowed: "Ralentizada por la tortuga",
      retrying: "Nuevo intento en breve",
      waitingForNetwork: "A la espera de la red",
      verifying: "Comprobando",
      finishing: "Finalizando",
      paused: "En pausa",
      failed: "Fallida",
      completed: "Completada",
      missing: "Falta el archivo",
    },
  },
  relocate,
  duplicates,
  missing,
  statistics,
  action,
  actionGroup,
  why,
  submenu,
  keyboard,
  sorting,
  speak,
  speed,
  toolbar: {
    add: "Añadir",
    menu: "Menú",
    filters: "Filtros",
  },
  limit: {
    unlimited: "Sin límite",
    menu: (current) => `Límite de velocidad: ${current}`,
    custom: "Otro límite…",
    forDownload: "Límite para esta descarga",
    asSettings: "Sin límite propio",
  },
  statusBar: {
    down: (throughput) => `Recibiendo ${throughput}`,
    active,
    waiting: (count) => `${number(count)} en espera`,
    free: (bytes, folder) => `${bytes} libres en ${name(fileName(folder))}`,
  },
  add,
  mirrors: {
    label: "Espejos (un enlace por línea)",
    hint: "Otros enlaces al mismo archivo, por ejemplo, https://mirror.example.org/archivo.iso",
    bad: (line) => `Esto no es un enlace con https:// o http://: ${name(line)}`,
    many: "32 como máximo.",
    edit: "Editar espejos…",
    changed: "Espejos cambiados",
  },
  certificate: {
    title: "El certificado rechazado",
    server: "Presentado por",
    subject: "Emitido para",
    issuer: "Emitido por",
    valid: "Validez",
    validText: (from, to) => `${from} – ${to}`,
    unknown: "No lo indica",
    trust: "Confiar una vez en este certificado…",
    askTitle: "¿Confiar una vez en este certificado?",
    askText: (host, sha256) =>
      `Nada demuestra que este sea ${host}. Alguien por el camino podría hacerse pasar por él, leer lo que se envía (también un inicio de sesión) y darte otro archivo. Confía en él solo si sabes por otra vía que su SHA-256 es ${sha256}. Se acepta solo para esta descarga, hasta que termine o se detenga.`,
    confirm: "Confiar una vez",
  },
  renew: {
    title: (file) => `Cambiar los enlaces de ${file}`,
    kept: (bytes) =>
      `Ya hay ${bytes} y se conservarán. Haul los compara con lo que contiene el nuevo enlace antes de continuar.`,
    nothingYet: "Aún no hay nada: la descarga empieza en el nuevo enlace.",
    old: "Enlace anterior",
    openPage: "Abrir la página de la que procede",
    new: "Enlace nuevo",
    same: "Este es el enlace anterior.",
    cancel: "Cancelar",
    confirm: "Guardar",
    changed: "Enlace cambiado",
    comparing: "Enlace cambiado; se compara lo que ya hay con el nuevo",
  },
  details,
  proxy,
  palette,
  paste,
  settings,
  shell,
  confirm: {
    cancel: "Cancelar",
    quitTitle: "¿Salir y perder lo que ya hay?",
    quitText: (names) =>
      `Estos servidores no pueden reanudar una descarga: ${names}. Lo que ya hay de ellas se descargará otra vez.`,
    quit: "Salir",
    trashTitle: (count) =>
      plural(count, {
        one: "¿Mover este archivo a la papelera?",
        many: `¿Mover ${number(count)} de archivos a la papelera?`,
        other: `¿Mover ${number(count)} archivos a la papelera?`,
      }),
    trashText: (names) => `Se quitará de la lista: ${names}. Lo que hay en el disco va a la papelera.`,
    trash: "Mover a la papelera",
    startOverTitle: (count) =>
      plural(count, {
        one: "¿Empezar de cero esta descarga?",
        many: `¿Empezar de cero ${number(count)} de descargas?`,
        other: `¿Empezar de cero ${number(count)} descargas?`,
      }),
    startOverText: (bytes) => `Los ${bytes} que ya hay se descargarán otra vez.`,
    startOverMany: "Lo que ya hay de ellas se descargará otra vez.",
    startOver: "Empezar de cero",
    deleteTitle: (count) =>
      plural(count, {
        one: "¿Eliminar este archivo para siempre?",
        many: `¿Eliminar ${number(count)} de archivos para siempre?`,
        other: `¿Eliminar ${number(count)} archivos para siempre?`,
      }),
    deleteText: "Aquí no se puede usar la papelera. Lo que se elimina no se puede recuperar.",
    delete: "Eliminar",
    andMore: (count) => `y ${number(count)} más`,
  },
  shortcuts: {
    title: "Atajos de teclado",
    close: "Cerrar",
  },
  undo,
  welcome,
  toast: {
    dismiss: "Cerrar",
    removed: (count) =>
      plural(count, {
        one: "1 descarga quitada de la lista",
        many: `${number(count)} de descargas quitadas de la lista`,
        other: `${number(count)} descargas quitadas de la lista`,
      }),
    trashed: (count) =>
      plural(count, {
        one: "1 archivo movido a la papelera",
        many: `${number(count)} de archivos movidos a la papelera`,
        other: `${number(count)} archivos movidos a la papelera`,
      }),
    deleted: (count) =>
      plural(count, {
        one: "1 archivo eliminado",
        many: `${number(count)} de archivos eliminados`,
        other: `${number(count)} archivos eliminados`,
      }),
    copied: (count) =>
      plural(count, {
        one: "Enlace copiado",
        many: `${number(count)} de enlaces copiados`,
        other: `${number(count)} enlaces copiados`,
      }),
    copiedSome: (count, of) =>
      plural(count, {
        one: `1 enlace copiado de ${number(of)}; los demás ya no están en la lista`,
        many: `${number(count)} de enlaces copiados de ${number(of)}; los demás ya no están en la lista`,
        other: `${number(count)} enlaces copiados de ${number(of)}; los demás ya no están en la lista`,
      }),
    copiedLines: (count) =>
      plural(count, {
        one: "1 línea copiada",
        many: `${number(count)} de líneas copiadas`,
        other: `${number(count)} líneas copiadas`,
      }),
    nothingToCopy: "No se conoce nada de eso en estas descargas.",
    cannotCopy: "No se puede escribir en el portapapeles.",
  },
  announce: {
    done: (file) => `${name(file)}: descarga completada`,
    doneMany: (count) =>
      plural(count, {
        one: "1 descarga completada",
        many: `${number(count)} de descargas completadas`,
        other: `${number(count)} descargas completadas`,
      }),
    failed: (file, reason) => `${name(file)}: la descarga ha fallado. ${reason}`,
    failedMany: (count) =>
      plural(count, {
        one: "1 descarga ha fallado",
        many: `${number(count)} de descargas han fallado`,
        other: `${number(count)} descargas han fallado`,
      }),
  },
  stopped: words(
    "El motor de descargas no responde",
    "Tus archivos están a salvo. Vuelve a iniciar Haul para continuar.",
  ),
  restart: "Reiniciar",
  showLog: "Mostrar registro",
  quitInstead: "Salir en su lugar",
  ok: "Aceptar",
  failure,
  failures,
  batch,
  notifications,
  finding,
  log,
  notice: {
    databaseDamaged: ({ keptAs, found }) => ({
      title: "No se ha podido leer la lista de descargas",
      sentence: plural(found, {
        one: `Se ha apartado como ${name(keptAs)} y se ha empezado una lista nueva. Se ha encontrado 1 archivo sin terminar que puede continuar.`,
        many: `Se ha apartado como ${name(keptAs)} y se ha empezado una lista nueva. Se han encontrado ${number(found)} de archivos sin terminar que pueden continuar.`,
        other: `Se ha apartado como ${name(keptAs)} y se ha empezado una lista nueva. Se han encontrado ${number(found)} archivos sin terminar que pueden continuar.`,
      }),
    }),
    stillRunning: () => ({
      title: "Haul sigue descargando en segundo plano",
      sentence: "Su icono en la bandeja del sistema vuelve a mostrar esta ventana. Puedes cambiarlo en los ajustes.",
    }),
    minimised: () => ({
      title: "Haul sigue descargando",
      sentence:
        "Aquí no hay bandeja del sistema, así que al cerrar la ventana se minimiza. Puedes cambiarlo en los ajustes.",
    }),
    settingsReset: ({ fields }) => ({
      title: plural(fields.length, {
        one: "No se ha podido usar un ajuste",
        many: "No se han podido usar algunos ajustes",
        other: "No se han podido usar algunos ajustes",
      }),
      sentence: `Vuelve a valer lo predeterminado para: ${settingNames(settings, fields)}. Todo lo demás está como lo dejaste.`,
    }),
    storeFailing: ({ reason }) => ({
      title: "Ahora mismo no se puede guardar la lista",
      sentence: `Puede que lo que ha cambiado se pierda la próxima vez que se abra Haul (${reason}). Comprueba si el disco está lleno.`,
    }),
  },
  engineError: {
    noSuchDownload: () => "Esta descarga ya no está en la lista.",
    noSuchQueue: () => "Esta cola ya no existe.",
    fileKept: ({ path, reason }) =>
      `No se ha podido mover ${name(fileName(path))} a la papelera (${reason}). La descarga sigue en la lista.`,
    store: ({ reason }) => `No se ha podido escribir la lista: ${reason}.`,
    closed: () => "El motor de descargas se ha detenido. Vuelve a iniciar Haul.",
    host: ({ reason }) => `El sistema se ha negado: ${reason}`,
  },
  queueError,
  settingsError: {
    outOfRange: ({ min, max }) => `Elige un número del ${number(min)} al ${number(max)}.`,
    badFolder: () => "Elige una ruta completa, por ejemplo, /home/yo/Descargas.",
    badUserAgent: () => "Usa letras sin acentos, cifras y signos, en una sola línea.",
    badEntry: ({ index }) => `La entrada ${number(index + 1)} de la lista contiene algo que no se puede usar.`,
    tooMany: ({ max }) => `La lista admite como máximo ${number(max)} entradas.`,
    badProxy: () => "Escríbelo como http://host:3128, https://, socks5:// o socks5h://.",
  },
};
