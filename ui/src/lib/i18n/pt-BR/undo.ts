// Brazilian Portuguese words of what can be taken back.
import type { Messages } from "../en";
import { quoting } from "../text";
import { downloads, either, list, number } from "./grammar";

/** What was done, as it was said. */
const quoted = quoting(["“", "”"], ["‘", "’"]);

export const undo: Messages["undo"] = {
  undo: "Desfazer",
  undoWhat: (what) => `Desfazer ${quoted(what)}`,
  redoWhat: (what) => `Refazer ${quoted(what)}`,
  undone: (what) => `${quoted(what)} foi desfeito`,
  failed: (what, why) => `Não foi possível desfazer ${quoted(what)}. ${why}`,
  notRedone: (what, why) => `Não foi possível refazer ${quoted(what)}. ${why}`,
  gone: (count) =>
    either(
      count,
      `${downloads(count)} não está mais guardado e não pode voltar.`,
      `${downloads(count)} não estão mais guardados e não podem voltar.`,
    ),
  withoutFile: (count) =>
    either(
      count,
      `${downloads(count)} voltou, mas o arquivo não está mais onde estava. Recomece do zero para baixá-lo de novo.`,
      `${number(count)} dos downloads que voltaram não têm mais arquivo. Recomece do zero para baixá-los de novo.`,
    ),
  finishedStay: (count) =>
    either(
      count,
      `${downloads(count)} já foi concluído e permanece.`,
      `${downloads(count)} já foram concluídos e permanecem.`,
    ),
  pausedAll: (count) => either(count, `${downloads(count)} pausado`, `${downloads(count)} pausados`),
  resumedAll: (count) => either(count, `${downloads(count)} retomado`, `${downloads(count)} retomados`),
  moved: (count) =>
    either(count, `${downloads(count)} mudou de lugar na fila`, `${downloads(count)} mudaram de lugar na fila`),
  options: (count) => either(count, `${downloads(count)} alterado`, `${downloads(count)} alterados`),
  settings: (names) => `Configurações alteradas: ${list(names)}`,
};
