// How fast all downloads together may be: without a limit, with one, or slowed by the turtle while others need the line; and
// whether they leave room for others by themselves.
import type { Settings } from "$lib/bindings";
import type { Messages } from "$lib/i18n/en";
import { i18n } from "$lib/i18n/i18n.svelte";
import type { MenuItem } from "$kit/menu";
import { changeSettings } from "$features/window/deeds";
import { limitLabel, steps } from "$features/window/limit";
import type { Session } from "$features/window/session.svelte";
import Plan from "@lucide/svelte/icons/calendar-clock";
import Turtle from "@lucide/svelte/icons/turtle";
import Others from "@lucide/svelte/icons/users";

type Profile = Pick<Settings, "speed" | "limit" | "turtleLimit">;

/** In bytes per second; null: none. */
export function limitInForce({ speed, limit, turtleLimit }: Profile): number | null {
  return { unlimited: null, limited: limit, turtle: turtleLimit }[speed];
}

export function speedLabel(profile: Profile): string {
  const amount = limitLabel(limitInForce(profile));
  return profile.speed === "turtle" ? i18n.m.speed.turtleAt(amount) : amount;
}

export function speedMenu(session: Session): MenuItem[] {
  const { m } = i18n;
  const { settings } = session;
  if (!settings) return [];
  const { speed, limit, turtleLimit } = settings;
  const choose = (change: Partial<Settings>) => () => session.run(changeSettings(session, { ...settings, ...change }));
  // One that somebody wrote is among them.
  const offered = [...new Set([...steps, ...(limit === null ? [] : [limit])])].sort((one, other) => one - other);
  const isLimited = speed === "limited" && limit !== null;
  return [
    {
      label: m.limit.unlimited,
      checked: speed === "unlimited" || (speed === "limited" && limit === null),
      run: choose({ speed: "unlimited" }),
    },
    null,
    ...offered.map((one) => ({
      label: limitLabel(one),
      checked: isLimited && limit === one,
      run: choose({ speed: "limited", limit: one }),
    })),
    null,
    {
      label: m.speed.turtleAt(limitLabel(turtleLimit)),
      icon: Turtle,
      checked: speed === "turtle",
      run: choose({ speed: "turtle" }),
    },
    null,
    {
      label: m.action.leaveRoom,
      icon: Others,
      checked: settings.leaveRoom,
      alone: true,
      run: () => toggleRoom(session),
    },
    null,
    { label: m.limit.custom, run: () => session.showSetting("limit") },
    { label: m.speed.plan, icon: Plan, run: () => (session.sheet = { kind: "plan" }) },
  ];
}

/** On, or back to what was before it. */
export function toggleTurtle(session: Session) {
  const { settings } = session;
  if (!settings) return;
  const speed = settings.speed === "turtle" ? settings.speedBefore : "turtle";
  return session.run(changeSettings(session, { ...settings, speed }));
}

/** Whether they get slower by themselves while others have to wait. */
export function toggleRoom(session: Session) {
  const { settings } = session;
  if (!settings) return;
  return session.run(changeSettings(session, { ...settings, leaveRoom: !settings.leaveRoom }));
}

/** Whether a search of the settings finds the plan for the week: by its words, or by others that people use for it. */
export function matchesPlan(search: string, m: Messages): boolean {
  const { plan, planTitle, planSentence, planSynonyms } = m.speed;
  const text = `${m.settings.other.speedPlan} ${plan} ${planTitle} ${planSentence} ${planSynonyms}`.toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
