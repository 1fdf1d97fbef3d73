// What other download managers have not finished.
import type { Elsewhere, NewDownload } from "../bindings";

const download = (url: string): NewDownload => ({
  url,
  folder: null,
  paused: false,
  tags: [],
  queue: null,
  priority: "normal",
  starts: null,
  whenDuplicate: "ask",
  options: {
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
  },
});

export const elsewhere: Elsewhere[] = [
  {
    program: "aria2",
    downloads: ["https://ftp.gnu.org/gnu/gcc-16.1.0.tar.xz", "https://ftp.gnu.org/gnu/emacs-31.1.tar.xz"].map(download),
  },
  { program: "AB Download Manager", downloads: [download("https://get.videolan.org/vlc/vlc-4.0.0.tar.xz")] },
];
