// French words of the speed of all downloads together.
import type { Messages } from "../en";
import { number } from "./grammar";

export const speed: Messages["speed"] = {
  names: { unlimited: "Sans limite", limited: "Avec limite", turtle: "Tortue" },
  turtleAt: (amount) => `Tortue : ${amount}`,
  named: (profile, amount) => `${profile} : ${amount}`,
  notSet: "aucune limite fixée",
  menu: (current) => `Vitesse : ${current}`,
  byPlan: (current) => `Vitesse : ${current}, selon votre planning de la semaine`,
  leavingRoom: (current) => `${current}, laisse de la place aux autres`,
  plan: "Planning de la semaine…",
  planSynonyms: "planning planificateur horaire heures jour nuit week-end",
  planTitle: "Vitesse selon les heures de la semaine",
  planSentence: "Ce que vous choisissez à la main vaut jusqu’au prochain changement prévu par le planning.",
  everywhere: (profile) => `Toute la semaine : ${profile}`,
  usePlan: "Utiliser ce planning",
  endPlan: "Ne plus l’utiliser",
  planChanged: "Planning de vitesse modifié",
  planEnded: "Planning de vitesse arrêté",
  planOff: "Aucun planning : ce que vous choisissez vaut jusqu’à votre prochain choix.",
  planOn: (unlimited, limited, turtle) =>
    `Sur les 168 heures de la semaine : ${number(unlimited)} sans limite, ${number(limited)} avec limite et ${number(turtle)} en mode tortue.`,
  slowed: (amount) => `tous ensemble limités à ${amount} par la tortue`,
  yielding: "ralenti pour laisser de la place aux autres",
};
