// English words of the first start.

export const welcome = {
  title: "Welcome to Haul",
  folder: (path: string) => `Downloads go to ${path}.`,
  change: "Change…",
  private: "Nothing is sent anywhere: there is no account, and nobody tracks what you do.",
  more: "All settings",
  start: "Start",
  close: "Close",
};
