// German words of the first start.
import type { Messages } from "../en";

export const welcome: Messages["welcome"] = {
  title: "Willkommen bei Haul",
  folder: (path) => `Downloads kommen nach ${path}.`,
  change: "Ändern…",
  private: "Nichts wird irgendwohin gesendet: es gibt kein Konto, und niemand zählt, was du tust.",
  more: "Alle Einstellungen",
  start: "Los geht’s",
  close: "Schließen",
};
