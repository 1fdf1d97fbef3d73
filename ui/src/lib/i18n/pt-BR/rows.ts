// Portuguese words of the rows of the list, and of a list that has none.
import type { Messages } from "../en";
import { name, words } from "../text";
import { bound } from "./details";
import { counted, either, number } from "./grammar";

export const empty: Messages["empty"] = {
  first: (keys) => words("Ainda não há nada aqui", `Solte um link nesta janela, ou copie um e pressione ${keys}.`),
  running: words("Nada está sendo baixado", "O que você adiciona começa aqui."),
  queued: words("Nada na fila", "Os downloads aguardam aqui quando já há muitos outros ativos."),
  paused: words("Nada pausado", "O que você pausa fica guardado e continua de onde parou."),
  failed: words("Nada falhou. Ótimo.", "Os downloads que precisam de você aparecem aqui."),
  completed: words("Nada concluído ainda", "Os arquivos concluídos aparecem aqui."),
  search: (text) =>
    words(
      `Nenhum download corresponde a “${name(text)}”`,
      "Cada palavra precisa aparecer no nome, no site ou na pasta.",
    ),
  clearSearch: "Limpar pesquisa",
  searchEverywhere: "Pesquisar em tudo",
};

export const row: Messages["row"] = {
  more: "Mais ações",
  moreFor: (file) => `Mais ações para ${name(file)}`,
  actionFor: (action, file) => `${action}: ${name(file)}`,
  loading: "Carregando…",
  progressText: (percent, left) =>
    left === null ? `${number(percent)} por cento` : `${number(percent)} por cento, tempo restante: ${left}`,
  soFar: (bytes) => `${bytes} até agora`,
  selected: (count) => either(count, `${number(count)} selecionado`, `${number(count)} selecionados`),
  selection: (bytes, running) =>
    running > 0
      ? either(running, `${bytes} · ${number(running)} ativo`, `${bytes} · ${number(running)} ativos`)
      : bytes,
  clearSelection: "Limpar seleção",
};

export const status: Messages["status"] = {
  queued: "Aguardando na fila",
  probing: (host) => `Consultando ${name(host)}…`,
  downloading: "Baixando",
  connections: (count) => counted(count, "conexão", "conexões"),
  limited: (throughput) => `limitado a ${throughput}`,
  retrying: (left, attempt, of) => `nova tentativa em ${left} (${number(attempt)} de ${number(of)})`,
  waitingForNetwork: "Aguardando a rede; continua sozinho",
  verifying: "Verificando o arquivo…",
  comparing: (algorithm, percent) => `Verificando ${algorithm} · ${percent}`,
  finishing: "Colocando o arquivo no lugar…",
  paused: "Pausado",
  pausedByYou: "Pausado por você",
  kept: (amount) => `${amount} guardados`,
  done: (when) => `Concluído: ${when}`,
  notRepaired: "Não foi possível reparar",
  moving: (percent) => `Movendo para outro disco: ${percent}`,
  reading: (percent) => `Verificando: ${percent}`,
  bound,
  names: {
    queued: "Em espera",
    scheduled: "Aguardando o horário",
    mains: "Aguardando energia da tomada",
    charge: "Aguardando a bateria carregar",
    unmetered: "Aguardando uma conexão sem franquia de dados",
    probing: "Consultando o servidor",
    downloading: "Baixando",
    slowed: "Desacelerado pela tartaruga",
    yielding: "Desacelerado para deixar espaço para os outros",
    retrying: "Nova tentativa em breve",
    waitingForNetwork: "Aguardando a rede",
    verifying: "Verificando",
    finishing: "Finalizando",
    paused: "Pausado",
    failed: "Falhou",
    completed: "Concluído",
    missing: "Arquivo ausente",
    noRoom: "Aguardando espaço no disco",
  },
};
