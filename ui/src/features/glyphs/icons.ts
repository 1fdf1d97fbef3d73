// The same drawings for menus and the side bar, where each is a component.
import type { Kind } from "$lib/bindings";
import Program from "@lucide/svelte/icons/app-window";
import Archive from "@lucide/svelte/icons/archive";
import Book from "@lucide/svelte/icons/book-open";
import Model from "@lucide/svelte/icons/box";
import Subtitles from "@lucide/svelte/icons/captions";
import Data from "@lucide/svelte/icons/database";
import Disk from "@lucide/svelte/icons/disc-3";
import Checksum from "@lucide/svelte/icons/file-check";
import Code from "@lucide/svelte/icons/file-code";
import Document from "@lucide/svelte/icons/file-text";
import Video from "@lucide/svelte/icons/film";
import Page from "@lucide/svelte/icons/globe";
import Image from "@lucide/svelte/icons/image";
import Key from "@lucide/svelte/icons/key-round";
import Torrent from "@lucide/svelte/icons/magnet";
import Message from "@lucide/svelte/icons/mail";
import Audio from "@lucide/svelte/icons/music";
import Slides from "@lucide/svelte/icons/presentation";
import File from "@lucide/svelte/icons/shapes";
import Sheet from "@lucide/svelte/icons/sheet";
import Font from "@lucide/svelte/icons/type";
import type { Component } from "svelte";
import { glyphOfKind, type Glyph } from "./glyphs";

const icons: Record<Glyph, Component<{ size?: number; color?: string }>> = {
  archive: Archive,
  disk: Disk,
  video: Video,
  audio: Audio,
  image: Image,
  document: Document,
  sheet: Sheet,
  slides: Slides,
  code: Code,
  program: Program,
  font: Font,
  book: Book,
  subtitles: Subtitles,
  torrent: Torrent,
  data: Data,
  model: Model,
  page: Page,
  key: Key,
  message: Message,
  checksum: Checksum,
  file: File,
};

/** Of a kind by its id. */
export function kindIcon(id: string, kinds?: readonly Kind[]): Component<{ size?: number; color?: string }> {
  return icons[glyphOfKind(id, kinds)];
}
