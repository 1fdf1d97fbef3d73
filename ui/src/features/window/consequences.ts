// What follows in the window from what the engine told: words that are said, a look and a language that are taken up, a view
// that is left because what it shows is gone.
import type { DownloadId, Event, Settings } from "$lib/bindings";
import type { Messages } from "$lib/i18n/en";
import { i18n } from "$lib/i18n/i18n.svelte";
import { shellWords } from "$lib/i18n/shell";
import { noticeText } from "$lib/i18n/text";
import { useLook } from "$lib/look";
import { queueName } from "$features/queues/queues";
import { news } from "./news";
import type { Session } from "./session.svelte";

export class Consequences {
  #folder: string | null = null;
  /** The messages whose words the shell has. */
  #spoken: Messages | null = null;

  constructor(readonly session: Session) {}

  of(event: Event) {
    const { session } = this;
    switch (event.type) {
      case "snapshot":
        session.common.changed(0);
        this.#use(event.settings);
        break;
      case "changed":
        if (event.ended.length > 0) news(event.rows, event.ended, this.#listeners);
        session.common.changed();
        break;
      case "removed":
        session.selection.forget(event.ids);
        session.common.changed();
        break;
      case "settingsChanged":
        this.#use(event.settings);
        break;
      case "queuesChanged":
        this.#leaveGone();
        break;
      case "queueEnded":
        if (event.atEnd === "notify") {
          session.toasts.say(i18n.m.queues.ended(queueName(session.queues, event.queue, i18n.m)));
        }
        break;
      case "noticed":
        session.announcer.say(noticeText(i18n.m.notice, event.notice).title);
        break;
      case "progress":
        break;
      default:
        event satisfies never;
    }
  }

  /** What is told of downloads that ended. */
  readonly #listeners = {
    say: (text: string) => this.session.announcer.say(text),
    note: (text: string, [first, ...others]: DownloadId[]) =>
      this.session.toasts.note(text, "error", {
        label: i18n.m.batch.show,
        run: () => (others.length === 0 && first !== undefined ? this.session.show(first) : this.session.showFailed()),
      }),
  };

  #use(settings: Settings) {
    useLook(settings);
    i18n.useUnits(settings);
    void this.#speak(settings.language);
    if (settings.folder !== this.#folder) void this.session.refreshFreeSpace();
    this.#folder = settings.folder;
  }

  /** The window's language is the shell's, too. */
  async #speak(language: string) {
    await i18n.use(language);
    if (this.#spoken === i18n.m) return;
    this.#spoken = i18n.m;
    await this.session.run(this.session.backend.setWords(shellWords(i18n.m, i18n.format)));
  }

  /** What shows a queue that is gone shows everything. */
  #leaveGone() {
    const { downloads, queues } = this.session;
    const { queue } = downloads.filter;
    if (queue !== null && !queues.some(({ id }) => id === queue)) downloads.setFilter({});
  }
}
