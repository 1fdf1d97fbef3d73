// Spanish.
import { BINARY, BITS, DECIMAL } from "../../format";
import type { Messages } from "../en";
import { action, actionGroup, actionOf, submenu, why } from "./actions";
import { add } from "./add";
import { adding } from "./adding";
import { copied } from "./copied";
import { details, proxy } from "./details";
import { failure, finding, log } from "./events";
import { failures } from "./failures";
import { duplicates, missing, relocate } from "./files";
import { active, number, plural, spanish } from "./grammar";
import { hints } from "./hints";
import { keyboard } from "./keyboard";
import { keyNames } from "./keys";
import { palette } from "./palette";
import { paste } from "./paste";
import { empty, row, status } from "./rows";
import { confirm } from "./confirm";
import { mirrors, certificate, renew } from "./links";
import { toast, announce } from "./toast";
import { notice, engineError, settingsError } from "./errors";
import { column, columns, drag, headings, emptyFolder, network, noPage, sideBar } from "./list";
import { batch, notifications } from "./notifications";
import { power } from "./power";
import { queueError, queueForm, queues, startAt, waiting, week } from "./queues";
import { settings } from "./settings";
import { shell } from "./shell";
import { statistics } from "./statistics";
import { noteForm, tagForm, tags } from "./tags";
import { undo } from "./undo";
import { welcome } from "./welcome";
import { sorting } from "./sorting";
import { speak } from "./speak";
import { speed } from "./speed";
import { fileName, name, words } from "../text";

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
  tags,
  tagForm,
  noteForm,
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
    queueName: "Cola",
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
  empty,
  row,
  status,
  relocate,
  duplicates,
  missing,
  statistics,
  action,
  actionGroup,
  actionOf,
  why,
  submenu,
  hints,
  keyboard,
  sorting,
  speak,
  speed,
  toolbar: {
    add: "Añadir",
    addOtherwise: "Más formas de añadir",
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
  adding,
  mirrors,
  certificate,
  renew,
  details,
  proxy,
  palette,
  paste,
  settings,
  shell,
  confirm,
  shortcuts: {
    title: "Atajos de teclado",
    close: "Cerrar",
  },
  undo,
  welcome,
  toast,
  announce,
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
  notice,
  engineError,
  queueError,
  settingsError,
};
