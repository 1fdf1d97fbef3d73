// French words of what was pasted into the add dialog.
import type { Messages } from "../en";
import { name, type RemarkWords } from "../text";
import { number, plural } from "./grammar";

const links = (count: number) =>
  plural(count, {
    one: `${number(count)} lien`,
    many: `${number(count)} de liens`,
    other: `${number(count)} liens`,
  });

const remark: RemarkWords = {
  tooMany: ({ pattern, count }) =>
    `${name(pattern)} représente ${links(count)}. On peut en ajouter au plus ${number(10_000)} à la fois : écrivez une plage plus petite.`,
  leftOut: ({ count }) =>
    plural(count, {
      one: `${number(count)} lien de plus a été laissé de côté.`,
      many: `${number(count)} de liens de plus ont été laissés de côté.`,
      other: `${number(count)} liens de plus ont été laissés de côté.`,
    }),
  unknownFlags: ({ flags }) => `Non utilisé dans cette commande : ${name(flags.join(" "))}`,
  sends: ({ method }) =>
    `Cette commande envoie des données (${name(method)}). Haul ne fait que demander des fichiers ; le serveur pourrait donc répondre autre chose.`,
  unsupported: ({ scheme, count }) =>
    scheme === "magnet"
      ? plural(count, {
          one: `${number(count)} lien magnet a été laissé de côté : Haul ne sait pas encore télécharger les torrents.`,
          many: `${number(count)} de liens magnet ont été laissés de côté : Haul ne sait pas encore télécharger les torrents.`,
          other: `${number(count)} liens magnet ont été laissés de côté : Haul ne sait pas encore télécharger les torrents.`,
        })
      : plural(count, {
          one: `${number(count)} lien en ${name(scheme)} a été laissé de côté : Haul ne télécharge que par http et https.`,
          many: `${number(count)} de liens en ${name(scheme)} ont été laissés de côté : Haul ne télécharge que par http et https.`,
          other: `${number(count)} liens en ${name(scheme)} ont été laissés de côté : Haul ne télécharge que par http et https.`,
        }),
  insecure: () =>
    "Cette commande ne vérifierait pas l’identité du serveur. Haul la vérifie, et vous pose la question s’il ne peut pas l’établir.",
};

export const paste: Messages["paste"] = {
  remark,
  fromTo: (first, last) => `${name(first)} … ${name(last)}`,
  takeAll: (what) => `Tout télécharger : ${name(what)}`,
  chooseFrom: (what) => `Choisir parmi ${name(what)}`,
  all: "Tous",
  none: "Aucun",
  others: "Les autres",
  onlyKind: (kind, count) => `${name(kind)} seulement (${number(count)})`,
  onlyOver: (size, count) => `Seulement au-dessus de ${size} (${number(count)})`,
  about: (size) => `≈ ${size}`,
  probed: (known, all) => `Interrogés : ${number(known)} sur ${number(all)}`,
  allProbed: "Tous interrogés",
  failed: (count, all) => `Indisponibles : ${number(count)} sur ${number(all)}`,
  needsLogIn: "Ce serveur demande qui vous êtes : indiquez-le ci-dessous.",
  ask: "Demander les tailles",
  user: (file) => `Nom d’utilisateur pour ${name(file)}`,
  userHint: "Nom d’utilisateur",
  password: (file) => `Mot de passe pour ${name(file)}`,
  passwordHint: "Mot de passe",
  logIn: "S’identifier",
};
