// German words of what is asked before something is lost.
import type { Messages } from "../en";
import { number, plural } from "./grammar";

export const confirm: Messages["confirm"] = {
  cancel: "Abbrechen",
  quitTitle: "Beenden und verlieren, was schon da ist?",
  quitText: (names) =>
    `Diese Server können einen Download nicht fortsetzen: ${names}. Was davon da ist, wird noch einmal geladen.`,
  quit: "Beenden",
  trashTitle: (count) =>
    plural(count, {
      one: "Diese Datei in den Papierkorb legen?",
      other: `${number(count)} Dateien in den Papierkorb legen?`,
    }),
  trashText: (names) => `${names}: aus der Liste genommen, und was auf der Platte liegt, kommt in den Papierkorb.`,
  trash: "In den Papierkorb",
  startOverTitle: (count) =>
    plural(count, { one: "Diesen Download neu beginnen?", other: `${number(count)} Downloads neu beginnen?` }),
  startOverText: (bytes) => `${bytes}, die schon da sind, werden noch einmal geladen.`,
  startOverMany: "Was von ihnen schon da ist, wird noch einmal geladen.",
  startOver: "Neu beginnen",
  deleteTitle: (count) =>
    plural(count, { one: "Diese Datei endgültig löschen?", other: `${number(count)} Dateien endgültig löschen?` }),
  deleteText: "Der Papierkorb lässt sich hier nicht benutzen. Gelöschtes kommt nicht zurück.",
  delete: "Löschen",
  andMore: (count) => `und ${number(count)} weitere`,
};
