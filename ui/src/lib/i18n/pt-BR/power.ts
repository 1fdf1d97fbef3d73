// Brazilian Portuguese words of what the computer does once a queue has ended.
import type { Messages } from "../en";
import { name } from "../text";
import { counted, either } from "./grammar";

const seconds = (left: number) => counted(left, "segundo", "segundos");
const others = (count: number) => counted(count, "outro download", "outros downloads");

export const power: Messages["power"] = {
  ended: (queue) => `Todos os downloads de “${name(queue)}” terminaram.`,
  others: (count) =>
    either(
      count,
      `${others(count)} está em andamento. Ele continua de onde está na próxima inicialização.`,
      `${others(count)} estão em andamento. Eles continuam de onde estão na próxima inicialização.`,
    ),
  sleep: {
    title: "O computador vai ser suspenso",
    in: (left) => `Ele será suspenso em ${seconds(left)}.`,
    now: "Suspender agora",
    cancelled: "O computador não será suspenso",
  },
  shutDown: {
    title: "O computador vai ser desligado",
    in: (left) => `Ele será desligado em ${seconds(left)}.`,
    now: "Desligar agora",
    cancelled: "O computador continua ligado",
  },
};
