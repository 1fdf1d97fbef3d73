// Brazilian Portuguese words of the keys.
import type { Messages } from "../en";
import { name } from "../text";

export const keyboard: Messages["keyboard"] = {
  actions: "Teclas de todas as ações",
  action: "Ação",
  keys: "Teclas",
  none: "Nenhuma tecla",
  press: "Pressione as novas teclas…",
  add: (action) => `Adicionar teclas para “${name(action)}”`,
  remove: (keys, action) => `Tirar ${name(keys)} de “${name(action)}”`,
  reset: (action) => `Restaurar as teclas de “${name(action)}”`,
  resetAll: "Restaurar todas as teclas",
  conflict: (keys, action) => `${name(keys)} já significa “${name(action)}”.`,
  take: "Usar aqui",
  cancel: "Cancelar",
  reserved: (keys) => `${name(keys)} move o foco e não pode ter outro uso.`,
  search: "Procurar um atalho",
  nothing: (text) => `Nenhum atalho corresponde a “${name(text)}”.`,
  print: "Imprimir",
  change: "Alterar teclas…",
  fixedGroup: "Na lista",
  fixed: {
    move: "Mover o foco e selecionar",
    extend: "Estender a seleção",
    focus: "Mover só o foco",
    space: "Selecionar ou desmarcar, pausar ou retomar",
    buttons: "Ir aos botões de uma linha e voltar",
    letters: "Ir ao próximo nome que começa assim",
    menu: "Menu do que tem o foco",
    escape: "Fechar, limpar a pesquisa, desmarcar tudo",
  },
  menuKey: "Menu",
};
