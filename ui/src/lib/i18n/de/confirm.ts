// German words of what is asked before something is lost.
import type { Messages } from "../en";
import { list, number, plural } from "./grammar";

/** Of many, some are named and the others counted. */
const named = (names: string[], more: number) => list(more > 0 ? [...names, `${number(more)} weitere`] : names);

export const confirm: Messages["confirm"] = {
  cancel: "Abbrechen",
  quitTitle: "Beenden und verlieren, was schon da ist?",
  quitText: (names, more) =>
    `Die Server dieser Downloads können nicht fortsetzen: ${named(names, more)}. Was davon da ist, wird noch einmal geladen.`,
  quit: "Beenden",
  closeTitle: "Das Fenster schließen?",
  closeText:
    "Haul kann ohne Fenster weiterlaufen. Nach dem Beenden geht Unfertiges weiter, sobald Haul wieder startet.",
  goOn: "Im Hintergrund weiterlaufen",
  trashTitle: (count) =>
    plural(count, {
      one: "Diese Datei in den Papierkorb legen?",
      other: `${number(count)} Dateien in den Papierkorb legen?`,
    }),
  trashText: (names, more) =>
    `Aus der Liste genommen wird: ${named(names, more)}. Was auf der Platte liegt, kommt in den Papierkorb.`,
  trash: "In den Papierkorb",
  dontAsk: "Nicht mehr fragen",
  startOverTitle: (count) =>
    plural(count, { one: "Diesen Download neu beginnen?", other: `${number(count)} Downloads neu beginnen?` }),
  startOverText: (bytes) => `${bytes}, die schon da sind, werden noch einmal geladen.`,
  startOverMany: "Was von ihnen schon da ist, wird noch einmal geladen.",
  startOver: "Neu beginnen",
  deleteTitle: (count) =>
    plural(count, { one: "Diese Datei endgültig löschen?", other: `${number(count)} Dateien endgültig löschen?` }),
  deleteText: "Der Papierkorb lässt sich hier nicht benutzen. Gelöschtes kommt nicht zurück.",
  delete: "Löschen",
};
