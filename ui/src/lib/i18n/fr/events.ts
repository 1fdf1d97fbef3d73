// French words for what can go wrong, and for what happens to a download.
import type { ChecksumSource } from "../../bindings";
import { submenu } from "./actions";
import { add } from "./add";
import { adding } from "./adding";
import { details, proxyFailure } from "./details";
import {
  certificateFault,
  failureText,
  findingText,
  name,
  optionName,
  type AnswerFaultWords,
  type CertificateWords,
  type FailureWords,
  type FindingWords,
  type LogWords,
  type NotTakenOverWords,
  type StartOverWords,
} from "../text";
import { number, plural } from "./grammar";

const fault: AnswerFaultWords = {
  malformed: "ce n’est pas un message HTTP valide",
  wrongRange: "elle porte sur une autre plage que celle demandée",
  tooLong: "elle contient plus d’octets qu’annoncé",
  tooShort: "elle contient moins d’octets qu’annoncé",
  encoded: "elle est compressée alors que cela n’était pas demandé",
  noLocation: "elle redirige sans dire vers où",
};

const certificate: CertificateWords = {
  expired: (on) => (on === null ? "son certificat a expiré" : `son certificat a expiré le ${on}`),
  notYetValid: (from) =>
    from === null
      ? "son certificat n’est pas encore valable, ou l’horloge de cet ordinateur n’est pas à l’heure"
      : `son certificat n’est valable qu’à partir du ${from}, ou l’horloge de cet ordinateur n’est pas à l’heure`,
  unknownIssuer: "aucune autorité de confiance ne garantit son certificat",
  otherName: "son certificat est établi pour un autre nom",
  revoked: "son certificat a été révoqué",
  other: "son certificat n’est pas valable",
};

const startOver: StartOverWords = {
  sourceChanged: "le fichier sur le serveur n’est plus le même",
  notResumable: "le serveur ne peut pas reprendre un téléchargement",
  partFileLost: "le fichier inachevé n’était plus là",
  wrongChecksum: "ce qui est arrivé n’a pas la bonne somme de contrôle",
  asked: "vous l’avez demandé",
};

const notTakenOver: NotTakenOverWords = {
  badRecord: "son relevé du fichier est endommagé",
  unreadable: "le fichier inachevé ou son relevé est illisible",
  otherFile: "le serveur a un autre fichier",
  notResumable: "le serveur ne peut pas reprendre un téléchargement",
};

/** After "d’après" and "qu’indique". */
function checksumSource(source: ChecksumSource): string {
  if (source === "person") return "la demande";
  if (source === "server") return "le serveur";
  if (source === "metalink") return "la description Metalink du serveur";
  return `${name(source.list.name)} sur le même serveur`;
}

const others = { name: adding.name, queue: add.queue, kind: submenu.kind };

