import type { Candidate } from "#graph/schema/answers/candidate.ts";
import type { Corridor } from "#graph/schema/answers/corridor.ts";
import { assignCurvatures } from "#client/model/map/curves.ts";
import type { WidthBy } from "./stage-spec.ts";
import { nameIn, type Locale } from "#client/model/locale.ts";
import { countWidthScale, flowWidthScale, type Scale } from "./scales.ts";
import { candidateId, corridorId, type Selection } from "#client/model/view/selection.ts";
import type { StageEdge } from "./stage-spec.ts";
import { colours, layerColours } from "#client/model/tokens.ts";

const candidateWidth = 1.5;

/** Widest first; a selected corridor comes first of all, so that it is never left out. Ties by id. */
export function widestFirst(corridors: readonly Corridor[], selection: Selection | null): Corridor[] {
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

export interface Widths {
  readonly by: WidthBy;
  readonly peak: number;
  readonly scale: Scale;
  readonly of: (corridor: Corridor) => number;
}

/** Flows of different layers share no scale: with more than one layer drawn, or no flow known, the number of exchanges decides. */
export function corridorWidths(corridors: readonly Corridor[], wanted: WidthBy): Widths {
  const drawnLayers = new Set(corridors.map(({ flow }) => flow.layer));
  const isKnown = corridors.some(({ flow }) => (flow.perYear ?? 0) > 0);
  const by = wanted === "flow" && drawnLayers.size === 1 && isKnown ? "flow" : "exchanges";
  const valueOf = ({ flow }: Corridor) => (by === "flow" ? (flow.perYear ?? 0) : flow.exchangeCount);
  const values = corridors.map(valueOf);
  const scale = by === "flow" ? flowWidthScale(values) : countWidthScale(values);
  return { by, peak: Math.max(0, ...values), scale, of: (corridor) => scale(valueOf(corridor)) };
}

/** A line before its bend is known. */
type PlainLine = Omit<StageEdge, "curvature">;

/** A corridor as a line from the supplier's place to the receiver's. */
export function corridorLine(corridor: Corridor, width: number, locale: Locale): PlainLine {
  const { from, to, flow } = corridor;
  const fromName = nameIn(locale, { nameZh: corridor.fromNameZh, nameEn: corridor.fromNameEn });
  const toName = nameIn(locale, { nameZh: corridor.toNameZh, nameEn: corridor.toNameEn });
  return {
    id: idOf(corridor),
    kind: "corridor",
    from,
    to,
    layer: flow.layer,
    width,
    colour: layerColours[flow.layer],
    carriesPath: corridor.carriesPath,
    stale: corridor.staleCount === flow.exchangeCount,
    label: `${fromName} → ${toName}`,
    selection: { kind: "corridor", from, to, layer: flow.layer },
  };
}

type EndToDraw = Pick<Candidate["supplier"], "placeId" | "nameZh" | "nameEn">;

/** What a line needs of a candidate. */
export interface CandidateToDraw extends Pick<
  Candidate,
  "id" | "layer" | "resourceNameZh" | "resourceNameEn"
> {
  readonly supplier: EndToDraw;
  readonly receiver: EndToDraw;
}

export interface CandidatesToDraw {
  /** Best first; empty when the overlay is off. */
  readonly candidates: readonly CandidateToDraw[];
  readonly selection: Selection | null;
  readonly locale: Locale;
}

/**
 * One dotted line for all candidates of a directed pair, named by the best of them or by the selected one. `placed`:
 * the places that have a point; a candidate of any other is told in the panel only.
 */
export function candidateLines(
  { candidates, selection, locale }: CandidatesToDraw,
  placed: ReadonlySet<string>,
): PlainLine[] {
  const byPair = new Map<string, CandidateToDraw>();
  for (const candidate of candidates) {
    const { supplier, receiver } = candidate;
    if (
      supplier.placeId === receiver.placeId ||
      !placed.has(supplier.placeId) ||
      !placed.has(receiver.placeId)
    )
      continue;
    const pair = `${supplier.placeId}|${receiver.placeId}`;
    const isSelected = selection?.kind === "candidate" && selection.id === candidate.id;
    if (!byPair.has(pair) || isSelected) byPair.set(pair, candidate);
  }
  return [...byPair.values()].map((candidate) => candidateLine(candidate, locale));
}

function candidateLine(
  { id, supplier, receiver, layer, ...resource }: CandidateToDraw,
  locale: Locale,
): PlainLine {
  const nameZh = resource.resourceNameZh;
  return {
    id: candidateId(id),
    kind: "candidate",
    from: supplier.placeId,
    to: receiver.placeId,
    layer,
    width: candidateWidth,
    colour: colours.candidate,
    carriesPath: false,
    stale: false,
    label: `${nameIn(locale, { nameZh, nameEn: resource.resourceNameEn })} → ${nameIn(locale, receiver)}`,
    selection: { kind: "candidate", from: supplier.placeId, to: receiver.placeId, id },
  };
}

/** Gives each line its bend, so that lines of one pair lie side by side. */
export function bendLines(edges: readonly PlainLine[]): StageEdge[] {
  const curvatures = assignCurvatures(edges);
  return edges.map((edge, index) => ({ ...edge, curvature: curvatures[index] ?? 0 }));
}
