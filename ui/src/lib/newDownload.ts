// A link as it is added with nothing special asked for.
import type { NewDownload, Options } from "./bindings";

export const noOptions: Options = {
  name: null,
  headers: [],
  connections: null,
  limit: null,
  checksum: null,
  mirrors: [],
  whenChanged: "ask",
  kind: null,
  note: null,
  proxy: null,
  begunIn: null,
};

export const newDownload = (url: string): NewDownload => ({
  url,
  folder: null,
  paused: false,
  tags: [],
  queue: null,
  priority: "normal",
  starts: null,
  whenDuplicate: "ask",
  options: noOptions,
});
