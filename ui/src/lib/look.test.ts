import { afterEach, expect, it } from "vitest";
import { storedLook, useSystemAccent } from "./look";

afterEach(() => useSystemAccent(null));

it("looks as the desktop said last, however long each colour takes to be worked out", async () => {
  await Promise.all([useSystemAccent("#3a944a"), useSystemAccent("#0462d3"), useSystemAccent(null)]);
  expect(storedLook().system).toBeNull();
  await Promise.all([useSystemAccent("#3a944a"), useSystemAccent("#0462d3"), useSystemAccent("#3a944a")]);
  expect(storedLook().system?.colour).toBe("#3a944a");
  await Promise.all([useSystemAccent("#0462d3"), useSystemAccent("#3a944a")]);
  expect(storedLook().system?.colour).toBe("#3a944a");
});
