// English words of the tray, the notifications, and of why Haul cannot start. What stands in braces is put in later.
import type { ShellText } from "../../bindings";

export const shell: ShellText = {
  show: "Show Haul",
  addFromClipboard: "Add from clipboard",
  pauseAll: "Pause all",
  resumeAll: "Resume all",
  quit: "Quit",
  active: { one: "{count} active", other: "{count} active" },
  downloading: { one: "{count} download", other: "{count} downloads" },
  stillRunning: "Haul keeps downloading in the background",
  inTheTray: "Its icon in the tray brings the window back.",
  minimised: "There is no tray here, so its window is minimised.",
  isReady: "{name} is ready",
  sizeInFolder: "{size} in {folder}",
  areReady: { one: "{count} download is ready", other: "{count} downloads are ready" },
  needsYou: "{name} needs you",
  needYou: { one: "{count} download needs you", other: "{count} downloads need you" },
  openHaul: "Open Haul to see what to do.",
  cannotStart: "Haul cannot start",
  cannotOpen: {
    locked: "The list {path} is in use by another program. End it and try again.",
    newerDatabase:
      "The list {path} was written by a newer version of Haul. Install that version, or move the file elsewhere.",
    folder: "The folder for the list, {path}, cannot be made ({reason}).",
    store: "The list cannot be opened ({reason}).",
    certificate: "A certificate cannot be read ({reason}).",
    tls: "Secure connections are not possible ({reason}). Are the system's certificates installed (ca-certificates)?",
    connections: "Connections are not possible ({reason}).",
  },
};
