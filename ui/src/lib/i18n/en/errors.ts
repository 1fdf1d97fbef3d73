// English words of what the engine refuses, and of what it tells.
import {
  fileName,
  name,
  settingNames,
  type EngineErrorWords,
  type NoticeWords,
  type SettingsErrorWords,
} from "../text";
import { list, number, plural } from "./grammar";
import { settings } from "./settings";

export const notice: NoticeWords = {
  databaseDamaged: ({ keptAs, found }) => ({
    title: "The download list could not be read",
    sentence: `It was set aside as ${name(keptAs)}, and a new list was begun. ${plural(found, { one: "1 unfinished file was found and can go on.", other: `${number(found)} unfinished files were found and can go on.` })}`,
  }),
  stillRunning: () => ({
    title: "Haul keeps downloading in the background",
    sentence: "Its icon in the tray brings this window back. You can change this in the settings.",
  }),
  minimised: () => ({
    title: "Haul keeps downloading",
    sentence: "There is no tray here, so closing minimises this window. You can change this in the settings.",
  }),
  settingsReset: ({ fields }) => ({
    title: plural(fields.length, { one: "A setting could not be used", other: "Some settings could not be used" }),
    sentence: `Back to their default: ${list(settingNames(settings, fields))}. All others are as you set them.`,
  }),
  storeFailing: ({ reason }) => ({
    title: "The list cannot be saved just now",
    sentence: `What changed may be forgotten at the next start (${reason}). Check whether the disk is full.`,
  }),
};

export const engineError: EngineErrorWords = {
  noSuchDownload: () => "This download is no longer in the list.",
  noSuchQueue: () => "This queue is gone.",
  fileKept: ({ path, reason }) =>
    `${name(fileName(path))} could not be moved to the trash (${reason}). The download stays on the list.`,
  store: ({ reason }) => `The list could not be written: ${reason}.`,
  closed: () => "The download engine has stopped. Start Haul again.",
  host: ({ reason }) => `The system refused: ${reason}`,
};

export const settingsError: SettingsErrorWords = {
  outOfRange: ({ min, max }) => `Choose a number from ${number(min)} to ${number(max)}.`,
  badFolder: () => "Choose a whole path, such as /home/me/Downloads.",
  badUserAgent: () => "Use plain letters, digits and signs in one line.",
  badEntry: ({ index }) => `Entry ${number(index + 1)} of the list has a part that cannot be used.`,
  tooMany: ({ max }) => `The list holds at most ${number(max)} entries.`,
  badProxy: () => "Write it as http://host:3128, https://, socks5:// or socks5h://.",
};
