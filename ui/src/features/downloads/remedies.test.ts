import { action } from "$features/actions/table";
import type { Failure } from "$lib/bindings";
import { Format } from "$lib/format";
import { en } from "$lib/i18n/en";
import type { Session } from "$features/window/session.svelte";
import { expect, test } from "vitest";
import { everyFailure } from "../../test-failures";
import { row } from "../../test-rows";
import { curesMeanwhile, curesOf } from "./remedies";
import { sentence } from "./sentence";

/** As the session is when this one has the focus. */
function about(failure: Failure): Session {
  const failed = row(1, { status: { state: "failed", failure }, received: 500 });
  return { targets: [1], targetRows: [failed], page: "downloads" } as unknown as Session;
}

test.each(everyFailure)("a $code has a next step, and each of its steps can be taken", (failure) => {
  const cures = curesOf(failure);
  expect(cures.length).toBeGreaterThan(0);
  expect(new Set(cures).size).toBe(cures.length);
  for (const id of cures) expect(action[id].why(about(failure)), id).toBeNull();
});

test.each(everyFailure)("what is tried again after a $code can be tried now", (failure) => {
  const activity = { kind: "retrying", failure, attempt: 2, of: 10, at: 0 } as const;
  const retrying = row(1, { status: { state: "running", activity } });
  const session = { targets: [1], targetRows: [retrying], page: "downloads" } as unknown as Session;
  expect(curesMeanwhile(failure)[0]).toBe("tryNow");
  for (const id of curesMeanwhile(failure)) expect(action[id].why(session), id).toBeNull();
});

test("what the server says decides: a gone link is renewed, a missing file looked for", () => {
  expect(curesOf({ code: "notFound", status: 410 })[0]).toBe("changeLink");
  expect(curesOf({ code: "notFound", status: 404 })[0]).toBe("openPage");
  expect(curesOf({ code: "loginNeeded", host: "a.org", status: 401 })[0]).toBe("logIn");
  expect(curesOf({ code: "loginNeeded", host: "a.org", status: 407 })[0]).toBe("proxySettings");
});

test("the line says what is kept, where it is of any use", () => {
  const said = (failure: Failure) =>
    sentence(
      row(1, { status: { state: "failed", failure }, received: 2048, size: 4096 }),
      { queue: "Default", turtle: 0 },
      en,
      new Format("en", en.units),
      () => 0,
    );
  expect(said({ code: "forbidden", status: 403 })).toMatch(/ · 50% kept$/);
  expect(said({ code: "sourceChanged", was: 1, now: 2 })).not.toContain("kept");
});
