// How French counts.
import { grammar } from "../grammar";

export const french = grammar("fr", ["one", "many", "other"]);
export const { plural, number, list } = french;

export const connections = (count: number) =>
  plural(count, {
    one: `${number(count)} connexion`,
    many: `${number(count)} de connexions`,
    other: `${number(count)} connexions`,
  });

export const active = (count: number) =>
  plural(count, {
    one: `${number(count)} actif`,
    many: `${number(count)} actifs`,
    other: `${number(count)} actifs`,
  });
