// Brazilian Portuguese words for the list's columns, its side bar, and what is dragged in it.
import type { Messages } from "../en";
import { downloads } from "./grammar";
import { name } from "../text";

export const column: Messages["column"] = {
  name: "Nome",
  progress: "Progresso",
  size: "Tamanho",
  received: "Recebido",
  throughput: "Velocidade",
  eta: "Restante",
  connections: "Conexões",
  host: "Site",
  created: "Adicionado",
  finished: "Concluído",
  folder: "Pasta",
  queue: "Fila",
  tags: "Etiquetas",
  kind: "Tipo",
  priority: "Prioridade",
};

export const columns: Messages["columns"] = {
  menu: (title) => `Coluna ${title}`,
  state: "Estado",
  ascending: "Ordem crescente",
  descending: "Ordem decrescente",
  wider: "Mais larga",
  narrower: "Mais estreita",
  earlier: "Mover em direção ao início",
  later: "Mover em direção ao fim",
  hide: "Ocultar esta coluna",
  isReset: "Elas já estão como no início.",
  isFlexible: "O nome ocupa o que as outras colunas deixam.",
  isFirst: "É a primeira coluna.",
  isLast: "É a última coluna.",
  isFixed: "Esta coluna é sempre mostrada.",
};

export const headings: Messages["headings"] = {
  by: { none: "Sem grupos", day: "Dia", host: "Site", folder: "Pasta", kind: "Tipo", tag: "Etiqueta", queue: "Fila" },
  today: "Hoje",
  yesterday: "Ontem",
  notDone: "Não concluídos",
  noHost: "Sem site",
  noTag: "Sem etiqueta",
};

export const drag: Messages["drag"] = {
  renew: "Renovar este link",
  count: (count) => downloads(count),
  toQueueOrder: "As linhas podem ser arrastadas quando a lista está na ordem da fila.",
  onto: (count, target) => `Adicionar ${downloads(count)} a ${name(target)}`,
};

export const sideBar: Messages["sideBar"] = {
  folders: "Pastas",
  kinds: "Tipos",
  tags: "Etiquetas",
  resize: "Largura da barra lateral",
  marked: (entry, mark) => `${entry}, ${mark}`,
  more: (entry) => `Ações para ${name(entry)}`,
};

export const noPage = "O Haul não sabe de que página este link veio.";

export const network = {
  online: "On-line",
  offline: "Off-line: o que está ativo aguarda a rede",
};

export const emptyFolder = {
  title: "Não há mais nada aqui",
  sentence: "O que estava nesta pasta saiu da lista ou está em outro lugar.",
};
