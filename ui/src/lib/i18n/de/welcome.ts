// German words of the first start.
import type { Messages } from "../en";
import { number, plural } from "./grammar";

export const welcome: Messages["welcome"] = {
  title: "Willkommen bei Haul",
  folder: (path) => `Downloads kommen nach ${path}.`,
  change: "Ändern…",
  bring: (count, program) =>
    plural(count, {
      one: `${number(count)} unfertigen Download aus ${program} übernehmen`,
      other: `${number(count)} unfertige Downloads aus ${program} übernehmen`,
    }),
  brought:
    "Was aria2 und Motrix davon haben, wird verwendet, wenn der Server noch dasselbe hat; die anderen beginnen von vorn. Dort bleibt alles, wie es ist.",
  private: "Nichts wird irgendwohin gesendet: es gibt kein Konto, und niemand zählt, was du tust.",
  more: "Alle Einstellungen",
  start: "Los geht’s",
  close: "Schließen",
};
