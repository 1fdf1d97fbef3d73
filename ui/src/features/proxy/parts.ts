// A proxy as a form has it: its log-in stands apart from its address, so that a password is never shown with it.
import type { Proxy } from "$lib/bindings";

export interface ProxyParts {
  kind: Proxy["kind"] | "settings";
  address: string;
  user: string;
  password: string;
  except: string;
}

/** `null` is "as in the settings". */
export function partsOf(proxy: Proxy | null): ProxyParts {
  const empty = { address: "", user: "", password: "", except: "" };
  if (proxy === null) return { kind: "settings", ...empty };
  if (proxy.kind !== "manual") return { kind: proxy.kind, ...empty };
  const match = /^(\w+:\/\/)(?:([^/@]*)@)?(.*)$/.exec(proxy.url);
  const [user = "", ...password] = (match?.[2] ?? "").split(":");
  return {
    kind: "manual",
    address: match ? `${match[1] ?? ""}${match[3] ?? ""}`.replace(/\/$/, "") : proxy.url,
    user: decode(user),
    password: decode(password.join(":")),
    except: proxy.noProxy.join(", "),
  };
}

export function proxyOf(parts: ProxyParts): Proxy | null {
  if (parts.kind === "settings") return null;
  if (parts.kind !== "manual") return { kind: parts.kind };
  const address = parts.address.trim();
  const url = address.includes("://") ? address : `http://${address}`;
  const login = parts.user === "" && parts.password === "" ? "" : `${code(parts.user)}:${code(parts.password)}@`;
  return {
    kind: "manual",
    url: url.replace("://", `://${login}`),
    noProxy: parts.except.split(/[\s,]+/).filter((entry) => entry !== ""),
  };
}

/** In one line, without its log-in. */
export function addressOf(proxy: Proxy): string {
  return proxy.kind === "manual" ? partsOf(proxy).address : "";
}

function code(text: string): string {
  return encodeURIComponent(text);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
