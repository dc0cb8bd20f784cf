import type { Candidate } from "#graph/schema/candidate.ts";
import type { Layer } from "#graph/schema/layer.ts";
import type { Place } from "#graph/schema/place.ts";
import type { Corridor } from "#graph/schema/views.ts";
import { assignCurvatures } from "./curves.ts";
import { describeLegend, type WidthBy } from "./legend.ts";
import { nameIn, type Locale } from "./locale.ts";
import { lineWithEnds, neighbourhood } from "./neighbourhood.ts";
import { placePositions, regionCentre } from "./place-positions.ts";
import { countWidthScale, flowWidthScale, radiusScale, type Scale } from "./scales.ts";
import { candidateId, corridorId, type Selection } from "./selection.ts";
import type { GraphSpec, MarkKind, StageEdge, StageNode } from "./stage-spec.ts";
import { colours, layerColours } from "./tokens.ts";

export interface GraphSpecInput {
  readonly places: readonly Place[];
  /** Between and inside places (from = to); the widest are drawn. */
  readonly corridors: readonly Corridor[];
  /** Corridors between places under the filter, where the server holds more than it sent; else the given ones are counted. */
  readonly corridorTotal?: number;
  /** Candidates to draw, best first; empty when the overlay is off. One line a pair of places is drawn. */
  readonly candidates: readonly Candidate[];
  readonly selection: Selection | null;
  /** Steps around the selection that stay strong; 0 = nothing fades. */
  readonly depth: 0 | 1 | 2 | 3;
  readonly locale: Locale;
  /** Width of corridors: number of exchanges, or flow (only where one layer is drawn). Exchanges unless told. */
  readonly widthBy?: WidthBy;
  /** Corridors drawn at most; 200 unless told. */
  readonly limit?: number;
  /** Positions of the relation view (`layoutByForce`); the map's own where a place has none. */
  readonly forcePositions?: ReadonlyMap<string, { readonly x: number; readonly y: number }>;
}

const candidateWidth = 1.5;
const emptyRadius = 2.7;
const defaultLimit = 200;

/** Places, corridors, candidates and selection → the marks and lines of the stage. Pure and deterministic. */
export function buildGraphSpec(input: GraphSpecInput): GraphSpec {
  const known = new Set(input.places.map(({ id }) => id));
  const between = input.corridors.filter(({ from, to }) => from !== to && known.has(from) && known.has(to));
  const drawn = widestFirst(between, input)
    .slice(0, input.limit ?? defaultLimit)
    .reverse();
  const width = corridorWidths(drawn, input.widthBy ?? "exchanges");
  const edges = withCurvatures([
    ...drawn.map((corridor) => corridorEdge(corridor, width.of, input.locale)),
    ...candidateEdges(input, known),
  ]);
  const radiusPeak = Math.max(0, ...input.places.map((place) => place.exchangeCount));
  const radius = radiusScale([radiusPeak]);
  const nodes = placeNodes(input, edges, radius);
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

/** Widest first; a selected corridor comes first of all, so that it is never left out. Ties by id. */
function widestFirst(corridors: readonly Corridor[], { selection }: GraphSpecInput): Corridor[] {
  const isSelected = (corridor: Corridor) =>
    selection?.kind === "corridor" &&
    idOf(corridor) === corridorId(selection.from, selection.to, selection.layer);
  return corridors.toSorted(
    (left, right) =>
      Number(isSelected(right)) - Number(isSelected(left)) ||
      right.flow.exchangeCount - left.flow.exchangeCount ||
      (right.flow.perYear ?? 0) - (left.flow.perYear ?? 0) ||
      (idOf(left) < idOf(right) ? -1 : 1),
  );
}

const idOf = ({ from, to, flow }: Corridor) => corridorId(from, to, flow.layer);

interface Widths {
  readonly by: WidthBy;
  readonly peak: number;
  readonly scale: Scale;
  readonly of: (corridor: Corridor) => number;
}

/** Flows of different layers share no scale: with more than one layer drawn, the number of exchanges decides. */
function corridorWidths(corridors: readonly Corridor[], wanted: WidthBy): Widths {
  const drawnLayers = new Set(corridors.map(({ flow }) => flow.layer));
  const by = wanted === "flow" && drawnLayers.size === 1 ? "flow" : "exchanges";
  const valueOf = ({ flow }: Corridor) => (by === "flow" ? (flow.perYear ?? 0) : flow.exchangeCount);
  const values = corridors.map(valueOf);
  const scale = by === "flow" ? flowWidthScale(values) : countWidthScale(values);
  return { by, peak: Math.max(0, ...values), scale, of: (corridor) => scale(valueOf(corridor)) };
}

type PlainEdge = Omit<StageEdge, "curvature">;

function corridorEdge(corridor: Corridor, widthOf: Widths["of"], locale: Locale): PlainEdge {
  const { from, to, flow } = corridor;
  const fromName = nameIn(locale, { nameZh: corridor.fromNameZh, nameEn: corridor.fromNameEn });
  const toName = nameIn(locale, { nameZh: corridor.toNameZh, nameEn: corridor.toNameEn });
  return {
    id: idOf(corridor),
    kind: "corridor",
    from,
    to,
    layer: flow.layer,
    width: widthOf(corridor),
    colour: layerColours[flow.layer],
    label: `${fromName} → ${toName}`,
    selection: { kind: "corridor", from, to, layer: flow.layer },
  };
}

/** One dotted line for all candidates of a directed pair, named by the best of them or by the selected one. */
function candidateEdges(
  { candidates, selection, locale }: GraphSpecInput,
  known: ReadonlySet<string>,
): PlainEdge[] {
  const byPair = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const { supplier, receiver } = candidate;
    if (supplier.placeId === receiver.placeId || !known.has(supplier.placeId) || !known.has(receiver.placeId))
      continue;
    const pair = `${supplier.placeId}|${receiver.placeId}`;
    const isSelected = selection?.kind === "candidate" && selection.id === candidate.id;
    if (!byPair.has(pair) || isSelected) byPair.set(pair, candidate);
  }
  return [...byPair.values()].map((candidate) => candidateEdge(candidate, locale));
}

