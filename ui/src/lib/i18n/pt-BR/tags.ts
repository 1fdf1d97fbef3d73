// Brazilian Portuguese words of tags, kinds and notes: what a person says of downloads.
import type { Messages } from "../en";
import { name, words } from "../text";
import { downloads, either, number } from "./grammar";

export const tags: Messages["tags"] = {
  remove: "Excluir etiqueta",
  put: (count, tag) => `Etiqueta ${name(tag)} colocada em ${downloads(count)}`,
  took: (count, tag) => `Etiqueta ${name(tag)} tirada de ${downloads(count)}`,
  made: (tag) => `Etiqueta ${name(tag)} criada`,
  renamed: (from, to) => `Etiqueta ${name(from)} renomeada para ${name(to)}`,
  coloured: (tag) => `Cor da etiqueta ${name(tag)} alterada`,
  removed: (tag, count) =>
    count === 0
      ? `Etiqueta ${name(tag)} excluída`
      : either(
          count,
          `Etiqueta ${name(tag)} excluída; ${downloads(count)} a tinha`,
          `Etiqueta ${name(tag)} excluída; ${downloads(count)} a tinham`,
        ),
  kindSet: (count, kind) =>
    either(
      count,
      `${downloads(count)} agora é do tipo ${name(kind)}`,
      `${downloads(count)} agora são do tipo ${name(kind)}`,
    ),
  kindReset: (count) => `O tipo de ${downloads(count)} agora depende do nome e do conteúdo`,
  byItself: "Pelo nome e pelo conteúdo",
  editKind: "Editar tipo…",
  newKind: "Novo tipo…",
  onto: (count, tag) => `Colocar a etiqueta ${name(tag)} em ${downloads(count)}`,
  ontoKind: (count, kind) => `Dar o tipo ${name(kind)} a ${downloads(count)}`,
  links: (tag) => `Adicionar com a etiqueta ${name(tag)}`,
  linksKind: (kind) => `Adicionar com o tipo ${name(kind)}`,
  noted: "Nota alterada",
  unnoted: "Nota removida",
  addNote: "Adicionar uma nota…",
  editNote: "Editar a nota…",
  empty: words("Nada tem esta etiqueta", "Arraste downloads até ela, ou escolha-a no menu deles."),
  emptyKind: words("Nada mais é deste tipo", "O que era dele saiu da lista, ou agora é de outro tipo."),
};

export const tagForm: Messages["tagForm"] = {
  newTitle: "Nova etiqueta",
  title: (tag) => `Etiqueta ${name(tag)}`,
  name: "Nome",
  hint: "Por exemplo, Para ler",
  create: "Criar etiqueta",
  bad: "Escreva um nome de 1 a 50 caracteres em uma só linha.",
  merges: (tag) => `Já existe uma etiqueta ${name(tag)}: o que tiver uma ou outra terá essa.`,
};

export const noteForm: Messages["noteForm"] = {
  title: (file) => `Nota sobre ${name(file)}`,
  label: "Nota",
  sentence: "Só você a vê. A busca encontra o que você escrever.",
  tooLong: (most) => `Uma nota tem no máximo ${number(most)} caracteres.`,
};
