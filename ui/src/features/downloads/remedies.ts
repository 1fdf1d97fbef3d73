// Which buttons a failure has: only actions that exist, the most helpful one first.
import type { Failure } from "$lib/bindings";

type Cure =
  | "changeLink"
  | "retry"
  | "startOver"
  | "remove"
  | "showInFolder"
  | "useMirror"
  | "openPage"
  | "properties"
  | "proxySettings";

export const remedies: Record<Failure["code"], Cure[]> = {
  invalidUrl: ["changeLink", "remove"],
  unsupportedScheme: ["changeLink", "remove"],
  invalidHeader: ["remove"],
  invalidOption: ["remove"],
  offline: ["retry"],
  hostNotFound: ["retry", "changeLink"],
  unreachable: ["retry", "useMirror", "changeLink"],
  timedOut: ["retry", "useMirror"],
  connectionLost: ["retry", "useMirror"],
  tls: ["retry", "properties"],
  tooManyRedirects: ["changeLink", "retry"],
  badRedirect: ["changeLink", "retry"],
  loginNeeded: ["openPage", "changeLink", "retry"],
  proxy: ["retry", "proxySettings"],
  forbidden: ["changeLink", "openPage", "retry"],
  notFound: ["openPage", "changeLink", "retry", "remove"],
  busy: ["retry"],
  serverError: ["retry", "useMirror"],
  refused: ["changeLink", "retry"],
  badAnswer: ["retry"],
  webPage: ["openPage", "changeLink", "retry"],
  sourceChanged: ["startOver"],
  otherFile: ["changeLink", "startOver"],
  checksumMismatch: ["startOver", "showInFolder", "changeLink"],
  damaged: ["retry"],
  diskFull: ["retry", "showInFolder"],
  folderMissing: ["retry"],
  notWritable: ["retry"],
  partFileGone: ["startOver"],
  partFileBusy: ["retry"],
  fileGone: ["startOver"],
  nameTaken: ["showInFolder"],
  underRepair: ["retry"],
  disk: ["retry"],
  internal: ["retry"],
};
