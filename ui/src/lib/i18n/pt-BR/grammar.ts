// How Portuguese counts.
import { grammar } from "../grammar";

export const portuguese = grammar("pt-BR", ["one", "many", "other"]);
export const { plural, number, list } = portuguese;

/** For a sentence, whose words are one (as for none) or several: a million makes no difference to them. */
export function either(count: number, one: string, other: string): string {
  return plural(count, { one, many: other, other });
}

/** "1 arquivo", "2 arquivos", "1.000.000 de arquivos". */
export function counted(count: number, one: string, other: string): string {
  const amount = number(count);
  return plural(count, { one: `${amount} ${one}`, many: `${amount} de ${other}`, other: `${amount} ${other}` });
}

export const downloads = (count: number) => counted(count, "download", "downloads");
export const files = (count: number) => counted(count, "arquivo", "arquivos");

export const links = (count: number) => counted(count, "link", "links");
