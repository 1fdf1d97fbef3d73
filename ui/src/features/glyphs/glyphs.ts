// Which drawing stands for a file, by the ending of its name: finer than the kinds of the settings, and never changed by them.
import type { Kind } from "$lib/bindings";

const endings = {
  archive:
    "7z ace apkg arc arj br bz bz2 cab cbr cbz cpio gz jar lha lz lz4 lzh lzma lzo par2 rar sit sitx tar tbz tbz2 tgz txz war xz z zip zipx zst 001 r00 z01",
  disk: "bin ccd cue dmg hdd ima img iso mdf mds nrg ova ovf qcow qcow2 squashfs toast udf vdi vhd vhdx vmdk wim",
  video:
    "3g2 3gp asf avi divx f4v flv m2ts m4v mkv mov mp4 mpeg mpg mts mxf ogm ogv rm rmvb ts vob webm wmv y4m m3u8 mpd",
  audio:
    "aac ac3 aif aiff amr ape dff dsf dts eac3 flac it m3u m4a m4r mid midi mka mod mp2 mp3 mpc oga ogg opus pls ra s3m wav weba wma wv xm",
  image:
    "ai apng arw avif bmp cdr cr2 cr3 dng eps exr gif heic heif hdr ico icns jfif jp2 jpeg jpg jxl kra nef orf pbm pgm png ppm psb psd qoi raf raw rw2 sketch svg svgz tga tif tiff webp xcf",
  document:
    "abw asc cfg conf diff ini log markdown md me nfo org patch readme rst text txt doc docm docx dot dotx djvu hwp latex odt ott pages pdf ps rtf tex wpd wps xps oxps",
  sheet: "csv gnumeric numbers ods ots parquet tsv xls xlsb xlsm xlsx xlt xltx",
  slides: "key odp otp pot potx pps ppsx ppt pptm pptx",
  code: "asm bash c cc clj cpp cs css cxx d dart ex exs fs go h hpp hs ipynb java jl js json json5 jsx kt kts less lisp lua m mjs ml nim php pl pm proto ps1 psm1 py r rb rs sass scala scss sh sql svelte swift toml tsx vue wasm wat xml xsd xslt yaml yml zig",
  program:
    "apk apkm app appimage appx appxbundle bat bundle cmd com crx deb exe flatpak flatpakref hap ipa msi msix msixbundle msp msu pkg rpm run snap vsix whl xapk xpi",
  font: "eot fnt otf pfb pfm ttc ttf woff woff2",
  book: "azw azw3 cb7 cbt epub fb2 ibooks kfx lit lrf mobi prc",
  subtitles: "ass idx sbv smi srt ssa sub sup ttml vtt",
  torrent: "magnet meta4 metalink torrent",
  data: "accdb bak db db3 dbf dump gguf h5 hdf5 mdb nc npy npz onnx pbf pt safetensors sav sqlite sqlite3",
  model: "3ds 3mf blend dae dwg dxf fbx gcode glb gltf iges obj ply skp step stl stp usd usdz",
  page: "htm html maff mht mhtml url webarchive webloc xhtml",
  key: "cer crt csr der gpg jks kdbx p12 p7b pem pfx pgp pub",
  message: "eml ics mbox msg pst vcf",
  checksum: "b3 blake3 md5 md5sum sfv sha1 sha1sum sha256 sha256sum sha512 sha512sum sig minisig",
} as const;

export type Glyph = keyof typeof endings | "file";

const byEnding = new Map<string, Glyph>(
  (Object.entries(endings) as [Glyph, string][]).flatMap(([glyph, all]) =>
    all.split(" ").map((ending): [string, Glyph] => [ending, glyph]),
  ),
);

/** Of the usual kinds. */
const byKind: Record<string, Glyph> = {
  video: "video",
  audio: "audio",
  image: "image",
  document: "document",
  archive: "archive",
  program: "program",
  "disk-image": "disk",
};

/** What an unfinished file ends with says nothing of what it will be. */
const UNFINISHED = /\.(part|crdownload|download|aria2|tmp|opdownload|!ut)$/;

/** By the name alone; `kind` where that says nothing. */
export function glyphOf(name: string, kind = ""): Glyph {
  const lower = name.toLowerCase().replace(UNFINISHED, "");
  const dot = lower.lastIndexOf(".");
  const ending = dot < 0 ? "" : lower.slice(dot + 1);
  return byEnding.get(ending) ?? byKind[kind] ?? "file";
}

/** Of one of the person's own: what most of its endings are. */
export function glyphOfKind(id: string, kinds: readonly Kind[] = []): Glyph {
  const usual = byKind[id];
  if (usual) return usual;
  const counts = new Map<Glyph, number>();
  for (const ending of kinds.find((kind) => kind.id === id)?.extensions ?? []) {
    const glyph = glyphOf(`.${ending}`);
    if (glyph !== "file") counts.set(glyph, (counts.get(glyph) ?? 0) + 1);
  }
  return Array.from(counts).reduce<[Glyph, number]>((most, one) => (one[1] > most[1] ? one : most), ["file", 0])[0];
}

/** Every ending once, for whoever wants to look at them all. */
export const known: readonly [Glyph, string][] = (Object.entries(endings) as [Glyph, string][]).flatMap(
  ([glyph, all]) => all.split(" ").map((ending): [Glyph, string] => [glyph, ending]),
);
