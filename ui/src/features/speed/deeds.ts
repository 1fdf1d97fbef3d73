// The plan for the week, which the person makes and takes back.
import type { Speed } from "$lib/bindings";
import { i18n } from "$lib/i18n/i18n.svelte";
import { dequal } from "dequal/lite";
import type { Week } from "$kit/week";
import type { Session } from "$features/window/session.svelte";

export async function changePlan(session: Session, plan: Week<Speed> | null) {
  const { settings, backend } = session;
  if (!settings || dequal(settings.speedPlan, plan)) return;
  const before = { speedPlan: settings.speedPlan, speed: settings.speed };
  const put = (change: Partial<typeof before>) => backend.setSettings({ ...(session.settings ?? settings), ...change });
  await put({ speedPlan: plan });
  session.undo.did({
    words: () => (plan === null ? i18n.m.speed.planEnded : i18n.m.speed.planChanged),
    undo: () => put(before).then(() => null),
    redo: () => put({ speedPlan: plan }),
  });
}
