import { layers, unitByLayer } from "#graph/schema/records/layer.ts";
import { roundSamples, type Scale } from "./scales.ts";
import { markKinds, type GraphSpec, type Legend, type LegendRow } from "./stage-spec.ts";
import type { LegendSample, StageEdge, StageNode, WidthBy } from "./stage-spec.ts";
import type { Hulls } from "./hulls.ts";
import { colours, layerColours } from "#client/model/tokens.ts";

/** What a legend is told besides the drawn marks and lines. */
export interface LegendScales {
  readonly corridorsTotal: number;
  readonly widthBy: WidthBy;
  readonly width: Scale;
  readonly widthPeak: number;
  /** What colour and size of marks mean. */
  readonly looks: readonly LegendRow[];
  readonly hulls: Hulls;
}

/** Describes exactly what is drawn: a row for each layer, mark and scale in use, none for the rest. */
export function describeLegend(
  { nodes, edges, stubs }: Pick<GraphSpec, "nodes" | "edges" | "stubs">,
  scales: LegendScales,
): Legend {
  const corridors = edges.filter((edge) => edge.kind === "corridor");
  const rows: LegendRow[] = layerRows(corridors);
  if (corridors.length > 0) rows.push(widthRow(corridors, scales));
  rows.push(...scales.looks.map((row) => (row.kind === "classes" ? countDrawn(row, nodes) : row)));
  for (const mark of markKinds) {
    const count = nodes.filter((node) => node.mark === mark).length;
    if (count > 0) rows.push({ kind: "mark", mark, count });
  }
  const counted = (row: "stub" | "stale", count: number) => {
    if (count > 0) rows.push({ kind: row, count });
  };
  const inside = nodes.filter((node) => node.inside !== null).length;
  if (inside > 0) rows.push({ kind: "mark", mark: "inside", count: inside });
  counted(
    "stub",
    stubs.reduce((sum, { count }) => sum + count, 0),
  );
  counted("stale", corridors.filter(({ stale }) => stale).length);
  if (scales.hulls.communities > 0) rows.push({ kind: "hulls", ...scales.hulls });
  const candidates = edges.length - corridors.length;
  if (candidates > 0) rows.push({ kind: "candidate", colour: colours.candidate, count: candidates });
  return {
    rows,
    corridorsShown: corridors.length,
    corridorsTotal: scales.corridorsTotal,
    placesShown: nodes.length,
  };
}

/** The classes with the marks that are drawn in each, which are fewer where some are hidden. */
function countDrawn(row: Extract<LegendRow, { kind: "classes" }>, nodes: readonly StageNode[]): LegendRow {
  const drawn = (fill: StageNode["fill"]) => nodes.filter((node) => node.fill === fill).length;
  const classes = row.classes.classes.map((each) => ({ ...each, count: drawn(each.level) }));
  return { ...row, classes: { ...row.classes, classes, withoutValue: drawn("none") } };
}

function layerRows(corridors: readonly StageEdge[]): LegendRow[] {
  return layers.flatMap((layer) => {
    const count = corridors.filter((edge) => edge.layer === layer).length;
    if (count === 0) return [];
    return [
      { kind: "layer", layer, colour: layerColours[layer], unit: unitByLayer[layer], corridors: count },
    ];
  });
}

function widthRow(corridors: readonly StageEdge[], scales: LegendScales): LegendRow {
  const layer = corridors[0]?.layer ?? "material";
  const unit = scales.widthBy === "flow" ? unitByLayer[layer] : null;
  return { kind: "width", by: scales.widthBy, unit, samples: samplesOf(scales.widthPeak, scales.width) };
}

/** Two or three samples, so that a reader sees how the scale grows even where all that is drawn is of one size. */
function samplesOf(peak: number, scale: Scale): LegendSample[] {
  const top = Math.max(peak, 2);
  return roundSamples(top, Math.min(1, peak)).map((value) => ({ value, pixels: scale(value) }));
}
