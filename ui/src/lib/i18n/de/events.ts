// German words for what can go wrong, and for what happens to a download.
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
  malformed: "sie ist keine gültige HTTP-Nachricht",
  wrongRange: "sie gilt für einen anderen Bereich als verlangt",
  tooLong: "sie enthält mehr Bytes als angekündigt",
  tooShort: "sie enthält weniger Bytes als angekündigt",
  encoded: "sie ist komprimiert, obwohl das nicht verlangt war",
  noLocation: "sie leitet weiter, ohne zu sagen wohin",
};

const certificate: CertificateWords = {
  expired: (on) => (on === null ? "sein Zertifikat ist abgelaufen" : `sein Zertifikat ist am ${on} abgelaufen`),
  notYetValid: (from) =>
    from === null
      ? "sein Zertifikat gilt noch nicht, oder die Uhr dieses Rechners geht falsch"
      : `sein Zertifikat gilt erst ab dem ${from}, oder die Uhr dieses Rechners geht falsch`,
  unknownIssuer: "niemand, dem vertraut wird, bürgt für sein Zertifikat",
  otherName: "sein Zertifikat ist für einen anderen Namen",
  revoked: "sein Zertifikat wurde widerrufen",
  other: "sein Zertifikat taugt nicht",
};

const startOver: StartOverWords = {
  sourceChanged: "die Datei auf dem Server ist jetzt eine andere",
  notResumable: "der Server kann einen Download nicht fortsetzen",
  partFileLost: "die unfertige Datei war nicht mehr da",
  wrongChecksum: "was kam, hat nicht seine Prüfsumme",
  asked: "du wolltest es so",
};

const notTakenOver: NotTakenOverWords = {
  badRecord: "sein Verzeichnis der Datei ist beschädigt",
  unreadable: "die unfertige Datei oder ihr Verzeichnis lässt sich nicht lesen",
  otherFile: "der Server hat eine andere Datei",
  notResumable: "der Server kann einen Download nicht fortsetzen",
};

/** In the middle of a sentence. */
function checksumSource(source: ChecksumSource): string {
  if (source === "person") return "der Auftrag";
  if (source === "server") return "der Server";
  if (source === "metalink") return "die Metalink-Beschreibung des Servers";
  return `${name(source.list.name)} auf demselben Server`;
}

const others = { name: adding.name, queue: add.queue, kind: submenu.kind };

