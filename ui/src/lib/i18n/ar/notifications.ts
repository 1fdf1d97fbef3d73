// Arabic words of the list of what was said of late, and of downloads that failed together.
import type { Messages } from "../en";
import { name } from "../text";
import { counts, downloads, number, plural } from "./grammar";

export const notifications: Messages["notifications"] = {
  title: "الإشعارات",
  button: (unseen) =>
    unseen === 0
      ? "الإشعارات"
      : counts(unseen, {
          one: "الإشعارات، واحد لم تره",
          two: "الإشعارات، اثنان لم ترهما",
          more: `الإشعارات، ${number(unseen)} لم ترها`,
        }),
  none: "لا توجد إشعارات حديثة.",
  clear: "مسح الكل",
  close: "إغلاق",
  dismiss: (text) => `إخفاء: ${text}`,
};

/** The verb before three to ten takes the form of the plural. */
export const failed = (count: number) =>
  plural(count, {
    zero: `فشل ${downloads(count)}`,
    one: `فشل ${downloads(count)}`,
    two: `فشل ${downloads(count)}`,
    few: `فشلت ${downloads(count)}`,
    many: `فشل ${downloads(count)}`,
    other: `فشل ${downloads(count)}`,
  });

export const batch: Messages["batch"] = {
  ofHost: (count, host) => `${failed(count)} من ${name(host)}`,
  here: failed,
  actions: "ما يمكن فعله لها كلها",
  show: "إظهارها",
  dismiss: "إخفاء",
};
