import { drawnSelection } from "./drawn-selection.ts";
import { describeLegend } from "./legend.ts";
import type { WidthBy } from "./stage-spec.ts";
import { byEnds } from "./known-ends.ts";
import { focusAround } from "./neighbourhood.ts";
import { communityHulls } from "./hulls.ts";
import { focusOn, narrowed, type PlaceSet } from "./narrowed.ts";
import { looksOf, type LooksInput } from "./looks.ts";
import { bendLines, candidateLines, corridorLine, corridorWidths, widestFirst } from "./lines.ts";
import type { CandidatesToDraw } from "./lines.ts";
import { placeMarks, type PlacesToDraw } from "./marks.ts";
import type { GraphSpec } from "./stage-spec.ts";
import { buildStubs } from "./stubs.ts";

/** What the stage is drawn from; of the corridors between known places the widest are drawn. */
export interface GraphSpecInput extends PlacesToDraw, CandidatesToDraw, LooksInput {
  /** Corridors that the server holds beyond those it sent: counted, not drawn. Default 0. */
  readonly corridorsNotSent?: number;
  /** Steps around the selection that stay strong; 0 = nothing fades. */
  readonly depth: 0 | 1 | 2 | 3;
  /** Width of corridors: number of exchanges, or flow (only where one layer is drawn). Default exchanges. */
  readonly widthBy?: WidthBy;
  /** Places chosen together. */
  readonly set?: PlaceSet;
  /** Members of communities, where these are outlined. */
  readonly members?: readonly { readonly placeId: string | null; readonly community: number }[];
  /** Corridors drawn at most; default 200. */
  readonly limit?: number;
}

const defaultLimit = 200;

/** Places, corridors, candidates and selection → the marks, lines and stubs of the stage. Pure and deterministic. */
export function buildGraphSpec(given: GraphSpecInput): GraphSpec {
  const input = narrowed(given, given.set);
  const placed = new Set(input.places.flatMap(({ id, lon }) => (lon === null ? [] : [id])));
  const { lines, halves } = byEnds(input.corridors);
  const between = lines.filter(({ from, to }) => placed.has(from) && placed.has(to));
  const drawn = widestFirst(between, input.selection)
    .slice(0, input.limit ?? defaultLimit)
    .reverse();
  const width = corridorWidths(drawn, input.widthBy ?? "exchanges");
  const edges = bendLines([
    ...drawn.map((corridor) => corridorLine(corridor, width.of(corridor), input.locale)),
    ...candidateLines(input, placed),
  ]);
  const looks = looksOf(input);
  const nodes = placeMarks(input, edges, looks);
  const stubs = buildStubs(halves, nodes, edges);
  const hulls = communityHulls(input.members ?? [], nodes);
  const selectedId = drawnSelection(input.selection, nodes, edges);
  return {
    nodes,
    edges,
    stubs,
    hulls: hulls.hulls,
    selectedId,
    focusIds: focusAround(selectedId, edges, input.depth) ?? focusOn(input.set, edges),
    legend: describeLegend(
      { nodes, edges, stubs },
      {
        corridorsTotal: between.length + (input.corridorsNotSent ?? 0),
        widthBy: width.by,
        width: width.scale,
        widthPeak: width.peak,
        looks: looks.rows,
        hulls,
      },
    ),
  };
}
