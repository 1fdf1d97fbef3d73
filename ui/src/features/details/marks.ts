// What happened to the speed of a download, in words.
import type { Mark } from "$lib/bindings";
import type { Format } from "$lib/format";
import type { Messages } from "$lib/i18n/en";
import { failureText } from "$lib/i18n/text";

export function markText({ at, happening }: Mark, m: Messages, format: Format): string {
  const words = m.details.speed;
  const what = (() => {
    switch (happening.kind) {
      case "failed":
        return words.failed(failureText(m.failure, happening.failure, format).title);
      case "limited":
        return words.limited(happening.limit === null ? m.limit.unlimited : format.throughput(happening.limit));
      case "connections":
        return words.connectionsNow(
          happening.connections === null ? m.details.request.connectionsHint : format.number(happening.connections),
        );
      case "started":
      case "paused":
      case "completed":
        return words.happening[happening.kind];
      default:
        return happening satisfies never;
    }
  })();
  return words.mark(format.clock(at), what);
}
