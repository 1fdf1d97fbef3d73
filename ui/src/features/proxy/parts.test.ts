import { expect, test } from "vitest";
import { addressOf, partsOf, proxyOf } from "./parts";

test("a proxy is taken apart and put together again", () => {
  const proxy = {
    kind: "manual",
    url: "socks5://ada%40home:p%3Aw%2F@proxy:1080",
    noProxy: ["a.org", "10.0.0.0/8"],
  } as const;
  const parts = partsOf({ ...proxy, noProxy: [...proxy.noProxy] });
  expect(parts).toEqual({
    kind: "manual",
    address: "socks5://proxy:1080",
    user: "ada@home",
    password: "p:w/",
    except: "a.org, 10.0.0.0/8",
  });
  expect(proxyOf(parts)).toEqual(proxy);
  expect(addressOf({ ...proxy, noProxy: [] })).toBe("socks5://proxy:1080");
});

test("what a person writes becomes an address", () => {
  const empty = { user: "", password: "", except: "" };
  const proxy = proxyOf({ kind: "manual", address: " proxy.example:3128 ", ...empty });
  expect(proxy).toEqual({ kind: "manual", url: "http://proxy.example:3128", noProxy: [] });
  expect(proxyOf({ kind: "settings", address: "", ...empty })).toBeNull();
  expect(proxyOf({ kind: "none", address: "left over", ...empty })).toEqual({ kind: "none" });
  expect(partsOf({ kind: "manual", url: "http://p:3128/", noProxy: [] }).address).toBe("http://p:3128");
});
