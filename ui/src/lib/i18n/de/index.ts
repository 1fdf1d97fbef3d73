// German.
import { BINARY, BITS, DECIMAL } from "../../format";
import type { Messages } from "../en";
import { action, actionGroup, submenu, why } from "./actions";
import { add } from "./add";
import { copied } from "./copied";
import { bound, details, proxy } from "./details";
import { failure, finding, log } from "./events";
import { failures } from "./failures";
import { duplicates, missing, relocate } from "./files";
import { german, number, plural } from "./grammar";
import { keyboard } from "./keyboard";
import { keyNames } from "./keys";
import { palette } from "./palette";
import { paste } from "./paste";
import { column, columns, drag, headings, emptyFolder, network, noPage, sideBar } from "./list";
import { batch, notifications } from "./notifications";
import { power } from "./power";
import { queueError, queueForm, queues, startAt, waiting, week } from "./queues";
import { settings } from "./settings";
import { shell } from "./shell";
import { statistics } from "./statistics";
import { undo } from "./undo";
import { welcome } from "./welcome";
import { sorting } from "./sorting";
import { speak } from "./speak";
import { speed } from "./speed";
import { fileName, name, settingNames, words } from "../text";

export const messages: Messages = {
  grammar: german,
  keyNames,
  units: {
    unknown: "–",
    justNow: "gerade eben",
    hours: (hours, minutes) => `${number(hours)} h ${number(minutes)} min`,
    days: (days) => plural(days, { one: "1 Tag", other: `${number(days)} Tage` }),
    perSecond: (amount) => `${amount}/s`,
    binary: BINARY,
    decimal: DECIMAL,
    bits: BITS,
  },
  region: {
    toolbar: "Werkzeuge",
    sidebar: "Filter",
    list: "Downloads",
    details: "Einzelheiten",
    status: "Status",
    notices: "Hinweise",
  },
  filter: {
    heading: "Downloads",
    all: "Alle",
    running: "Aktiv",
    queued: "Wartend",
    paused: "Angehalten",
    failed: "Gescheitert",
    completed: "Fertig",
    entry: (label, count) => `${label}, ${count}`,
  },
  column,
  columns,
  drag,
  headings,
  sideBar,
  power,
  copied,
  mini: { title: "Aktive Downloads", none: "Gerade lädt nichts." },
  queues,
  queueForm,
  week,
  startAt,
  waiting,
  noPage,
  emptyFolder,
  network,
  sort: {
    label: "Sortieren",
    queue: "Reihenfolge",
    name: "Name",
    size: "Größe",
    progress: "Fortschritt",
    status: "Zustand",
    host: "Seite",
    created: "Hinzugefügt",
    finished: "Fertig seit",
    kind: "Art",
    tags: "Schlagwörter",
    received: "Geladen",
    folder: "Ordner",
    throughput: "Tempo",
    eta: "Rest",
    connections: "Verbindungen",
    ascending: "Aufsteigend",
    descending: "Absteigend",
  },
  search: {
    label: "Downloads suchen",
    placeholder: "Suchen",
    clear: "Suche löschen",
  },
  empty: {
    first: (keys) =>
      words("Noch nichts hier", `Ziehe einen Link auf dieses Fenster, oder kopiere einen und drücke ${keys}.`),
    running: words("Gerade lädt nichts", "Was du hinzufügst, beginnt hier."),
    queued: words("Nichts in der Reihe", "Hier warten Downloads, wenn genug andere laufen."),
    paused: words("Nichts angehalten", "Was du anhältst, bleibt und geht später von dort weiter."),
    failed: words("Nichts gescheitert. Gut.", "Hier stehen Downloads, die dich brauchen."),
    completed: words("Noch nichts fertig", "Hier stehen die fertigen Dateien."),
    search: (text) =>
      words(`Kein Download passt zu „${name(text)}“`, "Jedes Wort muss in Name, Seite oder Ordner vorkommen."),
    clearSearch: "Suche löschen",
    searchEverywhere: "Überall suchen",
  },
  row: {
    more: "Weitere Aktionen",
    moreFor: (file) => `Weitere Aktionen für ${name(file)}`,
    loading: "Lädt…",
    progressText: (percent, left) => (left === null ? percent : `${percent}, noch ${left}`),
    soFar: (bytes) => `bisher ${bytes}`,
    selected: (count) => plural(count, { one: "1 ausgewählt", other: `${number(count)} ausgewählt` }),
    selection: (bytes, running) => (running > 0 ? `${bytes} · ${number(running)} aktiv` : bytes),
    clearSelection: "Auswahl aufheben",
  },
  status: {
    queued: "Wartet in der Reihe",
    probing: (host) => `${name(host)} wird gefragt…`,
    downloading: "Lädt",
    connections: (count) => plural(count, { one: "1 Verbindung", other: `${number(count)} Verbindungen` }),
    limited: (throughput) => `begrenzt auf ${throughput}`,
    retrying: (left, attempt) => `neuer Versuch in ${left} (Nummer ${number(attempt)})`,
    waitingForNetwork: "Wartet auf das Netz; geht von selbst weiter",
    verifying: "Die Datei wird geprüft…",
    finishing: "Die Datei kommt an ihren Platz…",
    paused: "Angehalten",
    kept: (bytes) => `${bytes} behalten`,
    done: (when) => `Fertig: ${when}`,
    notRepaired: (why) => `Nicht zu reparieren: ${why}`,
    moving: (percent) => `Wird auf eine andere Platte verschoben: ${percent}`,
    reading: (percent) => `Wird geprüft: ${percent}`,
    bound,
    names: {
      queued: "Wartet",
      scheduled: "Wartet auf seine Zeit",
      probing: "Fragt den Server",
      downloading: "Lädt",
      slowed: "Von der Schildkröte gebremst",
      retrying: "Versucht es gleich wieder",
      waitingForNetwork: "Wartet auf das Netz",
      verifying: "Prüft",
      finishing: "Schließt ab",
      paused: "Angehalten",
      failed: "Gescheitert",
      completed: "Fertig",
      missing: "Datei fehlt",
    },
  },
  relocate,
  duplicates,
  missing,
  statistics,
  action,
  actionGroup,
  why,
  submenu,
  keyboard,
  sorting,
  speak,
  speed,
  toolbar: {
    add: "Hinzufügen",
    menu: "Menü",
    filters: "Filter",
  },
  limit: {
    unlimited: "Ohne Limit",
    menu: (current) => `Tempolimit: ${current}`,
    custom: "Anderes Limit…",
    forDownload: "Limit für diesen Download",
    asSettings: "Kein eigenes Limit",
  },
  statusBar: {
    down: (throughput) => `Empfängt ${throughput}`,
    active: (count) => `${number(count)} aktiv`,
    waiting: (count) => plural(count, { one: "1 wartet", other: `${number(count)} warten` }),
    free: (bytes, folder) => `${bytes} frei in ${name(fileName(folder))}`,
  },
  add,
  mirrors: {
    label: "Spiegel (ein Link je Zeile)",
    hint: "Weitere Links zu derselben Datei, wie https://mirror.example.org/file.iso",
    bad: (line: string) => `Das ist kein Link mit https:// oder http://: ${name(line)}`,
    many: "Höchstens 32.",
    edit: "Spiegel bearbeiten…",
    changed: "Spiegel geändert",
  },
  certificate: {
    title: "Das abgelehnte Zertifikat",
    server: "Gezeigt von",
    subject: "Ausgestellt für",
    issuer: "Ausgestellt von",
    valid: "Gültig",
    validText: (from: string, to: string) => `${from} bis ${to}`,
    unknown: "Steht nicht darin",
    trust: "Diesem Zertifikat einmal vertrauen…",
    askTitle: "Diesem Zertifikat einmal vertrauen?",
    askText: (host: string, sha256: string) =>
      `Nichts beweist, dass das ${host} ist. Jemand auf dem Weg könnte sich dafür ausgeben, mitlesen, was gesendet wird (auch eine Anmeldung), und dir eine andere Datei geben. Vertraue ihm nur, wenn du anderswoher weißt, dass sein SHA-256 ${sha256} ist. Es gilt nur für diesen Download, bis er endet oder angehalten wird.`,
    confirm: "Einmal vertrauen",
  },
  renew: {
    title: (file: string) => `Links von ${file} ändern`,
    kept: (bytes: string) =>
      `${bytes} sind da und bleiben. Haul vergleicht sie mit dem, was der neue Link enthält, bevor es weitergeht.`,
    nothingYet: "Noch ist nichts da: der Download beginnt beim neuen Link.",
    old: "Alter Link",
    openPage: "Seite öffnen, von der er kam",
    new: "Neuer Link",
    same: "Das ist der alte Link.",
    cancel: "Abbrechen",
    confirm: "Speichern",
    changed: "Link geändert",
    comparing: "Link geändert; was da ist, wird mit dem neuen verglichen",
  },
  details,
  proxy,
  palette,
  paste,
  settings,
  shell,
  confirm: {
    cancel: "Abbrechen",
    quitTitle: "Beenden und verlieren, was schon da ist?",
    quitText: (names) =>
      `Diese Server können einen Download nicht fortsetzen: ${names}. Was davon da ist, wird noch einmal geladen.`,
    quit: "Beenden",
    trashTitle: (count) =>
      plural(count, {
        one: "Diese Datei in den Papierkorb legen?",
        other: `${number(count)} Dateien in den Papierkorb legen?`,
      }),
    trashText: (names) => `${names}: aus der Liste genommen, und was auf der Platte liegt, kommt in den Papierkorb.`,
    trash: "In den Papierkorb",
    startOverTitle: (count) =>
      plural(count, { one: "Diesen Download neu beginnen?", other: `${number(count)} Downloads neu beginnen?` }),
    startOverText: (bytes) => `${bytes}, die schon da sind, werden noch einmal geladen.`,
    startOverMany: "Was von ihnen schon da ist, wird noch einmal geladen.",
    startOver: "Neu beginnen",
    deleteTitle: (count) =>
      plural(count, { one: "Diese Datei endgültig löschen?", other: `${number(count)} Dateien endgültig löschen?` }),
    deleteText: "Der Papierkorb lässt sich hier nicht benutzen. Gelöschtes kommt nicht zurück.",
    delete: "Löschen",
    andMore: (count) => `und ${number(count)} weitere`,
  },
  shortcuts: {
    title: "Tastenkürzel",
    close: "Schließen",
  },
  undo,
  welcome,
  toast: {
    dismiss: "Schließen",
    removed: (count) => plural(count, { one: "1 Download entfernt", other: `${number(count)} Downloads entfernt` }),
    trashed: (count) =>
      plural(count, {
        one: "1 Datei in den Papierkorb gelegt",
        other: `${number(count)} Dateien in den Papierkorb gelegt`,
      }),
    deleted: (count) => plural(count, { one: "1 Datei gelöscht", other: `${number(count)} Dateien gelöscht` }),
    copied: (count) => plural(count, { one: "Link kopiert", other: `${number(count)} Links kopiert` }),
    copiedSome: (count, of) =>
      `${number(count)} von ${number(of)} Links kopiert; die anderen stehen nicht mehr in der Liste`,
    copiedLines: (count) => plural(count, { one: "1 Zeile kopiert", other: `${number(count)} Zeilen kopiert` }),
    nothingToCopy: "Davon ist bei diesen Downloads nichts bekannt.",
    cannotCopy: "In die Zwischenablage kann nicht geschrieben werden.",
  },
  announce: {
    done: (file) => `${name(file)} ist fertig`,
    doneMany: (count) => `${number(count)} Downloads sind fertig`,
    failed: (file, reason) => `${name(file)} ist gescheitert: ${reason}`,
    failedMany: (count) => `${number(count)} Downloads sind gescheitert`,
  },
  stopped: words(
    "Die Download-Maschine antwortet nicht",
    "Deine Dateien sind sicher. Starte Haul neu, um weiterzumachen.",
  ),
  restart: "Neu starten",
  showLog: "Protokoll zeigen",
  quitInstead: "Stattdessen beenden",
  ok: "OK",
  failure,
  failures,
  batch,
  notifications,
  finding,
  log,
  notice: {
    databaseDamaged: ({ keptAs, found }) => ({
      title: "Die Download-Liste war nicht lesbar",
      sentence: `Sie liegt jetzt als ${name(keptAs)} beiseite, und eine neue Liste wurde begonnen. ${plural(found, { one: "1 unfertige Datei wurde gefunden und kann weitergehen.", other: `${number(found)} unfertige Dateien wurden gefunden und können weitergehen.` })}`,
    }),
    stillRunning: () => ({
      title: "Haul lädt im Hintergrund weiter",
      sentence: "Sein Symbol in der Leiste holt dieses Fenster zurück. In den Einstellungen lässt sich das ändern.",
    }),
    minimised: () => ({
      title: "Haul lädt weiter",
      sentence:
        "Hier gibt es keine Leiste für Symbole, darum minimiert Schließen dieses Fenster. In den Einstellungen lässt sich das ändern.",
    }),
    settingsReset: ({ fields }) => ({
      title: plural(fields.length, {
        one: "Eine Einstellung war nicht brauchbar",
        other: "Einige Einstellungen waren nicht brauchbar",
      }),
      sentence: `Wieder gilt der Standard für: ${settingNames(settings, fields)}. Alles andere ist, wie du es gesetzt hast.`,
    }),
    storeFailing: ({ reason }) => ({
      title: "Die Liste lässt sich gerade nicht speichern",
      sentence: `Was sich ändert, kann beim nächsten Start vergessen sein (${reason}). Prüfe, ob die Platte voll ist.`,
    }),
  },
  engineError: {
    noSuchDownload: () => "Diesen Download gibt es in der Liste nicht mehr.",
    noSuchQueue: () => "Diese Warteschlange gibt es nicht mehr.",
    fileKept: ({ path, reason }) =>
      `${name(fileName(path))} ließ sich nicht in den Papierkorb legen (${reason}). Der Download bleibt in der Liste.`,
    store: ({ reason }) => `Die Liste konnte nicht geschrieben werden: ${reason}.`,
    closed: () => "Die Download-Maschine steht. Starte Haul neu.",
    host: ({ reason }) => `Das System hat abgelehnt: ${reason}`,
  },
  queueError,
  settingsError: {
    outOfRange: ({ min, max }) => `Wähle eine Zahl von ${number(min)} bis ${number(max)}.`,
    badFolder: () => "Wähle einen ganzen Pfad, etwa /home/ich/Downloads.",
    badUserAgent: () => "Nimm einfache Buchstaben, Ziffern und Zeichen in einer Zeile.",
    badEntry: ({ index }) => `Eintrag ${number(index + 1)} der Liste hat einen Teil, der nicht geht.`,
    tooMany: ({ max }) => `Die Liste fasst höchstens ${number(max)} Einträge.`,
    badProxy: () => "Schreibe ihn als http://host:3128, https://, socks5:// oder socks5h://.",
  },
};
