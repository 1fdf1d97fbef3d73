// English words of the list of what was said of late, and of downloads that failed together.
import { name } from "../text";
import { number, plural } from "./grammar";

export const notifications = {
  title: "Notifications",
  button: (unseen: number) =>
    unseen === 0
      ? "Notifications"
      : plural(unseen, { one: "Notifications, 1 new", other: `Notifications, ${number(unseen)} new` }),
  none: "There are no recent notifications.",
  clear: "Clear all",
  close: "Close",
  dismiss: (text: string) => `Dismiss: ${text}`,
};

export const batch = {
  ofHost: (count: number, host: string) =>
    plural(count, {
      one: `1 download from ${name(host)} failed`,
      other: `${number(count)} downloads from ${name(host)} failed`,
    }),
  here: (count: number) => plural(count, { one: "1 download failed", other: `${number(count)} downloads failed` }),
  actions: "What can be done for all of them",
  show: "Show them",
  dismiss: "Dismiss",
};
