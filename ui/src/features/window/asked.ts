// What the person asked for outside the window: in the menu of the tray, or on a notification.
import type { Wish } from "$lib/bindings";
import { close, quit } from "./quitting";
import type { Session } from "./session.svelte";

export async function showAsked(session: Session, wish: Wish): Promise<void> {
  switch (wish.kind) {
    case "settings":
      session.page = "settings";
      break;
    case "quit":
      void session.run(session.backend.endAsked());
      await quit(session);
      break;
    case "close":
      void session.run(session.backend.endAsked());
      close(session);
      break;
    case "limit":
      session.showSetting("limit");
      break;
    case "download":
      await session.show(wish.id);
      session.drawer.open();
      break;
    case "renewal": {
      await session.show(wish.id);
      const [row] = await session.downloads.rowsOf([wish.id]);
      if (row) session.renewal.open(row);
      break;
    }
    default:
      wish satisfies never;
  }
}
