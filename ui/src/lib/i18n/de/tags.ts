// German words of tags, kinds and notes: what a person says of downloads.
import type { Messages } from "../en";
import { name, words } from "../text";
import { number, plural } from "./grammar";

const downloads = (count: number) => plural(count, { one: "1 Download", other: `${number(count)} Downloads` });

export const tags: Messages["tags"] = {
  remove: "Schlagwort löschen",
  put: (count, tag) =>
    plural(count, {
      one: `1 Download hat jetzt das Schlagwort ${name(tag)}`,
      other: `${number(count)} Downloads haben jetzt das Schlagwort ${name(tag)}`,
    }),
  took: (count, tag) => `Schlagwort ${name(tag)} bei ${downloads(count)} entfernt`,
  made: (tag) => `Schlagwort ${name(tag)} angelegt`,
  renamed: (from, to) => `Schlagwort ${name(from)} in ${name(to)} umbenannt`,
  coloured: (tag) => `Farbe des Schlagworts ${name(tag)} geändert`,
  removed: (tag, count) =>
    count === 0
      ? `Schlagwort ${name(tag)} gelöscht`
      : plural(count, {
          one: `Schlagwort ${name(tag)} gelöscht; 1 Download hatte es`,
          other: `Schlagwort ${name(tag)} gelöscht; ${number(count)} Downloads hatten es`,
        }),
  kindSet: (count, kind) =>
    plural(count, {
      one: `1 Download ist jetzt von der Art ${name(kind)}`,
      other: `${number(count)} Downloads sind jetzt von der Art ${name(kind)}`,
    }),
  kindReset: (count) =>
    plural(count, {
      one: "Die Art von 1 Download folgt jetzt aus Name und Typ",
      other: `Die Arten von ${number(count)} Downloads folgen jetzt aus Name und Typ`,
    }),
  byItself: "Nach Name und Typ",
  editKind: "Art bearbeiten…",
  newKind: "Neue Art…",
  onto: (count, tag) => `${downloads(count)} das Schlagwort ${name(tag)} geben`,
  ontoKind: (count, kind) => `${downloads(count)} der Art ${name(kind)} zuordnen`,
  links: (tag) => `Mit dem Schlagwort ${name(tag)} hinzufügen`,
  linksKind: (kind) => `Als Art ${name(kind)} hinzufügen`,
  noted: "Notiz geändert",
  unnoted: "Notiz entfernt",
  addNote: "Notiz schreiben…",
  editNote: "Notiz bearbeiten…",
  empty: words("Nichts hat dieses Schlagwort", "Zieh Downloads darauf, oder wähl es in ihrem Menü."),
  emptyKind: words(
    "Nichts ist mehr von dieser Art",
    "Was von ihr war, ist nicht mehr in der Liste oder jetzt von einer anderen Art.",
  ),
};

export const tagForm: Messages["tagForm"] = {
  newTitle: "Neues Schlagwort",
  title: (tag) => `Schlagwort ${name(tag)}`,
  name: "Name",
  hint: "Etwa Lesen",
  create: "Schlagwort anlegen",
  bad: "Schreib einen Namen mit 1 bis 50 Zeichen in einer Zeile.",
  merges: (tag) => `Es gibt schon ein Schlagwort ${name(tag)}: Was eins von beiden hat, hat dann dieses.`,
};

export const noteForm: Messages["noteForm"] = {
  title: (file) => `Notiz zu ${name(file)}`,
  label: "Notiz",
  sentence: "Nur du siehst sie. Die Suche findet, was du schreibst.",
  tooLong: (most) => `Eine Notiz fasst höchstens ${number(most)} Zeichen.`,
};
