// English words of queues.
import { name, type QueueErrorWords } from "../text";
import { number } from "./grammar";

export const queueError: QueueErrorWords = {
  noName: () => "Give the queue a name.",
  nameTaken: (error) => `There is a queue “${name(error.name)}” already. Choose another name.`,
  outOfRange: ({ min, max }) => `Choose a number from ${number(min)} to ${number(max)}.`,
  badFolder: () => "Choose a whole path, such as /home/me/Downloads.",
  isDefault: () => "The default queue is always there: what has no other queue is in it.",
};
