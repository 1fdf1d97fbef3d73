// German words of the speed of all downloads together.
import type { Messages } from "../en";
import { number } from "./grammar";

export const speed: Messages["speed"] = {
  names: { unlimited: "Ohne Limit", limited: "Mit Limit", turtle: "Schildkröte" },
  turtleAt: (amount) => `Schildkröte: ${amount}`,
  named: (profile, amount) => `${profile}: ${amount}`,
  notSet: "keines gesetzt",
  menu: (current) => `Tempo: ${current}`,
  byPlan: (current) => `Tempo: ${current}, nach deinem Wochenplan`,
  leavingRoom: (current) => `${current}, lässt anderen Platz`,
  plan: "Wochenplan…",
  planSynonyms: "zeitplan plan stunden tag nacht wochenende uhrzeit",
  planTitle: "Tempo in den Stunden der Woche",
  planSentence: "Was du von Hand wählst, gilt, bis der Plan das nächste Mal etwas ändert.",
  everywhere: (profile) => `Die ganze Woche: ${profile}`,
  usePlan: "Diesen Plan verwenden",
  endPlan: "Nicht mehr verwenden",
  planChanged: "Wochenplan für das Tempo geändert",
  planEnded: "Wochenplan für das Tempo beendet",
  planOff: "Kein Plan: Was du wählst, gilt, bis du wieder wählst.",
  planOn: (unlimited, limited, turtle) =>
    `Von den 168 Stunden der Woche sind ${number(unlimited)} ohne Limit, ${number(limited)} mit Limit und ${number(turtle)} mit der Schildkröte.`,
  slowed: (amount) => `alle zusammen von der Schildkröte auf ${amount} gebremst`,
  yielding: "gebremst, um anderen Platz zu lassen",
};
