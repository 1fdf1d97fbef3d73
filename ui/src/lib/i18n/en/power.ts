// English words of what the computer does once a queue has ended.
import { name } from "../text";
import { number, plural } from "./grammar";

const seconds = (left: number) => plural(left, { one: "1 second", other: `${number(left)} seconds` });

export const power = {
  ended: (queue: string) => `All downloads of “${name(queue)}” have ended.`,
  others: (count: number) =>
    plural(count, {
      one: "1 other download is running. It goes on from where it is at the next start.",
      other: `${number(count)} other downloads are running. They go on from where they are at the next start.`,
    }),
  sleep: {
    title: "The computer goes to sleep",
    in: (left: number) => `It goes to sleep in ${seconds(left)}.`,
    now: "Sleep now",
    cancelled: "The computer stays awake",
  },
  shutDown: {
    title: "The computer shuts down",
    in: (left: number) => `It shuts down in ${seconds(left)}.`,
    now: "Shut down now",
    cancelled: "The computer stays on",
  },
};
