// Where the list goes by itself: to its top when it is another one, to the row that somebody wants to see or names anew.
import type { Session } from "$features/window/session.svelte";
import { tick, untrack } from "svelte";

interface List {
  toTop(): void;
  reveal(index: number): void;
}

interface Follower {
  list: () => List;
  /** Brings the focus to the row that has it in the list. */
  focusRow: () => void;
}

/** For as long as the component lives that calls it. */
export function follow(session: Session, { list, focusRow }: Follower) {
  const { downloads, selection } = session;

  // Another order, search or filter begins at its top. What a filter hides is not selected: no key may remove it.
  let before = [downloads.filter, downloads.search, downloads.sort, downloads.group];
  $effect(() => {
    const now = [downloads.filter, downloads.search, downloads.sort, downloads.group];
    if (now.every((part, index) => part === before[index])) return;
    if (now[0] !== before[0] || now[1] !== before[1]) untrack(() => selection.reset());
    before = now;
    list().toTop();
  });

  // The field is where the name stands, so that must be in sight.
  $effect(() => {
    if (session.renaming.id !== null) untrack(() => list().reveal(selection.focusIndex));
  });

  $effect(() => {
    const wanted = session.wantedRow;
    if (wanted === null || wanted >= downloads.total) return;
    session.wantedRow = null;
    untrack(() => selection.focus(wanted));
    // Not before there is room for it.
    void tick().then(() => {
      list().reveal(wanted);
      focusRow();
    });
  });
}
