import type { Options } from "$lib/bindings";
import { expect, test } from "vitest";
import { noOptions as options } from "$lib/newDownload";
import { RequestForm } from "./request.svelte";

const asked: Options = {
  ...options,
  headers: [
    ["cookie", "id=1"],
    ["X-Team", "blue"],
    ["Referer", "https://a.org/"],
  ],
};

function form(of: Options = asked) {
  const form = new RequestForm();
  form.show(of);
  return form;
}

test("the headers that people know have fields, and all others are text", () => {
  const { fields, others, changes } = form();
  expect(fields).toEqual({ cookies: "id=1", referrer: "https://a.org/", userAgent: "", authorization: "" });
  expect(others).toBe("X-Team: blue");
  expect(changes).toEqual([]);
});

test("only what was changed is told", () => {
  const changed = form();
  changed.connections = "4";
  expect(changed.changes).toEqual([{ option: "connections", value: 4 }]);
  changed.fields.cookies = "";
  changed.others = "X-Team: red\n\nAccept-Language: de";
  const headers = [
    ["Referer", "https://a.org/"],
    ["X-Team", "red"],
    ["Accept-Language", "de"],
  ];
  expect(changed.changes).toEqual([
    { option: "headers", value: headers },
    { option: "connections", value: 4 },
  ]);
  changed.proxy = { kind: "none" };
  changed.whenChanged = "startOver";
  expect(changed.changes.map(({ option }) => option)).toEqual(["headers", "connections", "proxy", "whenChanged"]);
});

test("what cannot be sent is said and not told", () => {
  const bad = form();
  bad.others = "no header";
  expect([bad.badLine, bad.changes]).toEqual(["no header", []]);
  bad.others = "";
  bad.connections = "65";
  expect([bad.badConnections, bad.changes]).toEqual([true, []]);
});

test("what is written stays while the same options are told again, and goes when they are others", () => {
  const written = form();
  written.connections = "7";
  written.show({ ...asked });
  expect(written.connections).toBe("7");
  written.show({ ...asked, connections: 9 });
  expect(written.connections).toBe("9");
});
