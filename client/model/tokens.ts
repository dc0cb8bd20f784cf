import type { Layer } from "#graph/schema/records/layer.ts";

/**
 * The one file of design tokens. Screens read them as CSS variables (`applyTokens`), the stage reads them here.
 * Colours of the layers are tested for contrast on land and sea and for distance under colour blindness.
 */
export const colours = {
  land: "#F7F5F0",
  sea: "#E4ECF1",
  lake: "#D3E1EA",
  river: "#B7CCD9",
  shore: "#C9C3B4",
  graticule: "#8893A0",
  seaName: "#7E9BAD",
  material: "#B87400",
  energy: "#A3123F",
  water: "#1565C0",
  candidate: "#4B5A67",
  noValue: "#74808B",
  park: "#2F3E4B",
  ink: "#1F2B36",
  secondary: "#5B6873",
  line: "#D8DEE4",
  surface: "#FFFFFF",
  ground: "#F7F9FA",
  action: "#0B3D66",
  actionText: "#FFFFFF",
  pass: "#0E6B45",
  unknown: "#8A5A00",
  fail: "#A3123F",
} as const;

export const layerColours: Readonly<Record<Layer, string>> = {
  material: colours.material,
  energy: colours.energy,
  water: colours.water,
};

/** Of the largest communities of a partition, largest first; told apart under colour blindness (Tol, muted). */
export const communityColours: readonly string[] = [
  "#332288",
  "#117733",
  "#CC6677",
  "#44AA99",
  "#999933",
  "#882255",
  "#88CCEE",
  "#DDCC77",
];

/**
 * Classes of values on marks, from small to large: one hue for what is above 0, one for what is below, lightness falling.
 * A mark is also filled by class and has a dark rim, so that colour is never the only sign.
 */
export const classColours = {
  above: ["#BFE3D6", "#86CDB8", "#4BAA99", "#1F7F78", "#0A4F52"],
  below: ["#E2D3EC", "#C6A8DA", "#A57BC2", "#7F4EA3", "#56247C"],
  zero: "#FFFFFF",
} as const;

/** Opacity of the graticule, and of marks that are not in focus. */
export const opacities = { graticule: 0.13, faded: 0.16 } as const;

export const fontFamily =
  '"PingFang SC", "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "Noto Sans SC Variable", "Noto Sans SC", system-ui, sans-serif';

/** Families of the fallback that ships with the product, for `document.fonts.load`. */
export const shippedFontFamily = '"Noto Sans SC Variable"';

export const typography = {
  body: { size: 13, line: 20, weight: 400 },
  secondary: { size: 13, line: 19, weight: 400 },
  title: { size: 17, line: 22, weight: 600 },
  mapCity: { size: 13, line: 16, weight: 400 },
  mapPark: { size: 12, line: 15, weight: 400 },
  mapSelected: { size: 13, line: 16, weight: 600 },
  mapSea: { size: 15, line: 20, weight: 400 },
  mapDegree: { size: 11, line: 14, weight: 400 },
} as const;

/** Everything is a multiple of 4 px. */
export const sizes = {
  step: 4,
  stageControl: 32,
  listControl: 26,
  focusRing: 2,
  focusGap: 2,
  radius: 6,
  bar: 48,
  leftPanel: 248,
  rightPanel: 344,
} as const;

/** Motion stays under 200 ms; none when reduced motion is asked. The two views swap places in a longer move. */
export const durationsMs = { control: 120, camera: 180, layoutChange: 700 } as const;

const kebab = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** All tokens as CSS custom properties, `--colour-land` → `#F7F5F0`. */
export function cssVariables(): ReadonlyMap<string, string> {
  const variables = new Map<string, string>();
  for (const [name, value] of Object.entries(colours)) variables.set(`--colour-${kebab(name)}`, value);
  for (const [name, value] of Object.entries(sizes)) variables.set(`--size-${kebab(name)}`, `${value}px`);
  for (const [name, value] of Object.entries(durationsMs))
    variables.set(`--duration-${kebab(name)}`, `${value}ms`);
  for (const [name, { size, line, weight }] of Object.entries(typography))
    variables.set(`--type-${kebab(name)}`, `${weight} ${size}px/${line}px ${fontFamily}`);
  variables.set("--font-family", fontFamily);
  return variables;
}

/** Writes the variables onto an element through the style object: a strict content security policy allows no style text. */
export function applyTokens(root: {
  readonly style: { setProperty(name: string, value: string): void };
}): void {
  for (const [name, value] of cssVariables()) root.style.setProperty(name, value);
}
