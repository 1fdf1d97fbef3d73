// How Spanish counts.
import { grammar } from "../grammar";

export const spanish = grammar("es", ["one", "many", "other"]);
export const { plural, number, list } = spanish;

export const active = (count: number) =>
  plural(count, { one: "1 activa", many: `${number(count)} activas`, other: `${number(count)} activas` });
