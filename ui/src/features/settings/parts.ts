// What is no single field of the settings: an editor of its own, below the fields of its section. It is loaded when somebody
// opens it. A further one is a further line here.
import type { Queue, Settings } from "$lib/bindings";
import type { Messages } from "$lib/i18n/en";
import type { Component } from "svelte";
import type { Section } from "./fields";
import { matchesQueues } from "$features/queues/queues";
import { matchesList } from "$features/sorting/found";
import { matchesPlan } from "$features/speed/speed";
import { matchesKeys } from "./keys";

type Editor = Component<{ search: string; settings: Settings }>;

/** What is searched besides the words of fields. */
export interface Searched {
  queues: Queue[];
  settings: Settings | null;
}

export interface Part {
  /** Also the name of what it edits, in the messages. */
  key: keyof Messages["settings"]["other"];
  section: Section;
  /** What it changes, to put it back with its page. */
  keys: (keyof Settings)[];
  isFound: (search: string, m: Messages, of: Searched) => boolean;
  load: () => Promise<{ default: Editor }>;
}

export const parts: Part[] = [
  {
    key: "speedPlan",
    section: "speed",
    keys: ["speedPlan"],
    isFound: (search, m) => matchesPlan(search, m),
    load: () => import("$features/speed/PlanRow.svelte"),
  },
  {
    key: "queues",
    section: "queues",
    keys: [],
    isFound: (search, m, { queues }) => matchesQueues(search, queues, m),
    // It needs neither.
    load: () => import("$features/queues/QueueTable.svelte") as unknown as Promise<{ default: Editor }>,
  },
  {
    key: "hints",
    section: "notifications",
    keys: [],
    isFound: (search, { hints }) => {
      const text = `${hints.setting} ${hints.sentence} ${hints.synonyms}`.toLowerCase();
      const words = search.toLowerCase().split(/\s+/);
      return words.every((word) => text.includes(word));
    },
    // It needs neither.
    load: () => import("$features/hints/HintsSetting.svelte") as unknown as Promise<{ default: Editor }>,
  },
  list("kinds", "sorting", () => import("$features/sorting/KindTable.svelte")),
  list("rules", "sorting", () => import("$features/sorting/RuleTable.svelte")),
  list("hosts", "sites", () => import("$features/sorting/HostTable.svelte")),
  {
    key: "keys",
    section: "keyboard",
    keys: ["keys"],
    isFound: matchesKeys,
    load: () => import("./KeyTable.svelte"),
  },
];

function list(key: "kinds" | "rules" | "hosts", section: Section, load: () => Promise<unknown>): Part {
  return {
    key,
    section,
    keys: key === "rules" ? ["rules", "rulesMatch"] : [key],
    isFound: (search, m, { settings }) => matchesList(key, search, m, settings),
    // It needs neither.
    load: load as Part["load"],
  };
}
