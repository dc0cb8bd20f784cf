import { describeLegend } from "./legend.ts";
import type { WidthBy } from "./stage-spec.ts";
import { focusAround } from "./neighbourhood.ts";
import { radiusScale } from "./scales.ts";
import { candidateId, corridorId } from "#client/model/view/selection.ts";
import { bendLines, candidateLines, corridorLine, corridorWidths, widestFirst, widthOnMap } from "./lines.ts";
import type { CandidatesToDraw } from "./lines.ts";
import { placeMarks, type PlacesToDraw } from "./marks.ts";
import type { GraphSpec, StageEdge, StageNode } from "./stage-spec.ts";

/** What the stage is drawn from; of the corridors between places the widest are drawn. */
export interface GraphSpecInput extends PlacesToDraw, CandidatesToDraw {
  /** Corridors between places under the filter, where the server holds more than it sent; else the given ones are counted. */
  readonly corridorTotal?: number;
  /** Steps around the selection that stay strong; 0 = nothing fades. */
  readonly depth: 0 | 1 | 2 | 3;
  /** Width of corridors: number of exchanges, or flow (only where one layer is drawn). Default exchanges. */
  readonly widthBy?: WidthBy;
  /** Corridors drawn at most; default 200. */
  readonly limit?: number;
}

const defaultLimit = 200;

/** Places, corridors, candidates and selection → the marks and lines of the stage. Pure and deterministic. */
export function buildGraphSpec(input: GraphSpecInput): GraphSpec {
  const known = new Set(input.places.map(({ id }) => id));
  const between = input.corridors.filter(({ from, to }) => from !== to && known.has(from) && known.has(to));
  const drawn = widestFirst(between, input.selection)
    .slice(0, input.limit ?? defaultLimit)
    .reverse();
  const width = corridorWidths(drawn, input.widthBy ?? "exchanges");
  const offMap = new Set(input.places.filter(({ lon }) => lon === null).map(({ id }) => id));
  const edges = bendLines([
    ...drawn.map((corridor) => corridorLine(corridor, widthOnMap(corridor, width.of, offMap), input.locale)),
    ...candidateLines(input, known),
  ]);
  const radiusPeak = Math.max(0, ...input.places.map((place) => place.exchangeCount));
  const radius = radiusScale([radiusPeak]);
  const nodes = placeMarks(input, edges, radius);
  const selectedId = drawnSelection(input, nodes, edges);
  return {
    nodes,
    edges,
    selectedId,
    focusIds: focusAround(selectedId, edges, input.depth),
    legend: describeLegend(nodes, edges, {
      corridorsTotal: Math.max(input.corridorTotal ?? between.length, drawn.length),
      widthBy: width.by,
      width: width.scale,
      widthPeak: width.peak,
      radius,
      radiusPeak,
    }),
  };
}

function drawnSelection(
  { selection }: GraphSpecInput,
  nodes: readonly StageNode[],
  edges: readonly StageEdge[],
): string | null {
  if (selection === null || selection.kind === "material") return null;
  if (selection.kind === "corridor" || selection.kind === "candidate") {
    const id =
      selection.kind === "corridor"
        ? corridorId(selection.from, selection.to, selection.layer)
        : candidateId(selection.id);
    return edges.some((edge) => edge.id === id) ? id : null;
  }
  return nodes.some((node) => node.id === selection.placeId) ? selection.placeId : null;
}
