// Tags and kinds in the side bar.
import { i18n } from "$lib/i18n/i18n.svelte";
import { take, type Into } from "$features/add/atOnce";
import { kindName } from "$features/downloads/headings";
import { kindIcon } from "$features/glyphs/icons";
import { tokenOf } from "$features/queues/queues";
import type { Entry } from "$features/sidebar/groups";
import type { Session } from "$features/window/session.svelte";
import Tag from "@lucide/svelte/icons/tag";
import * as deeds from "./deeds";
import { kindEntryMenu, tagEntryMenu } from "./menus";
import { allTags } from "./tags";

export function tagEntries(session: Session): Entry[] {
  const { tags: m } = i18n.m;
  return allTags(session).map((known) => {
    const { tag, colour, count } = known;
    return {
      key: `tag:${tag}`,
      label: tag,
      icon: Tag,
      color: tokenOf(colour),
      count,
      isCurrent: session.downloads.shows({ tag }),
      choose: () => session.downloads.setFilter({ tag }),
      menu: () => tagEntryMenu(session, known),
      drop: {
        label: (count) => m.onto(count, tag),
        take: (ids) => session.run(deeds.setTag(session, ids, tag, true)),
      },
      links: { label: m.links(tag), take: taking(session, { tags: [tag] }) },
    };
  });
}

/** Those that are in use, in the order of the settings, if there is something to choose. */
export function kindEntries(session: Session): Entry[] {
  const { downloads, common, settings } = session;
  const { tags: m } = i18n.m;
  const order = settings?.kinds.map(({ id }) => id) ?? [];
  const found = common.facets.kinds.toSorted((a, b) => order.indexOf(a.value) - order.indexOf(b.value));
  return (found.length > 1 ? found : []).map(({ value: kind, count }) => {
    const label = kindName(kind, i18n.m, settings?.kinds);
    return {
      key: `kind:${kind}`,
      label,
      icon: kindIcon(kind, settings?.kinds),
      count,
      isCurrent: downloads.shows({ kind }),
      choose: () => downloads.setFilter({ kind }),
      menu: () => kindEntryMenu(session, kind),
      drop: {
        label: (count) => m.ontoKind(count, label),
        take: (ids) => session.run(deeds.setKind(session, ids, kind)),
      },
      links: { label: m.linksKind(label), take: taking(session, { kind }) },
    };
  });
}

function taking(session: Session, into: Into) {
  return (text: string, shown: boolean) => (shown ? session.add.open(text, into) : take(session, text, into));
}
