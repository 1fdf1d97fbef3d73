// Haul's accent colours in the hue of another one: that of the whole desktop. Each of them is as light as that one is, or as
// near to that as it can be and still be read and seen on everything that it stands on, by the test that Haul's own colours
// pass (`tokens.test.ts`). Lightness is that of OKLCH, where equal steps look equal.

/** The tokens of `tokens.css` that follow an accent colour. */
export type Accent = Record<"accent" | "accent-hover" | "on-accent" | "accent-text", string>;

/** One for each theme; null: the colour cannot be used there, and Haul's own stay. */
export interface Accents {
  light: Accent | null;
  dark: Accent | null;
}

interface Ground {
  /** What text, marks and the focus ring stand on. */
  grounds: string[];
  track: string;
  onAccent: string;
  /** The way in which a button changes under the pointer, in lightness. */
  hover: number;
}

/** As in `tokens.css`; a test compares them. */
export const themes: Record<keyof Accents, Ground> = {
  light: {
    grounds: ["#f9fafb", "#ffffff", "#f2f3f6", "#eaedf1", "#d8e8fe"],
    track: "#dee1e7",
    onAccent: "#ffffff",
    hover: -0.05,
  },
  dark: {
    grounds: ["#0e1114", "#16181d", "#1e2125", "#24282e", "#1f3351"],
    track: "#32363c",
    onAccent: "#080d16",
    hover: 0.06,
  },
};

const TEXT = 4.5;
const GRAPHIC = 3;
const STEP = 0.005;

/** `colour` as `#rrggbb`. */
export function accentsOf(colour: string): Accents {
  return { light: accentIn(colour, themes.light), dark: accentIn(colour, themes.dark) };
}

function accentIn(colour: string, { grounds, track, onAccent, hover }: Ground): Accent | null {
  const own = oklchOf(colour);
  const holds = (mark: string, on: string[], least: number) => on.every((ground) => contrast(mark, ground) >= least);
  const accent = nearest(own, (one) => holds(one, [onAccent], TEXT) && holds(one, [...grounds, track], GRAPHIC));
  if (accent === null) return null;
  const next = { ...oklchOf(accent), chroma: own.chroma };
  const hovered = nearest(
    { ...next, lightness: next.lightness + hover },
    (one) => holds(one, [onAccent], TEXT) && holds(one, [...grounds, track], GRAPHIC),
  );
  const text = nearest(next, (one) => holds(one, grounds, TEXT) && holds(one, [track], GRAPHIC));
  if (hovered === null || text === null) return null;
  return { accent, "accent-hover": hovered, "on-accent": onAccent, "accent-text": text };
}

/** The colour of this hue that is the nearest in lightness and fits. */
function nearest(wanted: Oklch, fits: (colour: string) => boolean): string | null {
  for (let away = 0; away <= 1; away += STEP) {
    for (const lightness of [wanted.lightness - away, wanted.lightness + away]) {
      if (lightness < 0 || lightness > 1) continue;
      const colour = hexOf({ ...wanted, lightness });
      if (fits(colour)) return colour;
    }
  }
  return null;
}

/** WCAG 2.2: the contrast of two colours. */
export function contrast(one: string, other: string): number {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dim + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = linearOf(colour);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

interface Oklch {
  lightness: number;
  chroma: number;
  /** In radians. */
  hue: number;
}

type Three = [number, number, number];

function linearOf(colour: string): Three {
  const channel = (at: number) => {
    const value = parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

/** By Björn Ottosson's matrices, as in CSS Color 4. */
export function oklchOf(colour: string): Oklch {
  const [red, green, blue] = linearOf(colour);
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const medium = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  const a = 1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short;
  const b = 0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short;
  return {
    lightness: 0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short,
    chroma: Math.hypot(a, b),
    hue: Math.atan2(b, a),
  };
}

/** With less chroma where no screen has so much at that lightness. */
export function hexOf({ lightness, chroma, hue }: Oklch): string {
  let [within, beyond] = [0, chroma];
  if (isShown(linearWith(lightness, chroma, hue))) within = chroma;
  while (beyond - within > 0.0005) {
    const middle = (within + beyond) / 2;
    if (isShown(linearWith(lightness, middle, hue))) within = middle;
    else beyond = middle;
  }
  const bytes = linearWith(lightness, within, hue).map((value) => {
    const shown = Math.min(1, Math.max(0, value));
    const encoded = shown <= 0.0031308 ? shown * 12.92 : 1.055 * shown ** (1 / 2.4) - 0.055;
    return Math.round(encoded * 255)
      .toString(16)
      .padStart(2, "0");
  });
  return `#${bytes.join("")}`;
}

const isShown = (channels: Three) => channels.every((value) => value >= -0.0001 && value <= 1.0001);

function linearWith(lightness: number, chroma: number, hue: number): Three {
  const [a, b] = [chroma * Math.cos(hue), chroma * Math.sin(hue)];
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ];
}
