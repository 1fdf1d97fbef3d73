// Spanish words of the speed of all downloads together.
import type { Messages } from "../en";
import { number } from "./grammar";

export const speed: Messages["speed"] = {
  names: { unlimited: "Sin límite", limited: "Con límite", turtle: "Tortuga" },
  turtleAt: (amount) => `Tortuga: ${amount}`,
  named: (profile, amount) => `${profile}: ${amount}`,
  notSet: "ninguno fijado",
  menu: (current) => `Velocidad: ${current}`,
  byPlan: (current) => `Velocidad: ${current}, según tu plan semanal`,
  leavingRoom: (current) => `${current}, deja sitio a los demás`,
  plan: "Plan semanal…",
  planSynonyms: "plan planificador horario horas día noche fin de semana",
  planTitle: "Velocidad según las horas de la semana",
  planSentence: "Lo que eliges a mano vale hasta el próximo cambio previsto en el plan.",
  everywhere: (profile) => `Toda la semana: ${profile}`,
  usePlan: "Usar este plan",
  endPlan: "Dejar de usarlo",
  planChanged: "Plan de velocidad cambiado",
  planEnded: "Plan de velocidad terminado",
  planOff: "Sin plan: lo que eliges vale hasta que vuelvas a elegir.",
  planOn: (unlimited, limited, turtle) =>
    `De las 168 horas de la semana, ${number(unlimited)} sin límite, ${number(limited)} con límite y ${number(turtle)} con la tortuga.`,
  slowed: (amount) => `todas juntas limitadas a ${amount} por la tortuga`,
  yielding: "ralentizada para dejar sitio a los demás",
};
