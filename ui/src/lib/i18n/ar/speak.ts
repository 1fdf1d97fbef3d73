// What is said of a row, in Arabic.
import type { Messages } from "../en";
import { number } from "./grammar";
import { sentences } from "../text";

export const speak: Messages["speak"] = {
  nothing: "لا يوجد تنزيل عليه التركيز.",
  size: (bytes) => `الحجم ${bytes}`,
  throughput: (throughput) => `سرعة التنزيل ${throughput}`,
  place: (at, of) => `الصف ${number(at)} من ${number(of)}`,
  selected: "محدد",
  facts: (facts) => sentences(facts, ".", " "),
};
