import { expect, test } from "vitest";
import type { RefusedCertificate } from "$lib/bindings";
import type { Question } from "$features/window/opened";
import type { Session } from "$features/window/session.svelte";
import { row } from "../../test-rows";
import { fingerprint, trustOnce } from "./trust";

const refused: RefusedCertificate = {
  host: "old.example.org",
  port: 443,
  fault: "expired",
  sha256: "0af1".repeat(16),
  subject: null,
  issuer: null,
  notBefore: null,
  notAfter: null,
};

test("a fingerprint is shown as other programs show it", () => {
  expect(fingerprint("0af1c2")).toBe("0A:F1:C2");
  expect(fingerprint("")).toBe("");
});

test("nothing is accepted before the question, which names host and fingerprint, is answered", async () => {
  const sent: [number, string][] = [];
  const session = {
    question: null as Question | null,
    backend: { trustOnce: (id: number, sha256: string) => Promise.resolve(void sent.push([id, sha256])) },
    run: (command: Promise<unknown>) => command.then(() => true),
  };
  trustOnce(session as unknown as Session, row(7), refused);
  expect(sent).toEqual([]);
  expect(session.question?.text).toContain("old.example.org");
  expect(session.question?.text).toContain(fingerprint(refused.sha256));
  await session.question?.run();
  expect(sent).toEqual([[7, refused.sha256]]);
});
