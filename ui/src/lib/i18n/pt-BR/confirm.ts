// Portuguese words of what is asked before something is lost.
import type { Messages } from "../en";
import { downloads, files, list, number } from "./grammar";

/** Of many, some are named and the others counted. */
const named = (names: string[], more: number) => list(more > 0 ? [...names, `mais ${number(more)}`] : names);

export const confirm: Messages["confirm"] = {
  cancel: "Cancelar",
  quitTitle: "Sair e perder o que já está aqui?",
  quitText: (names, more) =>
    `Os servidores não conseguem continuar estes downloads: ${named(names, more)}. O que já chegou deles será baixado de novo.`,
  quit: "Sair",
  closeTitle: "Fechar a janela?",
  closeText: "O Haul pode continuar sem ela. Ao sair, o que não terminou continua quando o Haul for aberto de novo.",
  goOn: "Continuar em segundo plano",
  trashTitle: (count) => (count === 1 ? "Mover este arquivo para a lixeira?" : `Mover ${files(count)} para a lixeira?`),
  trashText: (names, more) => `Sai da lista: ${named(names, more)}. O que está no disco vai para a lixeira.`,
  trash: "Mover para a lixeira",
  dontAsk: "Não perguntar de novo",
  startOverTitle: (count) =>
    count === 1 ? "Recomeçar este download do zero?" : `Recomeçar ${downloads(count)} do zero?`,
  startOverText: (bytes) => `${bytes} que já estão aqui serão baixados de novo.`,
  startOverMany: "O que já chegou deles será baixado de novo.",
  startOver: "Recomeçar do zero",
  deleteTitle: (count) =>
    count === 1 ? "Excluir este arquivo permanentemente?" : `Excluir ${files(count)} permanentemente?`,
  deleteText: "A lixeira não pode ser usada aqui. O que for excluído não poderá ser recuperado.",
  delete: "Excluir",
};
