// A download of the same name that failed: a link from elsewhere may be its new one.
import type { Backend } from "$lib/backend";
import type { DownloadRow } from "$lib/bindings";
import { everything } from "$features/downloads/downloads.svelte";
import { curesOf } from "$features/downloads/remedies";

/** Merely for an offer: without an answer there is none. */
export async function failedLike(
  backend: Pick<Backend, "view">,
  { name, url }: { name: string; url: string },
): Promise<DownloadRow | null> {
  const sort = { key: "created", descending: true } as const;
  const filter = { ...everything, status: "failed" } as const;
  const query = { filter, search: name, sort, group: "none", offset: 0, limit: 20 } as const;
  const page = await backend.view(query).catch(() => null);
  return page?.rows.find((other) => other.name === name && other.url !== url && mayBeMended(other)) ?? null;
}

function mayBeMended({ status }: DownloadRow): boolean {
  return status.state === "failed" && curesOf(status.failure).includes("changeLink");
}
