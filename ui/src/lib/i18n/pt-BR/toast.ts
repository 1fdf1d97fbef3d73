// Portuguese words of what is said of what was done and what happened.
import type { Messages } from "../en";
import { name } from "../text";
import { counted, downloads, either, files, links, number } from "./grammar";

export const toast: Messages["toast"] = {
  dismiss: "Dispensar",
  removed: (count) => either(count, `${downloads(count)} removido`, `${downloads(count)} removidos`),
  trashed: (count) => either(count, `${files(count)} movido para a lixeira`, `${files(count)} movidos para a lixeira`),
  deleted: (count) => either(count, `${files(count)} excluído`, `${files(count)} excluídos`),
  copied: (count) =>
    count === 1 ? "Link copiado" : either(count, `${links(count)} copiado`, `${links(count)} copiados`),
  copiedSome: (count, of) =>
    either(
      count,
      `${number(count)} de ${links(of)} copiado; os outros não estão mais na lista`,
      `${number(count)} de ${links(of)} copiados; os outros não estão mais na lista`,
    ),
  copiedFirst: (count, of) =>
    `Copiado dos primeiros ${number(count)} de ${number(of)} downloads; é o máximo de uma vez`,
  copiedLines: (count) =>
    either(count, `${counted(count, "linha", "linhas")} copiada`, `${counted(count, "linha", "linhas")} copiadas`),
  copiedFiles: (count) =>
    count === 1 ? "Arquivo copiado" : either(count, `${files(count)} copiado`, `${files(count)} copiados`),
  filesGone: "Os arquivos não estão mais onde estavam.",
  nothingToCopy: "Não se sabe nada disso sobre estes downloads.",
  cannotCopy: "Não é possível gravar na área de transferência.",
};

export const announce: Messages["announce"] = {
  done: (file) => `${name(file)} foi concluído`,
  doneMany: (count) => either(count, `${downloads(count)} foi concluído`, `${downloads(count)} foram concluídos`),
  failed: (file, reason) => `${name(file)} falhou: ${reason}`,
  failedMany: (count) => either(count, `${downloads(count)} falhou`, `${downloads(count)} falharam`),
};
