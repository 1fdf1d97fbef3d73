// German words of queues.
import { name, type QueueErrorWords } from "../text";
import { number } from "./grammar";

export const queueError: QueueErrorWords = {
  noName: () => "Gib der Warteschlange einen Namen.",
  nameTaken: (error) => `Eine Warteschlange „${name(error.name)}“ gibt es schon. Wähle einen anderen Namen.`,
  outOfRange: ({ min, max }) => `Wähle eine Zahl von ${number(min)} bis ${number(max)}.`,
  badFolder: () => "Wähle einen ganzen Pfad, etwa /home/ich/Downloads.",
  isDefault: () => "Die Standard-Warteschlange gibt es immer: Was in keiner anderen ist, ist in ihr.",
};
