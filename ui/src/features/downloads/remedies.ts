// Which buttons a failure has: only actions that exist, the most helpful one first.
import type { Failure } from "$lib/bindings";

type Cure = "retry" | "startOver" | "remove" | "showInFolder";

export const remedies: Record<Failure["code"], Cure[]> = {
  invalidUrl: ["remove"],
  unsupportedScheme: ["remove"],
  invalidHeader: ["remove"],
  invalidOption: ["remove"],
  offline: ["retry"],
  hostNotFound: ["retry"],
  unreachable: ["retry"],
  timedOut: ["retry"],
  connectionLost: ["retry"],
  tls: ["retry"],
  tooManyRedirects: ["retry"],
  badRedirect: ["retry"],
  loginNeeded: ["retry"],
  forbidden: ["retry"],
  notFound: ["retry", "remove"],
  busy: ["retry"],
  serverError: ["retry"],
  refused: ["retry"],
  badAnswer: ["retry"],
  webPage: ["retry"],
  sourceChanged: ["startOver"],
  otherFile: ["startOver"],
  checksumMismatch: ["startOver"],
  damaged: ["retry"],
  diskFull: ["retry", "showInFolder"],
  folderMissing: ["retry"],
  notWritable: ["retry"],
  partFileGone: ["startOver"],
  partFileBusy: ["retry"],
  disk: ["retry"],
  internal: ["retry"],
};
