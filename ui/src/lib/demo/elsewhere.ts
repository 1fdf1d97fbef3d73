// What other download managers have not finished.
import type { Elsewhere } from "../bindings";
import { newDownload } from "../newDownload";

export const elsewhere: Elsewhere[] = [
  {
    program: "aria2",
    downloads: ["https://ftp.gnu.org/gnu/gcc-16.1.0.tar.xz", "https://ftp.gnu.org/gnu/emacs-31.1.tar.xz"].map(
      newDownload,
    ),
  },
  { program: "AB Download Manager", downloads: [newDownload("https://get.videolan.org/vlc/vlc-4.0.0.tar.xz")] },
];