export const failure: FailureWords = {
  invalidUrl: ({ url }) => ({
    title: "Das ist keine Adresse",
    sentence: `${name(url)} lässt sich nicht als Link lesen. Prüfe, ob etwas fehlt.`,
  }),
  unsupportedScheme: ({ scheme }) => ({
    title: `Links mit ${name(`${scheme}:`)} werden nicht unterstützt`,
    sentence: `Haul lädt Links mit http und https, nicht mit ${name(`${scheme}:`)}.`,
  }),
  invalidHeader: ({ name: header }) => ({
    title: "Eine Kopfzeile lässt sich nicht senden",
    sentence: `${name(header)} ist keine Kopfzeile, die gesendet werden kann. Berichtige sie und füge den Link noch einmal hinzu.`,
  }),
  invalidOption: ({ option }) => ({
    title: "Eine Option hat einen unmöglichen Wert",
    sentence: `Der Wert von „${optionName(details, others, option)}“ ist nicht brauchbar. Berichtige ihn und füge den Link noch einmal hinzu.`,
  }),
  offline: () => ({
    title: "Kein Netz",
    sentence: "Du bist offline. Der Download geht weiter, sobald das Netz wieder da ist.",
  }),
  hostNotFound: ({ host }) => ({
    title: `${name(host)} wurde nicht gefunden`,
    sentence: `${name(host)} wurde nicht gefunden. Prüfe die Adresse, oder ob du online bist.`,
  }),
  unreachable: ({ host }) => ({
    title: `${name(host)} ist nicht erreichbar`,
    sentence: `${name(host)} ist nicht erreichbar. Vielleicht steht der Server still; versuche es später wieder.`,
  }),
  timedOut: ({ host }) => ({
    title: `${name(host)} antwortet nicht`,
    sentence: `${name(host)} antwortet nicht. Versuche es später wieder.`,
  }),
  connectionLost: ({ host }) => ({
    title: `Die Verbindung zu ${name(host)} ist abgerissen`,
    sentence: `Die Verbindung zu ${name(host)} ist abgerissen. Was da ist, bleibt; versuche es noch einmal.`,
  }),
  tls: ({ host, reason, certificate: refused }, format) => ({
    title: `Die Identität von ${name(host)} lässt sich nicht prüfen`,
    sentence: refused
      ? `Wer ${name(refused.host)} ist, lässt sich nicht prüfen: ${certificateFault(certificate, refused, format)}. Nichts wurde dorthin gesendet.`
      : `Die Identität von ${name(host)} lässt sich nicht prüfen: ${reason}. Jemand könnte mithören, darum wurde nichts geladen.`,
  }),
  tooManyRedirects: ({ limit }) => ({
    title: "Der Link führt im Kreis",
    sentence: `Der Server hat uns mehr als ${number(limit)}-mal weitergeschickt. Prüfe den Link.`,
  }),
  badRedirect: ({ target }) => ({
    title: "Der Link führt ins Leere",
    sentence: `Der Server schickt uns zu ${name(target)}, und dahin geht es nicht. Prüfe den Link.`,
  }),
  loginNeeded: ({ host, status }) => ({
    title: "Anmeldung nötig",
    sentence:
      status === 407
        ? "Der Proxy verlangt Benutzernamen und Passwort. Schreibe sie in die Einstellungen des Proxys."
        : `${name(host)} verlangt Benutzernamen und Passwort. Melde dich hier oder auf der Seite an und versuche es noch einmal.`,
  }),
  proxy: ({ proxy, fault: kind }) => proxyFailure(proxy, kind),
  forbidden: ({ status }) => ({
    title: "Der Server lehnt diesen Link ab",
    sentence: `Der Link ist abgelaufen oder an deinen Browser gebunden (Antwort ${status}). Hole auf der Seite einen neuen.`,
  }),
  notFound: ({ status }) =>
    status === 410
      ? {
          title: "Der Link ist abgelaufen",
          sentence: `Dieser Link ist abgelaufen: der Server sagt, dass die Datei dort nicht mehr liegt (Antwort ${status}). Hole auf der Seite einen neuen.`,
        }
      : {
          title: "Die Datei ist nicht mehr da",
          sentence: `Unter dieser Adresse liegt die Datei nicht (Antwort ${status}). Suche auf der Seite einen neuen Link.`,
        },
  busy: ({ retryAfterSecs }, format) => ({
    title: "Der Server bittet um Geduld",
    sentence:
      retryAfterSecs === null
        ? "Der Server hat zu viel zu tun. Versuche es später wieder, oder mit weniger Verbindungen."
        : `Der Server hat zu viel zu tun und bittet uns, ${format.duration(retryAfterSecs)} zu warten.`,
  }),
  serverError: ({ status }) => ({
    title: "Der Server hat ein Problem",
    sentence: `Der Server hat selbst ein Problem (Antwort ${status}). Versuche es später wieder.`,
  }),
  refused: ({ status }) => ({
    title: "Der Server gibt keine Datei heraus",
    sentence: `Die Antwort des Servers enthält keine Datei (${status}). Prüfe den Link.`,
  }),
  badAnswer: (failure) => ({
    title: "Die Antwort des Servers ergibt keinen Sinn",
    sentence: `Die Antwort des Servers ist unbrauchbar: ${fault[failure.fault]}. Nichts Falsches wurde behalten; versuche es noch einmal.`,
  }),
  webPage: () => ({
    title: "Eine Webseite statt der Datei",
    sentence:
      "Der Server hat eine Webseite statt der Datei geschickt, oft die Anmeldung. Hole auf der Seite einen neuen Link.",
  }),
  sourceChanged: ({ was, now }, format) => ({
    title: "Die Datei auf dem Server ist eine andere",
    sentence:
      was !== null && now !== null && was !== now
        ? `Die Datei auf dem Server hat sich seit dem Anfang geändert (${format.bytes(was)}, jetzt ${format.bytes(now)}). Dein Teil lässt sich nicht fortsetzen.`
        : "Die Datei auf dem Server hat sich seit dem Anfang geändert. Dein Teil lässt sich nicht fortsetzen.",
  }),
  notResumable: () => ({
    title: "Nicht fortzusetzen",
    sentence:
      "Dieser Server kann keinen Download fortsetzen. Er muss neu beginnen, oder mit einem Link zu einem anderen Server weitergehen.",
  }),
  otherFile: () => ({
    title: "Der neue Link führt zu einer anderen Datei",
    sentence:
      "Der neue Link führt zu einer anderen Datei. Was da ist, bleibt: gib einen Link zu derselben Datei an oder fang neu an.",
  }),
  checksumMismatch: ({ algorithm, expected, actual, by }) => ({
    title: "Nicht die erwartete Datei",
    sentence:
      by === undefined || by === "person"
        ? `Die Datei ist ganz, aber nicht die erwartete: ihr ${algorithm} ist ${actual.slice(0, 12)}…, nicht ${expected.slice(0, 12)}…. Fang neu an, oder behalte sie so.`
        : `Die Datei ist ganz, aber nicht die erwartete: ihr ${algorithm} ist ${actual.slice(0, 12)}…, nicht ${expected.slice(0, 12)}…, wie ${checksumSource(by)} sagt. Vielleicht ist sie auf dem Server beschädigt oder ihre Prüfsumme veraltet: fang neu an, behalte sie so, oder schalte „Prüfsummen der Server“ in den Einstellungen aus.`,
  }),
  damaged: ({ bytes }, format) => ({
    title: "Die Platte hat etwas verloren",
    sentence: `Auf der Platte standen ${format.bytes(bytes)} der unfertigen Datei nicht mehr so, wie sie geschrieben wurden. Prüfe die Platte und versuche es dann noch einmal.`,
  }),
  diskFull: ({ folder, missing }, format) => ({
    title: "Die Platte ist voll",
    sentence:
      missing === 0
        ? `${name(folder)} ist voll. Angehalten; geht von selbst weiter, sobald Platz ist.`
        : `${name(folder)} ist voll: es fehlen ${format.bytes(missing)}. Angehalten; geht von selbst weiter, sobald Platz ist.`,
  }),
  folderMissing: ({ folder }) => ({
    title: "Der Ordner ist nicht da",
    sentence: `Den Ordner ${name(folder)} gibt es nicht, und er lässt sich nicht anlegen. Ist sein Laufwerk angeschlossen? Auch ein anderer Ordner hilft.`,
  }),
  notWritable: ({ path }) => ({
    title: "In den Ordner darf nicht geschrieben werden",
    sentence: `Haul darf nicht in ${name(path)} schreiben. Ist das Laufwerk schreibgeschützt oder weg? Auch ein anderer Ordner hilft.`,
  }),
  partFileGone: ({ path }) => ({
    title: "Die unfertige Datei ist weg",
    sentence: `Die unfertige Datei ${name(path)} wurde gelöscht oder ersetzt. Der Download muss neu beginnen.`,
  }),
  partFileBusy: ({ path }) => ({
    title: "Die Datei wird benutzt",
    sentence: `Ein anderes Programm von Haul arbeitet an ${name(path)}. Warte, bis es fertig ist, und versuche es dann noch einmal.`,
  }),
  fileGone: ({ path }) => ({
    title: "Die Datei ist weg",
    sentence: `${name(path)} ist nicht mehr da. Wurde sie verschoben, oder fehlt ihr Laufwerk?`,
  }),
  nameTaken: ({ path }) => ({
    title: "Der Name ist vergeben",
    sentence: `Etwas anderes heißt schon ${name(path)}. Wähle einen anderen Namen oder räume die andere Datei weg.`,
  }),
  underRepair: ({ path }) => ({
    title: "Die Datei wird repariert",
    sentence: `${name(path)} wird gerade repariert. Warte, bis das fertig ist, und versuche es dann noch einmal.`,
  }),
  disk: ({ path, reason }) => ({
    title: "Die Platte tut nicht, was sie soll",
    sentence: `${name(path)} lässt sich nicht lesen oder schreiben (${reason}). Prüfe die Platte und versuche es dann noch einmal.`,
  }),
  internal: () => ({
    title: "Haul hat einen Fehler gemacht",
    sentence:
      "Haul hat einen Fehler gemacht und diesen Download angehalten; was da ist, bleibt. Versuche es noch einmal.",
  }),
};