function candidateEdge({ id, supplier, receiver, layer, ...resource }: Candidate, locale: Locale): PlainEdge {
  const nameZh = resource.resourceNameZh;
  return {
    id: candidateId(id),
    kind: "candidate",
    from: supplier.placeId,
    to: receiver.placeId,
    layer,
    width: candidateWidth,
    colour: colours.candidate,
    label: `${nameIn(locale, { nameZh, nameEn: resource.resourceNameEn })} → ${nameIn(locale, receiver)}`,
    selection: { kind: "candidate", from: supplier.placeId, to: receiver.placeId, id },
  };
}

function withCurvatures(edges: readonly PlainEdge[]): StageEdge[] {
  const curvatures = assignCurvatures(edges);
  return edges.map((edge, index) => ({ ...edge, curvature: curvatures[index] ?? 0 }));
}

/** Parks are always drawn; another place only where it has exchanges, a drawn line or the selection. */
function placeNodes(input: GraphSpecInput, edges: readonly StageEdge[], radius: Scale): StageNode[] {
  const ends = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const selected = selectedPlaceId(input.selection);
  const inside = insideCounts(input.corridors);
  const positions = placePositions(input.places);
  return input.places
    .filter(
      ({ id, kind, exchangeCount }) =>
        kind === "park" || exchangeCount > 0 || ends.has(id) || id === selected,
    )
    .map((place): StageNode => {
      const point = positions.get(place.id) ?? regionCentre;
      const force = input.forcePositions?.get(place.id) ?? point;
      return {
        id: place.id,
        ...markOf(place, radius),
        x: point.x,
        y: point.y,
        forceX: force.x,
        forceY: force.y,
        label: nameIn(input.locale, place),
        rank: place.exchangeCount,
        inside: inside.get(place.id) ?? null,
        selection: { kind: "place", placeId: place.id },
      };
    })
    .sort((left, right) => right.size - left.size || (left.id < right.id ? -1 : 1));
}

function markOf(place: Place, radius: Scale): { mark: MarkKind; size: number; colour: string } {
  const size = Math.max(emptyRadius, radius(place.exchangeCount));
  if (place.kind === "park")
    return place.exchangeCount > 0
      ? { mark: "park", size, colour: colours.park }
      : { mark: "park-empty", size: emptyRadius, colour: colours.secondary };
  // Half the side of a square of the disc's area, but never too small to show its dashes.
  const half = Math.max(5, (size * Math.sqrt(Math.PI)) / 2);
  return { mark: place.lon === null ? "margin" : "place", size: half, colour: colours.park };
}

function insideCounts(corridors: readonly Corridor[]): Map<string, Record<Layer, number>> {
  const counts = new Map<string, Record<Layer, number>>();
  for (const { from, to, flow } of corridors) {
    if (from !== to || flow.exchangeCount === 0) continue;
    const count = counts.get(from) ?? { material: 0, energy: 0, water: 0 };
    count[flow.layer] += flow.exchangeCount;
    counts.set(from, count);
  }
  return counts;
}

function selectedPlaceId(selection: Selection | null): string | null {
  return selection?.kind === "place" || selection?.kind === "enterprise" ? selection.placeId : null;
}

function drawnSelection(
  { selection }: GraphSpecInput,
  nodes: readonly StageNode[],
  edges: readonly StageEdge[],
): string | null {
  if (selection === null) return null;
  if (selection.kind === "corridor" || selection.kind === "candidate") {
    const id =
      selection.kind === "corridor"
        ? corridorId(selection.from, selection.to, selection.layer)
        : candidateId(selection.id);
    return edges.some((edge) => edge.id === id) ? id : null;
  }
  return nodes.some((node) => node.id === selection.placeId) ? selection.placeId : null;
}

function focusAround(
  selectedId: string | null,
  edges: readonly StageEdge[],
  depth: GraphSpecInput["depth"],
): ReadonlySet<string> | null {
  if (selectedId === null || depth === 0) return null;
  const line = edges.find((edge) => edge.id === selectedId);
  if (line === undefined) return neighbourhood(edges, [selectedId], depth);
  const focus = lineWithEnds(line);
  return depth === 1 ? focus : neighbourhood(edges, [...focus], depth - 1);
}
