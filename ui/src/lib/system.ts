// The system that the page runs on, where that makes a difference.
export const isMac = /mac/i.test(navigator.platform);
export const isWindows = /win/i.test(navigator.platform);
