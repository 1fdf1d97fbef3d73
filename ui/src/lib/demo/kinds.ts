// The kinds that the demo begins with, as the engine has them, and how it tells of which one a file is; and its tags.
import type { DownloadRow, Kind } from "../bindings";

const usual = [
  [
    "video",
    "Video",
    "3g2 3gp asf avi divx f4v flv m2ts m4v mkv mov mp4 mpeg mpg mts ogm ogv rm rmvb ts vob webm wmv",
    "video/*",
  ],
  [
    "audio",
    "Audio",
    "aac aif aiff amr ape dsf flac m4a m4b mid midi mka mp2 mp3 mpc oga ogg opus ra wav weba wma wv",
    "audio/*",
  ],
  [
    "image",
    "Images",
    "ai apng arw avif bmp cr2 cr3 dng eps gif heic heif ico jfif jpeg jpg jxl nef orf png ppm psd raf raw svg svgz tga tif tiff webp xcf",
    "image/*",
  ],
  [
    "document",
    "Documents",
    "azw3 csv djvu doc docm docx dotx epub fb2 htm html ics key log md mobi numbers odg odp ods odt pages pdf pot potx pps ppsx ppt pptm pptx ps rtf tex txt vcf xls xlsm xlsx xml xps",
    "application/pdf application/epub+zip application/msword application/rtf text/* application/vnd.oasis.opendocument.* application/vnd.openxmlformats-officedocument.* application/vnd.ms-excel application/vnd.ms-powerpoint application/postscript",
  ],
  [
    "archive",
    "Archives",
    "001 7z ace arj br bz2 cab cbr cbz cpio gz lha lz lz4 lzh lzma lzo r00 rar tar tbz2 tgz txz war xz z z01 zip zipx zst",
    "application/zip application/gzip application/zstd application/vnd.rar application/x-tar application/x-7z-compressed application/x-bzip* application/x-gzip application/x-rar* application/x-xz application/x-zip*",
  ],
  [
    "program",
    "Programs",
    "apk apkm appimage appx appxbundle bat cmd com crx deb exe flatpak flatpakref ipa jar msi msix msixbundle msp msu pkg ps1 rpm run sh snap vsix whl xapk xpi",
    "application/vnd.debian.binary-package application/x-rpm application/x-msdownload application/x-msdos-program application/x-msi application/vnd.android.package-archive application/vnd.microsoft.portable-executable application/java-archive application/vnd.appimage application/x-executable application/x-sh",
  ],
  [
    "disk-image",
    "Disk images",
    "bin cue dmg ima img iso mdf mds nrg ova ovf qcow2 udf vdi vhd vhdx vmdk wim",
    "application/x-iso9660-image application/x-apple-diskimage application/x-raw-disk-image application/vnd.efi.iso application/vnd.efi.img application/x-cd-image",
  ],
  ["other", "", "", ""],
] as const;

const words = (text: string) => text.split(" ").filter(Boolean);

export const usualKinds: Kind[] = usual.map(([id, folder, extensions, contentTypes]) => ({
  id,
  name: null,
  extensions: words(extensions),
  contentTypes: words(contentTypes),
  hosts: [],
  folder: folder || null,
  queue: null,
  connections: null,
  tags: [],
}));

export function kindOf(kinds: Kind[], row: Pick<DownloadRow, "name" | "host">): string {
  const ordered = [
    ...kinds.filter((kind) => kind.hosts.length > 0),
    ...kinds.filter((kind) => kind.hosts.length === 0),
  ];
  return ordered.find((kind) => fits(kind, row))?.id ?? "other";
}

function fits({ hosts, extensions, contentTypes }: Kind, row: Pick<DownloadRow, "name" | "host">): boolean {
  const isFrom = hosts.length === 0 || hosts.some((host) => globFits(host, row.host));
  const name = row.name.toLowerCase();
  const byHost = hosts.length > 0 && extensions.length === 0 && contentTypes.length === 0;
  return isFrom && (byHost || extensions.some((extension) => name.endsWith(`.${extension}`)));
}

/** `*` for any number of characters, `?` for one. */
export function globFits(pattern: string, text: string): boolean {
  const source = pattern
    .trim()
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replace(/\*/g, ".*")
    .replace(/\?/g, ".");
  return new RegExp(`^${source}$`, "is").test(text);
}

/** `tags` with `add` and without `remove`; the same word in another case is the same tag. */
export function changedTags(tags: string[], add: string[], remove: string[]): string[] {
  const isIn = (list: string[], tag: string) => list.some((one) => one.toLowerCase() === tag.toLowerCase());
  const kept = tags.filter((tag) => !isIn(remove, tag));
  for (const tag of add) {
    if (!isIn(kept, tag)) kept.push(tag);
  }
  return sorted(kept);
}

export function sorted(words: string[]): string[] {
  const by = (word: string) => word.toLowerCase();
  return words.sort((a, b) => (by(a) < by(b) ? -1 : by(a) > by(b) ? 1 : 0));
}