export const failure: FailureWords = {
  invalidUrl: ({ url }) => ({
    title: "Ce n’est pas une adresse",
    sentence: `${name(url)} ne peut pas être lu comme un lien. Vérifiez qu’il n’y manque rien.`,
  }),
  unsupportedScheme: ({ scheme }) => ({
    title: `Les liens ${name(`${scheme}:`)} ne sont pas pris en charge`,
    sentence: `Haul télécharge les liens http et https, pas les liens ${name(`${scheme}:`)}.`,
  }),
  invalidHeader: ({ name: header }) => ({
    title: "Un en-tête de requête ne peut pas être envoyé",
    sentence: `${name(header)} n’est pas un en-tête qui puisse être envoyé. Corrigez-le, puis ajoutez à nouveau le lien.`,
  }),
  invalidOption: ({ option }) => ({
    title: "Une option a une valeur impossible",
    sentence: `La valeur de l’option « ${optionName(details, others, option)} » est inutilisable. Corrigez-la, puis ajoutez à nouveau le lien.`,
  }),
  offline: () => ({
    title: "Pas de réseau",
    sentence: "Vous êtes hors ligne. Le téléchargement reprendra dès le retour du réseau.",
  }),
  hostNotFound: ({ host }) => ({
    title: `${name(host)} est introuvable`,
    sentence: `${name(host)} est introuvable. Vérifiez l’adresse, ou votre connexion à Internet.`,
  }),
  unreachable: ({ host }) => ({
    title: `${name(host)} est injoignable`,
    sentence: `${name(host)} est injoignable. Son serveur est peut-être en panne ; réessayez plus tard.`,
  }),
  timedOut: ({ host }) => ({
    title: `${name(host)} ne répond pas`,
    sentence: `${name(host)} ne répond pas. Réessayez plus tard.`,
  }),
  connectionLost: ({ host }) => ({
    title: `La connexion à ${name(host)} a été perdue`,
    sentence: `La connexion à ${name(host)} a été perdue. Ce qui est reçu est conservé ; réessayez pour continuer.`,
  }),
  tls: ({ host, reason, certificate: refused }, format) => ({
    title: `L’identité de ${name(host)} ne peut pas être vérifiée`,
    sentence: refused
      ? `L’identité de ${name(refused.host)} ne peut pas être vérifiée : ${certificateFault(certificate, refused, format)}. Rien ne lui a été envoyé.`
      : `L’identité de ${name(host)} ne peut pas être vérifiée : ${reason}. Quelqu’un écoute peut-être la connexion ; rien n’a donc été téléchargé.`,
  }),
  tooManyRedirects: ({ limit }) => ({
    title: "Le lien tourne en rond",
    sentence: `Le serveur nous a redirigés plus de ${number(limit)} fois. Vérifiez le lien.`,
  }),
  badRedirect: ({ target }) => ({
    title: "Le lien n’aboutit pas",
    sentence: `Le serveur nous redirige vers ${name(target)}, où nous ne pouvons pas aller. Vérifiez le lien.`,
  }),
  loginNeeded: ({ host, status }) => ({
    title: "Identification nécessaire",
    sentence:
      status === 407
        ? "Le proxy demande un nom d’utilisateur et un mot de passe. Saisissez-les dans les paramètres du proxy."
        : `${name(host)} demande un nom d’utilisateur et un mot de passe. Identifiez-vous ici ou sur sa page, puis réessayez.`,
  }),
  proxy: ({ proxy, fault: kind }) => proxyFailure(proxy, kind),
  forbidden: ({ status }) => ({
    title: "Le serveur refuse ce lien",
    sentence: `Le lien a expiré ou il est lié à votre navigateur (réponse ${status}). Prenez un nouveau lien sur sa page.`,
  }),
  notFound: ({ status }) =>
    status === 410
      ? {
          title: "Le lien a expiré",
          sentence: `Ce lien a expiré : d’après le serveur, le fichier n’y est plus (réponse ${status}). Prenez un nouveau lien sur sa page.`,
        }
      : {
          title: "Le fichier n’est plus là",
          sentence: `Le fichier n’est pas à cette adresse (réponse ${status}). Cherchez un nouveau lien sur sa page.`,
        },
  busy: ({ retryAfterSecs }, format) => ({
    title: "Le serveur nous demande de ralentir",
    sentence:
      retryAfterSecs === null
        ? "Le serveur est surchargé. Réessayez plus tard, ou avec moins de connexions."
        : `Le serveur est surchargé. Il nous demande d’attendre ${format.duration(retryAfterSecs)}.`,
  }),
  serverError: ({ status }) => ({
    title: "Le serveur a un problème",
    sentence: `Le serveur rencontre un problème interne (réponse ${status}). Réessayez plus tard.`,
  }),
  refused: ({ status }) => ({
    title: "Le serveur ne donne aucun fichier",
    sentence: `La réponse du serveur ne contient aucun fichier (${status}). Vérifiez le lien.`,
  }),
  badAnswer: (failure) => ({
    title: "La réponse du serveur n’a pas de sens",
    sentence: `La réponse du serveur est inutilisable : ${fault[failure.fault]}. Rien d’erroné n’a été conservé ; réessayez pour continuer.`,
  }),
  webPage: () => ({
    title: "Une page web au lieu du fichier",
    sentence:
      "Le serveur a envoyé une page web au lieu du fichier, souvent une page de connexion. Prenez un nouveau lien sur le site.",
  }),
  sourceChanged: ({ was, now }, format) => ({
    title: "Le fichier a changé sur le serveur",
    sentence:
      was !== null && now !== null && was !== now
        ? `Le fichier a changé sur le serveur depuis le début (${format.bytes(was)} avant, ${format.bytes(now)} maintenant). La partie déjà reçue ne peut pas être continuée.`
        : "Le fichier a changé sur le serveur depuis le début. La partie déjà reçue ne peut pas être continuée.",
  }),
  notResumable: () => ({
    title: "Impossible à reprendre",
    sentence:
      "Ce serveur ne peut pas reprendre un téléchargement. Il faut recommencer à zéro, ou continuer avec un lien vers un autre serveur.",
  }),
  otherFile: () => ({
    title: "Le nouveau lien mène à un autre fichier",
    sentence:
      "Le nouveau lien mène à un autre fichier. Ce qui est reçu est conservé : donnez un lien vers le même fichier, ou recommencez à zéro.",
  }),
  checksumMismatch: ({ algorithm, expected, actual, by }) => ({
    title: "Ce n’est pas le fichier attendu",
    sentence:
      by === undefined || by === "person"
        ? `Le fichier est complet, mais ce n’est pas celui attendu : son ${algorithm} est ${actual.slice(0, 12)}…, au lieu de ${expected.slice(0, 12)}…. Recommencez à zéro, ou conservez-le tel quel.`
        : `Le fichier est complet, mais ce n’est pas celui attendu : son ${algorithm} est ${actual.slice(0, 12)}…, au lieu de ${expected.slice(0, 12)}… d’après ${checksumSource(by)}. Il est peut-être endommagé sur le serveur, ou sa somme de contrôle n’est plus à jour : recommencez à zéro, conservez-le tel quel, ou désactivez « Sommes de contrôle des serveurs » dans les paramètres.`,
  }),
  damaged: ({ bytes }, format) => ({
    title: "Le disque a perdu des données",
    sentence: `Sur le disque, ${format.bytes(bytes)} du fichier inachevé n’étaient plus tels qu’ils avaient été écrits. Vérifiez le disque, puis réessayez.`,
  }),
  diskFull: ({ folder, missing }, format) => ({
    title: "Le disque est plein",
    sentence:
      missing === 0
        ? `${name(folder)} est plein. En pause ; reprend tout seul dès qu’il y a de la place.`
        : `${name(folder)} est plein : il manque ${format.bytes(missing)}. En pause ; reprend tout seul dès qu’il y a de la place.`,
  }),
  folderMissing: ({ folder }) => ({
    title: "Le dossier est introuvable",
    sentence: `Le dossier ${name(folder)} n’existe pas et ne peut pas être créé. Son disque est-il connecté ? Vous pouvez aussi choisir un autre dossier.`,
  }),
  notWritable: ({ path }) => ({
    title: "Impossible d’écrire dans le dossier",
    sentence: `Haul ne peut pas écrire dans ${name(path)}. Le disque est-il en lecture seule ou déconnecté ? Vous pouvez aussi choisir un autre dossier.`,
  }),
  partFileGone: ({ path }) => ({
    title: "Le fichier inachevé a disparu",
    sentence: `Le fichier inachevé ${name(path)} a été supprimé ou remplacé. Le téléchargement doit recommencer à zéro.`,
  }),
  partFileBusy: ({ path }) => ({
    title: "Le fichier est en cours d’utilisation",
    sentence: `Un autre programme de Haul utilise ${name(path)}. Attendez qu’il ait terminé, puis réessayez.`,
  }),
  fileGone: ({ path }) => ({
    title: "Le fichier a disparu",
    sentence: `${name(path)} n’est plus là. A-t-il été déplacé, ou son disque est-il déconnecté ?`,
  }),
  nameTaken: ({ path }) => ({
    title: "Le nom est déjà pris",
    sentence: `Un autre élément s’appelle déjà ${name(path)}. Choisissez un autre nom, ou déplacez cet autre élément.`,
  }),
  underRepair: ({ path }) => ({
    title: "Le fichier est en cours de réparation",
    sentence: `${name(path)} est en cours de réparation. Attendez qu’elle soit terminée, puis réessayez.`,
  }),
  disk: ({ path, reason }) => ({
    title: "Le disque ne fonctionne pas correctement",
    sentence: `${name(path)} ne peut pas être lu ou écrit (${reason}). Vérifiez le disque, puis réessayez.`,
  }),
  internal: () => ({
    title: "Haul a commis une erreur",
    sentence:
      "Haul a commis une erreur et a arrêté ce téléchargement ; ce qui est reçu est conservé. Réessayez pour continuer.",
  }),
};

