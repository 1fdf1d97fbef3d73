// The speed limits that are offered for a download, in bytes a second.
const MIB = 1024 ** 2;

export const limits = [MIB / 4, MIB / 2, MIB, 2 * MIB, 5 * MIB, 8 * MIB, 10 * MIB, 20 * MIB];
