// Why a command was not obeyed, in words.
import type { EngineError } from "$lib/bindings";
import type { Format } from "$lib/format";
import type { Messages } from "$lib/i18n/en";
import { failureText, queueErrorText, settingsErrorText } from "$lib/i18n/text";

export function errorText(error: EngineError, m: Messages, format: Format): string {
  switch (error.code) {
    case "settings":
      return settingsErrorText(m.settingsError, error.error, format);
    case "queue":
      return queueErrorText(m.queueError, error.error, format);
    case "noSuchQueue":
      return m.engineError.noSuchQueue(error);
    case "rejected":
      return failureText(m.failure, error.failure, format).sentence;
    case "fileKept":
      return m.engineError.fileKept(error);
    case "noSuchDownload":
      return m.engineError.noSuchDownload(error);
    case "store":
      return m.engineError.store(error);
    case "closed":
      return m.engineError.closed(error);
    case "host":
      return m.engineError.host(error);
    default:
      return error satisfies never;
  }
}
