// English words of the speed of all downloads together.
import type { Speed } from "../../bindings";
import { number } from "./grammar";

export const speed = {
  names: { unlimited: "Unlimited", limited: "Limit", turtle: "Turtle" } satisfies Record<Speed, string>,
  turtleAt: (amount: string) => `Turtle: ${amount}`,
  named: (profile: string, amount: string) => `${profile}: ${amount}`,
  notSet: "none is set",
  menu: (current: string) => `Speed: ${current}`,
  byPlan: (current: string) => `Speed: ${current}, by your plan for the week`,
  leavingRoom: (current: string) => `${current}, with room for others`,
  plan: "Plan for the week…",
  planSynonyms: "schedule scheduler hours day night weekend time",
  planTitle: "Speed in the hours of the week",
  planSentence: "What you choose by hand holds until the plan changes the next time.",
  everywhere: (profile: string) => `All week: ${profile}`,
  usePlan: "Use this plan",
  endPlan: "Stop using it",
  planChanged: "Changed the speed plan",
  planEnded: "Ended the speed plan",
  planOff: "No plan: what you choose holds until you choose again.",
  planOn: (unlimited: number, limited: number, turtle: number) =>
    `Of the 168 hours of a week, ${number(unlimited)} are unlimited, ${number(limited)} limited and ${number(turtle)} with the turtle.`,
  slowed: (amount: string) => `all together limited to ${amount} by the turtle`,
  yielding: "slowed to leave room for others",
};
