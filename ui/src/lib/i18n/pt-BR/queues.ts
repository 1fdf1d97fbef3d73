// Brazilian Portuguese words of queues, and of when a download starts.
import type { Messages } from "../en";
import { name, words, type QueueErrorWords } from "../text";
import { downloads, either, number } from "./grammar";

export const queueError: QueueErrorWords = {
  noName: () => "Dê um nome à fila.",
  nameTaken: (error) => `Já existe uma fila “${name(error.name)}”. Escolha outro nome.`,
  outOfRange: ({ min, max }) => `Escolha um número de ${number(min)} a ${number(max)}.`,
  badFolder: () => "Escolha um caminho completo, como /home/eu/Downloads.",
  isDefault: () => "A fila padrão sempre existe: o que não está em nenhuma outra está nela.",
};

export const waiting: Messages["waiting"] = {
  waiting: "Em espera",
  running: (running, atOnce, queue) =>
    running > atOnce
      ? `${number(running)} ativos em “${name(queue)}”`
      : either(
          running,
          `${number(running)} de ${number(atOnce)} ativo em “${name(queue)}”`,
          `${number(running)} de ${number(atOnce)} ativos em “${name(queue)}”`,
        ),
  runningOverall: (running, atOnce) =>
    running > atOnce
      ? `${number(running)} ativos no total`
      : either(
          running,
          `${number(running)} de ${number(atOnce)} ativo no total`,
          `${number(running)} de ${number(atOnce)} ativos no total`,
        ),
  place: (place) => `${number(place)}º da fila`,
  soon: (left) => `em cerca de ${left}`,
  startsAt: (when) => `início: ${when.text}`,
  opensAt: (when, queue) => `início em “${name(queue)}”: ${when.text}`,
  noHours: (queue) => `“${name(queue)}” não tem nenhuma hora em que esteja aberta`,
  queuePaused: (queue) => `“${name(queue)}” está pausada`,
  mains: "o computador está na bateria",
  charge: (percent) => `a bateria está abaixo de ${percent}`,
  unmetered: "a conexão tem franquia de dados",
};

export const queues: Messages["queues"] = {
  heading: "Filas",
  default: "Padrão",
  pausedMark: "pausada",
  isPaused: (queue) => `${queue} está pausada`,
  neverOpens: (queue) => `${queue} não tem nenhuma hora em que esteja aberta`,
  opens: (queue, when) => `${queue} está fechada; abertura: ${when.text}`,
  closes: (queue, when) => `${queue} está aberta até ${when.text}`,
  empty: words("Não há nada nesta fila", "Arraste downloads até ela ou escolha-a no menu deles."),
  synonyms: "agenda agendar agendador horário horas noite desligar suspender paralelo",
  editThis: (queue) => `Editar ${name(queue)}`,
  summary: {
    atOnce: (count) => `${number(count)} por vez`,
    limit: (amount) => `no máximo ${amount}`,
    hours: (count) => `aberta em ${number(count)} das 168 horas`,
    always: "sempre aberta",
  },
  rename: "Renomear…",
  colour: "Cor",
  noColour: "Sem cor",
  colours: {
    red: "Vermelho",
    orange: "Laranja",
    yellow: "Amarelo",
    green: "Verde",
    teal: "Turquesa",
    blue: "Azul",
    purple: "Roxo",
    grey: "Cinza",
  },
  edit: "Editar horários…",
  pause: "Pausar fila",
  resume: "Retomar fila",
  earlier: "Mover para cima",
  later: "Mover para baixo",
  remove: "Excluir fila",
  isDefault: "A fila padrão sempre existe.",
  isFirst: "É a primeira fila.",
  isLast: "É a última fila.",
  priority: { high: "Alta", normal: "Normal", low: "Baixa" },
  assigned: (count, queue) =>
    either(count, `${downloads(count)} movido para ${name(queue)}`, `${downloads(count)} movidos para ${name(queue)}`),
  prioritized: (count, priority) => `Prioridade de ${downloads(count)}: ${priority}`,
  startedNow: (count) =>
    either(count, `${downloads(count)} iniciado fora da fila`, `${downloads(count)} iniciados fora da fila`),
  startsAt: (count, when) => `Início de ${downloads(count)}: ${when.text}`,
  startsInTurn: (count) =>
    either(
      count,
      `${downloads(count)} vai começar quando chegar a vez dele`,
      `${downloads(count)} vão começar quando chegar a vez deles`,
    ),
  added: (queue) => `Fila ${name(queue)} criada`,
  removed: (queue, count) =>
    count === 0
      ? `Fila ${name(queue)} excluída`
      : either(
          count,
          `Fila ${name(queue)} excluída; ${downloads(count)} agora está em Padrão`,
          `Fila ${name(queue)} excluída; ${downloads(count)} agora estão em Padrão`,
        ),
  changed: (queue) => `Fila ${name(queue)} alterada`,
  paused: (queue) => `Fila ${name(queue)} pausada`,
  resumed: (queue) => `Fila ${name(queue)} retomada`,
  ended: (queue) => `Todos os downloads de ${name(queue)} terminaram`,
  moved: (queue) => `Fila ${name(queue)} movida`,
};

export const queueForm: Messages["queueForm"] = {
  newTitle: "Nova fila",
  title: (queue) => `Fila ${name(queue)}`,
  name: "Nome",
  nameHint: "Por exemplo, Noite",
  atOnce: "Downloads simultâneos",
  atOnceHint: "Como nas configurações",
  limit: "Limite de velocidade da fila",
  folder: "Salvar em",
  open: "Aberta",
  always: "Sempre",
  inHours: "Em certas horas da semana",
  stopWhenEmpty: "Pausar a fila quando todos os downloads dela terminarem",
  atEnd: "Quando todos os downloads dela terminarem",
  ends: {
    nothing: "Não fazer nada",
    notify: "Avisar",
    sleep: "Suspender o computador",
    shutDown: "Desligar o computador",
  },
  create: "Criar fila",
  save: "Salvar",
};

export const week: Messages["week"] = {
  on: "aberta",
  off: "fechada",
  cell: (day, from, to, value) => `${day}, de ${from} a ${to}, ${value}`,
  allDay: (day) => `${day}, o dia todo`,
  everyDay: (from, to) => `Todos os dias, de ${from} a ${to}`,
  open: (count) => `Aberta em ${number(count)} das 168 horas`,
  nights: "Noites",
  weekends: "Fins de semana",
  clear: "Limpar",
};

export const startAt: Messages["startAt"] = {
  title: (count) => (count === 1 ? "Quando o download começa" : `Quando ${downloads(count)} começam`),
  time: "Hora de início",
  past: "Escolha um momento que ainda não passou.",
  sentence: (count) =>
    either(count, "Ele aguarda até lá e começa fora da fila.", "Eles aguardam até lá e começam fora da fila."),
  inTurn: "Quando chegar a vez",
  confirm: "Agendar",
};
