// What helps against a failure: only actions that exist, the most helpful one first.
import type { Checksum, DownloadRow, Failure } from "$lib/bindings";
import type { ActionId } from "$features/actions/table";

const cures: Record<Failure["code"], ActionId[]> = {
  invalidUrl: ["changeLink", "remove"],
  unsupportedScheme: ["changeLink", "remove"],
  invalidHeader: ["editRequest", "retry", "remove"],
  invalidOption: ["editRequest", "retry", "remove"],
  offline: ["retry"],
  hostNotFound: ["retry", "changeLink"],
  unreachable: ["retry", "useMirror", "changeLink"],
  timedOut: ["retry", "useMirror"],
  connectionLost: ["retry", "useMirror"],
  tls: ["retry", "properties"],
  tooManyRedirects: ["changeLink", "openPage", "retry"],
  badRedirect: ["changeLink", "openPage", "retry"],
  loginNeeded: ["logIn", "openPage", "changeLink", "retry"],
  proxy: ["retry", "proxySettings"],
  forbidden: ["changeLink", "openPage", "retry"],
  notFound: ["openPage", "changeLink", "retry", "remove"],
  busy: ["retry", "oneConnection"],
  serverError: ["retry", "useMirror"],
  refused: ["changeLink", "retry"],
  badAnswer: ["retry", "useMirror", "oneConnection"],
  webPage: ["openPage", "changeLink", "retry"],
  sourceChanged: ["startOver", "keepPart", "changeLink"],
  notResumable: ["startOver", "changeLink"],
  otherFile: ["changeLink", "startOver"],
  checksumMismatch: ["startOver", "keepFile", "properties", "changeLink"],
  damaged: ["retry", "changeFolder"],
  diskFull: ["freeSpace", "changeFolder", "retry"],
  folderMissing: ["changeFolder", "retry"],
  notWritable: ["changeFolder", "retry"],
  partFileGone: ["startOver"],
  partFileBusy: ["retry"],
  fileGone: ["startOver"],
  nameTaken: ["rename", "freeSpace", "retry"],
  underRepair: ["retry"],
  disk: ["retry", "changeFolder", "showLog"],
  internal: ["retry", "showLog"],
};

/** Of some it depends on more than their code. */
export function curesOf(failure: Failure): ActionId[] {
  switch (failure.code) {
    case "loginNeeded":
      return failure.status === 407 ? ["proxySettings", "retry"] : cures.loginNeeded;
    case "proxy":
      return failure.fault === "loginNeeded" ? ["proxySettings", "retry"] : cures.proxy;
    // It was there: there may be a new link to it.
    case "notFound":
      return failure.status === 410 ? cures.forbidden : cures.notFound;
    case "checksumMismatch":
      return isOwnChecksum(failure)
        ? cures.checksumMismatch
        : ["startOver", "keepFile", "properties", "checksumSettings", "changeLink"];
    default:
      return cures[failure.code];
  }
}

/** What is tried again by itself needs nobody, unless somebody knows better. */
export function curesMeanwhile(failure: Failure): ActionId[] {
  const others = curesOf(failure).filter(
    (id) => id === "useMirror" || id === "oneConnection" || id === "proxySettings",
  );
  return ["tryNow", ...others];
}

/** The checksum of a file that came whole and was refused for it; none of any other. */
export function checksumFound({ status }: DownloadRow): Checksum | null {
  if (status.state !== "failed" || status.failure.code !== "checksumMismatch") return null;
  return { algorithm: status.failure.algorithm, hex: status.failure.actual };
}

/** Whether whoever asked for the file said which checksum it must have. */
function isOwnChecksum(failure: Failure): boolean {
  return failure.code === "checksumMismatch" && (failure.by === undefined || failure.by === "person");
}

/** Of what came before these, nothing is of use any more. */
const nothingKept: Failure["code"][] = ["sourceChanged", "checksumMismatch", "partFileGone", "fileGone"];

export function isKept(failure: Failure): boolean {
  return !nothingKept.includes(failure.code);
}
