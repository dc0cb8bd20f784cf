import type { City } from "#graph/schema/region/cities.ts";
import type { BasemapName } from "#client/model/map/basemap.ts";
import { nameIn, type Locale } from "#client/model/locale.ts";
import { toMap } from "#client/model/map/mercator.ts";
import { middleOf, positionAt } from "./points-of.ts";
import type { GraphSpec, StageEdge, StageNode } from "./stage-spec.ts";

export type LabelStyle = "city" | "mark" | "near" | "chosen" | "line" | "sea" | "water";

/** A label before it is measured: where, what, how important. Positions in map units, lengths in CSS px. */
export interface StageLabel {
  readonly id: string;
  readonly text: string;
  readonly style: LabelStyle;
  /** Id of the mark it belongs to; null for a place of its own. */
  readonly nodeId: string | null;
  readonly x: number;
  readonly y: number;
  readonly rank: number;
  readonly forced: boolean;
}

export interface LabelInput {
  readonly spec: GraphSpec;
  readonly cities: readonly City[];
  readonly names: readonly BasemapName[];
  readonly locale: Locale;
  readonly mode: "map" | "force";
  /** Camera ratio: 1 = everything in view, smaller = nearer. */
  readonly ratio: number;
  /** Marks whose names are shown whatever the space: hovered, selected, their neighbours. */
  readonly forcedIds: ReadonlySet<string>;
  /** The hovered and the selected themselves. */
  readonly chosenIds: ReadonlySet<string>;
  /** The line whose name is written at its middle: the hovered or else the selected one. */
  readonly namedLine: StageEdge | null;
}

const cityRank = 10_000;

/** Camera ratios from which names of marks and waters are wanted at all; space decides among them. */
const markRatio = { withExchanges: 0.62, empty: 0.3 } as const;
const waterRatio = 0.55;
const seaRatio = 0.3;

/** Names wanted at this zoom. The nearer the camera, the more kinds of names; the closer together, the fewer of them. */
export function stageLabels(input: LabelInput): StageLabel[] {
  const marks = [...lineLabel(input), ...input.spec.nodes.flatMap((node) => markLabel(node, input))];
  return input.mode === "force" ? marks : [...marks, ...cityLabels(input), ...waterLabels(input)];
}

/** The name of a line at the middle of its curve. */
function lineLabel({ namedLine, spec, mode }: LabelInput): StageLabel[] {
  if (namedLine === null) return [];
  const share = mode === "force" ? 1 : 0;
  const [from, to] = [namedLine.from, namedLine.to].map((id) => spec.nodes.find((node) => node.id === id));
  if (from === undefined || to === undefined) return [];
  const { x, y } = middleOf(positionAt(from, share), positionAt(to, share), namedLine.curvature);
  const { id, label: text } = namedLine;
  return [{ id, text, style: "line", nodeId: null, x, y, rank: Infinity, forced: true }];
}

function markLabel(node: StageNode, { mode, ratio, forcedIds, chosenIds }: LabelInput): StageLabel[] {
  const forced = forcedIds.has(node.id);
  const { id, label, rank, x, y } = node;
  // On the map the name of a city stands for its hollow mark too.
  if (!forced && mode === "map" && id.startsWith("city:")) return [];
  const limit =
    mode === "force" && rank > 0 ? Infinity : rank > 0 ? markRatio.withExchanges : markRatio.empty;
  if (!forced && ratio > limit) return [];
  return [
    {
      id: `mark|${id}`,
      text: label,
      style: chosenIds.has(id) ? "chosen" : forced ? "near" : "mark",
      nodeId: id,
      x,
      y,
      rank,
      forced,
    },
  ];
}

/** About how wide a name is written, CSS px, before anything is measured: a Chinese character is two Latin ones wide. */
export function nameWidth(name: string): number {
  const chinese = name.replaceAll(/\P{Script=Han}/gu, "").length;
  return 12 * chinese + 6.4 * (name.length - chinese);
}

/** A city's name as maps write it: without the word for city. */
export function shortCityName(city: City, locale: Locale): string {
  return nameIn(locale, city).replace(/市$/, "");
}

function cityLabels({ cities, spec, locale, forcedIds }: LabelInput): StageLabel[] {
  const drawn = new Set(spec.nodes.map(({ id }) => id));
  return cities.flatMap((city): StageLabel[] => {
    const nodeId = `city:${city.code}`;
    if (forcedIds.has(nodeId)) return [];
    return [
      {
        id: `city|${city.code}`,
        text: shortCityName(city, locale),
        style: "city",
        nodeId: drawn.has(nodeId) ? nodeId : null,
        ...toMap(city),
        // Administrative order: the capital of each province first.
        rank: cityRank - Number(city.code.slice(2)),
        forced: false,
      },
    ];
  });
}

function waterLabels({ names, locale, ratio }: LabelInput): StageLabel[] {
  return names.flatMap((name): StageLabel[] => {
    const isSea = name.kind === "sea";
    if (isSea ? ratio < seaRatio : ratio > waterRatio) return [];
    const text = nameIn(locale, name);
    return [
      {
        id: name.id,
        text: isSea && locale === "zh" ? text.replaceAll(/(?<=.)(?=.)/gu, "\u2002") : text,
        style: isSea ? "sea" : "water",
        nodeId: null,
        x: name.x,
        y: name.y,
        rank: isSea ? name.rank * cityRank : name.rank / 1000,
        forced: false,
      },
    ];
  });
}
