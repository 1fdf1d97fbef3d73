// Which buttons a failure has: only actions that exist, the most helpful one first.
import type { Failure } from "$lib/bindings";

type Cure = "changeLink" | "retry" | "startOver" | "remove" | "showInFolder";

export const remedies: Record<Failure["code"], Cure[]> = {
  invalidUrl: ["changeLink", "remove"],
  unsupportedScheme: ["changeLink", "remove"],
  invalidHeader: ["remove"],
  invalidOption: ["remove"],
  offline: ["retry"],
  hostNotFound: ["retry", "changeLink"],
  unreachable: ["retry", "changeLink"],
  timedOut: ["retry"],
  connectionLost: ["retry"],
  tls: ["retry"],
  tooManyRedirects: ["changeLink", "retry"],
  badRedirect: ["changeLink", "retry"],
  loginNeeded: ["retry", "changeLink"],
  forbidden: ["changeLink", "retry"],
  notFound: ["changeLink", "retry", "remove"],
  busy: ["retry"],
  serverError: ["retry"],
  refused: ["changeLink", "retry"],
  badAnswer: ["retry"],
  webPage: ["changeLink", "retry"],
  sourceChanged: ["startOver"],
  otherFile: ["changeLink", "startOver"],
  checksumMismatch: ["startOver", "changeLink"],
  damaged: ["retry"],
  diskFull: ["retry", "showInFolder"],
  folderMissing: ["retry"],
  notWritable: ["retry"],
  partFileGone: ["startOver"],
  partFileBusy: ["retry"],
  disk: ["retry"],
  internal: ["retry"],
};