export const finding: FindingWords = {
  intact: () => "chaque octet est tel que reçu",
  damaged: ({ bytes }, format) => `${format.bytes(bytes)} diffèrent de ce qui a été reçu`,
  gone: () => "le fichier n’est plus là",
  unknown: () => "rien n’a été conservé à quoi le comparer",
  unreadable: () => "le fichier est illisible",
};

export const log: LogWords = {
  added: () => "Ajouté à la liste.",
  started: () => "Démarré.",
  probed: ({ size, resumable, host }, format) =>
    `${name(host)} a répondu : ${size === null ? "taille inconnue" : format.bytes(size)}, ${resumable ? "reprise possible" : "reprise impossible"}.`,
  renamed: ({ wanted, name: given }) =>
    `${name(wanted)} ne pouvait pas servir de nom ; enregistré sous ${name(given)}.`,
  numbered: ({ wanted, name: given }) =>
    `Un autre fichier s’appelait déjà ${name(wanted)} ; enregistré sous ${name(given)}.`,
  replaced: ({ name: old }) => `L’ancien fichier ${name(old)} est dans la corbeille ; celui-ci a pris son nom.`,
  notReplaced: ({ wanted, name: given }) =>
    `L’ancien fichier ${name(wanted)} n’a pas pu être mis à la corbeille et reste en place ; enregistré sous ${name(given)}.`,
  relocated: ({ path }) => `Nouvel emplacement : ${name(path)}.`,
  partKept: ({ path }) => `L’ancienne partie est gardée sous ${name(path)}.`,
  renewed: ({ host }) => `Lien remplacé par un autre, vers ${name(host)}.`,
  trusted: ({ host, sha256 }) =>
    `Vous avez accepté, pour cette fois, le certificat ${sha256.slice(0, 16)}… de ${name(host)}.`,
  resumed: ({ received }, format) => `Repris à ${format.bytes(received)}.`,
  takenOver: ({ bytes }, format) => `${format.bytes(bytes)} repris d’aria2.`,
  notTakenOver: ({ reason }) => `Commencé à zéro, sans ce que possède aria2 : ${notTakenOver[reason]}.`,
  damaged: ({ bytes }, format) =>
    `Sur le disque, ${format.bytes(bytes)} n’étaient plus tels qu’ils avaient été écrits ; téléchargés à nouveau.`,
  startedOver: ({ reason }) => `Recommencé à zéro : ${startOver[reason]}.`,
  mirrorUsed: ({ host }) => `${name(host)} a le même fichier : il en provient aussi désormais.`,
  mirrorDropped: ({ host, failure: cause }, format) =>
    `${name(host)} n’est plus sollicité. ${failureText(failure, cause, format).title}.`,
  connectionFailed: (entry, format) =>
    `Échec d’une connexion, les autres continuent. ${failureText(failure, entry.failure, format).title}.`,
  fewerConnections: ({ connections }) =>
    plural(connections, {
      one: `Le serveur n’accepte pas plus de ${number(connections)} connexion.`,
      many: `Le serveur n’accepte pas plus de ${number(connections)} de connexions.`,
      other: `Le serveur n’accepte pas plus de ${number(connections)} connexions.`,
    }),
  retrying: ({ failure: cause, attempt, waitSecs }, format) =>
    `${failureText(failure, cause, format).title}. Tentative ${number(attempt)} dans ${format.duration(waitSecs)}.`,
  waitingForNetwork: () => "En attente du réseau.",
  roomAgain: () => "Il y a de nouveau de la place sur le disque.",
  paused: () => "Mis en pause.",
  queued: () => "Mis en file d’attente.",
  verified: ({ checksum, source }) =>
    source === undefined || source === "person"
      ? `Vérifié : son ${checksum.algorithm} est celui attendu.`
      : `Vérifié : son ${checksum.algorithm} est bien celui qu’indique ${checksumSource(source)}.`,
  caution: ({ caution }) =>
    caution === "hidesItsKind"
      ? "Attention : un programme qui ressemble à un document. Ne l’ouvrez que si vous attendiez un programme."
      : "Attention : un programme arrivé sans chiffrement. Quelqu’un a pu le modifier en chemin.",
  alreadyComplete: () => "Le même fichier était déjà là.",
  completed: ({ size, tookMs }, format) =>
    `Terminé : ${format.bytes(size)} en ${format.duration(Math.max(1, tookMs / 1000))}.`,
  failed: (entry, format) => `Échec. ${failureText(failure, entry.failure, format).sentence}`,
  checked: (entry, format) => `Vérification : ${findingText(finding, entry.finding, format)}.`,
  repaired: ({ bytes }, format) => `Réparé : ${format.bytes(bytes)} téléchargés à nouveau.`,
  notRepaired: (entry, format) =>
    `Non réparé, le fichier reste tel quel. ${failureText(failure, entry.failure, format).title}.`,
};
