/** Measures of colour for tests: contrast (WCAG 2.2), difference (CIEDE2000) and simulated colour blindness (Machado 2009). */
export interface Lab {
  readonly lightness: number;
  readonly a: number;
  readonly b: number;
}

type Triple = readonly [number, number, number];

const channels = (hex: string): Triple => {
  const at = (start: number) => Number.parseInt(hex.slice(start, start + 2), 16) / 255;
  return [at(1), at(3), at(5)];
};

const toLinear = (value: number) => (value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const fromLinear = (value: number) =>
  value <= 0.003_130_8 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;

const linear = (hex: string): Triple => {
  const [red, green, blue] = channels(hex);
  return [toLinear(red), toLinear(green), toLinear(blue)];
};

/** Contrast of two colours, 1 to 21: WCAG 2.2, relative luminance. */
export function contrastRatio(one: string, other: string): number {
  const luminance = (hex: string) => {
    const [red, green, blue] = linear(hex);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [dark, light] = [luminance(one), luminance(other)].sort((left, right) => left - right);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/** Machado, Oliveira, Fernandes 2009 (doi:10.1109/TVCG.2009.113), severity 1.0, on linear RGB. */
const blindness = {
  protanopia: [
    [0.152_286, 1.052_583, -0.204_868],
    [0.114_503, 0.786_281, 0.099_216],
    [-0.003_882, -0.048_116, 1.051_998],
  ],
  deuteranopia: [
    [0.367_322, 0.860_646, -0.227_968],
    [0.280_085, 0.672_501, 0.047_413],
    [-0.011_82, 0.042_94, 0.968_881],
  ],
  tritanopia: [
    [1.255_528, -0.076_749, -0.178_779],
    [-0.078_411, 0.930_809, 0.147_602],
    [0.004_733, 0.691_367, 0.3039],
  ],
} as const satisfies Record<string, readonly [Triple, Triple, Triple]>;

/** A colour as it looks with one kind of cone missing. */
export function simulateColourBlindness(hex: string, kind: keyof typeof blindness): string {
  const [red, green, blue] = linear(hex);
  const parts = blindness[kind].map(([byRed, byGreen, byBlue]) => {
    const value = Math.min(1, Math.max(0, byRed * red + byGreen * green + byBlue * blue));
    return Math.round(fromLinear(value) * 255)
      .toString(16)
      .padStart(2, "0");
  });
  return `#${parts.join("")}`;
}

/** CIE L*a*b* of an sRGB colour, white D65. */
export function toLab(hex: string): Lab {
  const [red, green, blue] = linear(hex);
  const x = (0.412_456_4 * red + 0.357_576_1 * green + 0.180_437_5 * blue) / 0.950_47;
  const y = 0.212_672_9 * red + 0.715_152_2 * green + 0.072_175 * blue;
  const z = (0.019_333_9 * red + 0.119_192 * green + 0.950_304_1 * blue) / 1.088_83;
  const bend = (value: number) =>
    value > 216 / 24_389 ? Math.cbrt(value) : ((24_389 / 27) * value + 16) / 116;
  return { lightness: 116 * bend(y) - 16, a: 500 * (bend(x) - bend(y)), b: 200 * (bend(y) - bend(z)) };
}

const degrees = (radians: number) => ((radians * 180) / Math.PI + 360) % 360;
const radians = (angle: number) => (angle * Math.PI) / 180;

/** CIEDE2000 difference, parametric factors 1: Sharma, Wu, Dalal 2005. About 1 is just visible. */
export function ciede2000(one: Lab, other: Lab): number {
  const meanChroma = (Math.hypot(one.a, one.b) + Math.hypot(other.a, other.b)) / 2;
  const stretch = 1 + 0.5 * (1 - Math.sqrt(meanChroma ** 7 / (meanChroma ** 7 + 25 ** 7)));
  const [first, second] = [polar(one, stretch), polar(other, stretch)];
  const lightnessStep = other.lightness - one.lightness;
  const chromaStep = second.chroma - first.chroma;
  const isGrey = first.chroma * second.chroma === 0;
  const turn = isGrey ? 0 : shortest(second.hue - first.hue);
  const hueStep = 2 * Math.sqrt(first.chroma * second.chroma) * Math.sin(radians(turn / 2));
  const lightness = (one.lightness + other.lightness) / 2;
  const chroma = (first.chroma + second.chroma) / 2;
  const hue = isGrey ? first.hue + second.hue : middleHue(first.hue, second.hue);
  const byHue =
    1 -
    0.17 * Math.cos(radians(hue - 30)) +
    0.24 * Math.cos(radians(2 * hue)) +
    0.32 * Math.cos(radians(3 * hue + 6)) -
    0.2 * Math.cos(radians(4 * hue - 63));
  const forLightness = 1 + (0.015 * (lightness - 50) ** 2) / Math.sqrt(20 + (lightness - 50) ** 2);
  const forChroma = 1 + 0.045 * chroma;
  const forHue = 1 + 0.015 * chroma * byHue;
  const rotation =
    -2 *
    Math.sqrt(chroma ** 7 / (chroma ** 7 + 25 ** 7)) *
    Math.sin(radians(60 * Math.exp(-(((hue - 275) / 25) ** 2))));
  const parts = [lightnessStep / forLightness, chromaStep / forChroma, hueStep / forHue] as const;
  return Math.sqrt(parts[0] ** 2 + parts[1] ** 2 + parts[2] ** 2 + rotation * parts[1] * parts[2]);
}

function polar({ a, b }: Lab, stretch: number): { chroma: number; hue: number } {
  const red = a * stretch;
  return { chroma: Math.hypot(red, b), hue: red === 0 && b === 0 ? 0 : degrees(Math.atan2(b, red)) };
}

const shortest = (turn: number) => (turn > 180 ? turn - 360 : turn < -180 ? turn + 360 : turn);

function middleHue(one: number, other: number): number {
  if (Math.abs(one - other) <= 180) return (one + other) / 2;
  return one + other < 360 ? (one + other + 360) / 2 : (one + other - 360) / 2;
}
