// French words of tags, kinds and notes: what a person says of downloads.
import type { Messages } from "../en";
import { name, words } from "../text";
import { number, plural } from "./grammar";

const downloads = (count: number) =>
  plural(count, {
    one: `${number(count)} téléchargement`,
    many: `${number(count)} de téléchargements`,
    other: `${number(count)} téléchargements`,
  });

export const tags: Messages["tags"] = {
  remove: "Supprimer l’étiquette",
  put: (count, tag) => `Étiquette ${name(tag)} ajoutée à ${downloads(count)}`,
  took: (count, tag) => `Étiquette ${name(tag)} retirée de ${downloads(count)}`,
  made: (tag) => `Étiquette ${name(tag)} créée`,
  renamed: (from, to) => `Étiquette ${name(from)} renommée en ${name(to)}`,
  coloured: (tag) => `Couleur de l’étiquette ${name(tag)} modifiée`,
  removed: (tag, count) =>
    count === 0
      ? `Étiquette ${name(tag)} supprimée`
      : plural(count, {
          one: `Étiquette ${name(tag)} supprimée ; ${number(count)} téléchargement l’avait`,
          many: `Étiquette ${name(tag)} supprimée ; ${number(count)} de téléchargements l’avaient`,
          other: `Étiquette ${name(tag)} supprimée ; ${number(count)} téléchargements l’avaient`,
        }),
  kindSet: (count, kind) =>
    plural(count, {
      one: `${number(count)} téléchargement est maintenant du type ${name(kind)}`,
      many: `${number(count)} de téléchargements sont maintenant du type ${name(kind)}`,
      other: `${number(count)} téléchargements sont maintenant du type ${name(kind)}`,
    }),
  kindReset: (count) =>
    plural(count, {
      one: `Le type de ${number(count)} téléchargement dépend maintenant de son nom et de son contenu`,
      many: `Le type de ${number(count)} de téléchargements dépend maintenant de leur nom et de leur contenu`,
      other: `Le type de ${number(count)} téléchargements dépend maintenant de leur nom et de leur contenu`,
    }),
  byItself: "D’après le nom et le contenu",
  editKind: "Modifier le type…",
  newKind: "Nouveau type…",
  onto: (count, tag) => `Mettre l’étiquette ${name(tag)} à ${downloads(count)}`,
  ontoKind: (count, kind) => `Donner le type ${name(kind)} à ${downloads(count)}`,
  links: (tag) => `Ajouter avec l’étiquette ${name(tag)}`,
  linksKind: (kind) => `Ajouter avec le type ${name(kind)}`,
  noted: "Annotation modifiée",
  unnoted: "Annotation supprimée",
  addNote: "Ajouter une annotation…",
  editNote: "Modifier l’annotation…",
  empty: words(
    "Rien ne porte cette étiquette",
    "Faites glisser des téléchargements dessus, ou choisissez-la dans leur menu.",
  ),
  emptyKind: words(
    "Plus rien n’est de ce type",
    "Ce qui en était a quitté la liste, ou est maintenant d’un autre type.",
  ),
};

export const tagForm: Messages["tagForm"] = {
  newTitle: "Nouvelle étiquette",
  title: (tag) => `Étiquette ${name(tag)}`,
  name: "Nom",
  hint: "Par exemple À lire",
  create: "Créer l’étiquette",
  bad: "Écrivez un nom de 1 à 50 caractères sur une seule ligne.",
  merges: (tag) => `Il y a déjà une étiquette ${name(tag)} : ce qui porte l’une ou l’autre portera celle-là.`,
};

export const noteForm: Messages["noteForm"] = {
  title: (file) => `Annotation sur ${name(file)}`,
  label: "Annotation",
  sentence: "Vous seul la voyez. La recherche trouve ce que vous écrivez.",
  tooLong: (most) => `Une annotation contient au plus ${number(most)} caractères.`,
};
