// Brazilian Portuguese.
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
import { counted, either, number, portuguese } from "./grammar";
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
  grammar: portuguese,
  keyNames,
  units: {
    unknown: "–",
    justNow: "agora",
    hours: (hours, minutes) => `${number(hours)} h ${number(minutes)} min`,
    days: (days) => counted(days, "dia", "dias"),
    perSecond: (amount) => `${amount}/s`,
    binary: BINARY,
    decimal: DECIMAL,
    bits: BITS,
  },
  region: {
    toolbar: "Barra de ferramentas",
    sidebar: "Filtros",
    list: "Downloads",
    details: "Detalhes",
    status: "Status",
    notices: "Avisos",
  },
  filter: {
    heading: "Downloads",
    all: "Todos",
    running: "Ativos",
    queued: "Em espera",
    paused: "Pausados",
    failed: "Com falha",
    completed: "Concluídos",
    entry: (label, count) => `${label}, ${count}`,
  },
  column,
  columns,
  drag,
  headings,
  sideBar,
  power,
  copied,
  mini: { title: "Downloads ativos", none: "Nada está sendo baixado." },
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
    queue: "Ordem da fila",
    name: "Nome",
    size: "Tamanho",
    progress: "Progresso",
    status: "Estado",
    host: "Site",
    created: "Adicionado",
    finished: "Concluído",
    kind: "Tipo",
    queueName: "Fila",
    tags: "Etiquetas",
    received: "Recebido",
    folder: "Pasta",
    throughput: "Velocidade",
    eta: "Restante",
    connections: "Conexões",
    ascending: "Crescente",
    descending: "Decrescente",
  },
  search: {
    label: "Pesquisar downloads",
    placeholder: "Pesquisar",
    clear: "Limpar pesquisa",
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
    add: "Adicionar",
    addOtherwise: "Mais formas de adicionar",
    menu: "Menu",
    filters: "Filtros",
  },
  limit: {
    unlimited: "Sem limite",
    menu: (current) => `Limite de velocidade: ${current}`,
    custom: "Outro limite…",
    forDownload: "Limite para este download",
    asSettings: "Sem limite próprio",
  },
  statusBar: {
    down: (throughput) => `Recebendo ${throughput}`,
    active: (count) => either(count, `${number(count)} ativo`, `${number(count)} ativos`),
    waiting: (count) => `${number(count)} em espera`,
    free: (bytes, folder) => `${bytes} livres em ${name(fileName(folder))}`,
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
    title: "Atalhos de teclado",
    close: "Fechar",
  },
  undo,
  welcome,
  toast,
  announce,
  stopped: words(
    "O mecanismo de download não responde",
    "Seus arquivos estão seguros. Reinicie o Haul para continuar.",
  ),
  restart: "Reiniciar",
  showLog: "Mostrar registro",
  quitInstead: "Sair em vez disso",
  ok: "OK",
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
