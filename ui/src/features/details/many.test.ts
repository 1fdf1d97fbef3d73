import { expect, test } from "vitest";
import { row } from "../../test-rows";
import { sumsOf } from "./many";

test("several downloads are summed up, and what is not known is counted", () => {
  const sums = sumsOf([
    row(1, { received: 10, throughput: 5, status: { state: "running", activity: { kind: "downloading" } } }),
    row(2, { size: null, received: 1 }),
    row(3, { status: { state: "completed", path: "/a" }, received: 1000 }),
  ]);
  expect(sums).toEqual({
    counts: { running: 1, queued: 1, paused: 0, failed: 0, completed: 1 },
    size: 2000,
    unknownSizes: 1,
    received: 1011,
    throughput: 5,
  });
});
