// French words of what is done about failures, and of the raw facts behind one.
import type { Messages } from "../en";
import { name } from "../text";
import { at, list, number, plural } from "./grammar";

export const failures: Messages["failures"] = {
  logInTitle: (hosts) => `S’identifier sur ${list(hosts.map(name))}`,
  logInText: (count) =>
    plural(count, {
      one: "Le serveur veut savoir qui vous êtes. Le téléchargement sera retenté avec ce que vous indiquez ici.",
      many: `Le serveur veut savoir qui vous êtes. ${number(count)} de téléchargements seront retentés avec ce que vous indiquez ici.`,
      other: `Le serveur veut savoir qui vous êtes. ${number(count)} téléchargements seront retentés avec ce que vous indiquez ici.`,
    }),
  user: "Nom d’utilisateur",
  password: "Mot de passe",
  noColon: "Un nom d’utilisateur ne peut pas contenir de deux-points.",
  memory: "Les deux ne sont conservés qu’en mémoire, jusqu’à la fermeture de Haul.",
  logIn: "S’identifier",
  cancel: "Annuler",
  keepTitle: (count) =>
    plural(count, {
      one: "Conserver ce fichier tel quel ?",
      many: `Conserver ${number(count)} de fichiers tels quels ?`,
      other: `Conserver ${number(count)} fichiers tels quels ?`,
    }),
  keepText:
    "L’erreur est soit dans le fichier, soit dans la somme de contrôle, et Haul ne peut pas le savoir. Rien ne garantit ce qui est conservé.",
  keep: "Conserver",
  nextTry: (when) => `Prochaine tentative ${at(when)}.`,
  tried: (count, time) =>
    plural(count, {
      one: `Tenté ${number(count)} fois, en ${time}.`,
      many: `Tenté ${number(count)} de fois en ${time}.`,
      other: `Tenté ${number(count)} fois en ${time}.`,
    }),
  facts: "Détails techniques",
  copyFacts: "Copier les détails techniques",
  factsCopied: "Détails techniques copiés",
  fact: {
    code: "Code",
    status: "Réponse",
    host: "Serveur",
    url: "Lien",
    finalUrl: "Redirigé vers",
    proxy: "Proxy",
    reason: "Motif",
    certificate: "Certificat (SHA-256)",
    retryAfter: "Attente demandée",
    validator: "Identifié par",
    contentType: "Type",
    was: "Taille au début",
    now: "Taille actuelle",
    expected: "Somme de contrôle attendue",
    actual: "Somme de contrôle trouvée",
    by: "Somme de contrôle d’après",
    path: "Sur le disque",
    missing: "Espace manquant",
    headers: "En-têtes envoyés",
    before: "Auparavant",
  },
  checksumBy: { person: "Indiquée à l’ajout", server: "Le serveur", metalink: "La description Metalink du serveur" },
  secret: "masqué",
};