export const finding: FindingWords = {
  intact: () => "jedes Byte ist, wie es kam",
  damaged: ({ bytes }, format) => `${format.bytes(bytes)} sind nicht mehr, wie sie kamen`,
  gone: () => "die Datei ist nicht mehr da",
  unknown: () => "es gibt nichts, womit sie zu vergleichen wäre",
  unreadable: () => "die Datei lässt sich nicht lesen",
};

export const log: LogWords = {
  added: () => "Zur Liste hinzugefügt.",
  started: () => "Begonnen.",
  probed: ({ size, resumable, host }, format) =>
    `${name(host)} hat geantwortet: ${size === null ? "Größe unbekannt" : format.bytes(size)}, ${resumable ? "fortsetzbar" : "nicht fortsetzbar"}.`,
  renamed: ({ wanted, name: given }) => `${name(wanted)} ging als Name nicht; gespeichert als ${name(given)}.`,
  numbered: ({ wanted, name: given }) =>
    `${name(wanted)} hieß schon eine andere Datei; gespeichert als ${name(given)}.`,
  replaced: ({ name: old }) => `Die alte Datei ${name(old)} kam in den Papierkorb; diese hat nun ihren Namen.`,
  notReplaced: ({ wanted, name: given }) =>
    `Die alte Datei ${name(wanted)} konnte nicht in den Papierkorb und bleibt; gespeichert als ${name(given)}.`,
  relocated: ({ path }) => `Jetzt hier: ${name(path)}.`,
  partKept: ({ path }) => `Der alte Teil bleibt als ${name(path)}.`,
  renewed: ({ host }) => `Mit einem anderen Link, zu ${name(host)}.`,
  trusted: ({ host, sha256 }) =>
    `Du hast dem Zertifikat ${sha256.slice(0, 16)}… von ${name(host)} für dieses eine Mal vertraut.`,
  resumed: ({ received }, format) => `Weiter ab ${format.bytes(received)}.`,
  takenOver: ({ bytes }, format) => `${format.bytes(bytes)} von aria2 übernommen.`,
  notTakenOver: ({ reason }) => `Von vorn begonnen, ohne das, was aria2 hat: ${notTakenOver[reason]}.`,
  damaged: ({ bytes }, format) =>
    `Auf der Platte standen ${format.bytes(bytes)} nicht mehr so, wie sie geschrieben wurden; noch einmal geholt.`,
  startedOver: ({ reason }) => `Neu begonnen: ${startOver[reason]}.`,
  mirrorUsed: ({ host }) => `${name(host)} hat dieselbe Datei: Sie kommt auch von dort.`,
  mirrorDropped: ({ host, failure: cause }, format) =>
    `${name(host)} wird nicht mehr gefragt. ${failureText(failure, cause, format).title}.`,
  connectionFailed: (entry, format) =>
    `Eine Verbindung ist gescheitert, die anderen machen weiter. ${failureText(failure, entry.failure, format).title}.`,
  fewerConnections: ({ connections }) =>
    `Der Server nimmt höchstens ${plural(connections, { one: "1 Verbindung", other: `${number(connections)} Verbindungen` })} an.`,
  retrying: ({ failure: cause, attempt, waitSecs }, format) =>
    `${failureText(failure, cause, format).title}. Versuch ${number(attempt)} folgt in ${format.duration(waitSecs)}.`,
  waitingForNetwork: () => "Warten auf das Netz.",
  roomAgain: () => "Auf der Platte ist wieder Platz.",
  paused: () => "Angehalten.",
  queued: () => "Eingereiht.",
  verified: ({ checksum, source }) =>
    source === undefined || source === "person"
      ? `Geprüft: ${checksum.algorithm} ist wie erwartet.`
      : `Geprüft: ${checksum.algorithm} ist, wie ${checksumSource(source)} sagt.`,
  caution: ({ caution }) =>
    caution === "hidesItsKind"
      ? "Vorsicht: ein Programm, das wie ein Dokument aussieht. Öffne es nur, wenn du eines erwartet hast."
      : "Vorsicht: ein Programm, das unverschlüsselt kam. Jemand auf dem Weg kann es verändert haben.",
  alreadyComplete: () => "Dieselbe Datei war schon da.",
  completed: ({ size, tookMs }, format) =>
    `Fertig: ${format.bytes(size)} in ${format.duration(Math.max(1, tookMs / 1000))}.`,
  failed: (entry, format) => `Gescheitert. ${failureText(failure, entry.failure, format).sentence}`,
  checked: (entry, format) => `Nachgelesen: ${findingText(finding, entry.finding, format)}.`,
  repaired: ({ bytes }, format) => `Repariert: ${format.bytes(bytes)} noch einmal geholt.`,
  notRepaired: (entry, format) =>
    `Nicht repariert, die Datei bleibt, wie sie ist. ${failureText(failure, entry.failure, format).title}.`,
};
