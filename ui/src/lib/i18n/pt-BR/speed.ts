// Brazilian Portuguese words of the speed of all downloads together.
import type { Messages } from "../en";
import { either, number } from "./grammar";

export const speed: Messages["speed"] = {
  names: { unlimited: "Sem limite", limited: "Com limite", turtle: "Tartaruga" },
  turtleAt: (amount) => `Tartaruga: ${amount}`,
  named: (profile, amount) => `${profile}: ${amount}`,
  notSet: "não definido",
  menu: (current) => `Velocidade: ${current}`,
  byPlan: (current) => `Velocidade: ${current}, conforme seu plano da semana`,
  leavingRoom: (current) => `${current}, deixa espaço para os outros`,
  plan: "Plano da semana…",
  planSynonyms: "agenda agendar programação horas dia noite fim de semana horário",
  planTitle: "Velocidade nas horas da semana",
  planSentence: "O que você escolhe manualmente vale até a próxima mudança do plano.",
  everywhere: (profile) => `Semana toda: ${profile}`,
  usePlan: "Usar este plano",
  endPlan: "Deixar de usar",
  planChanged: "Plano de velocidade alterado",
  planEnded: "Plano de velocidade encerrado",
  planOff: "Sem plano: o que você escolhe vale até você escolher de novo.",
  planOn: (unlimited, limited, turtle) =>
    either(
      unlimited,
      `Das 168 horas da semana, ${number(unlimited)} é sem limite, ${number(limited)} com limite e ${number(turtle)} com a tartaruga.`,
      `Das 168 horas da semana, ${number(unlimited)} são sem limite, ${number(limited)} com limite e ${number(turtle)} com a tartaruga.`,
    ),
  slowed: (amount) => `todos juntos limitados a ${amount} pela tartaruga`,
  yielding: "desacelerado para deixar espaço para os outros",
};
