import { expect, test } from "vitest";
import type { CertificateFault } from "../bindings";
import { Format } from "../format";
import { en } from "./en";
import { failureText } from "./text";

const format = new Format("en-GB", en.units);
const dates = { notBefore: Date.UTC(2026, 0, 5, 12), notAfter: Date.UTC(2026, 10, 3, 12) };
const refused = { host: "a.org", port: 443, sha256: "ab", subject: null, issuer: null };

function said(fault: CertificateFault, known: { notBefore: number | null; notAfter: number | null }): string {
  const certificate = { ...refused, ...known, fault };
  return failureText(en.failure, { code: "tls", host: "a.org", reason: "x", certificate }, format).sentence;
}

test("of a certificate that is out of date it is said since when, as far as it says so itself", () => {
  expect(said("expired", dates)).toContain("its certificate expired on 3 Nov 2026. Nothing was sent");
  expect(said("notYetValid", dates)).toContain("only valid from 5 Jan 2026");
  expect(said("expired", { notBefore: null, notAfter: null })).toContain("its certificate has expired.");
  expect(said("revoked", dates)).toContain("was revoked");
});
