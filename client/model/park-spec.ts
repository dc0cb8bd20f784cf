import type { Enterprise } from "#graph/schema/enterprise.ts";
import type { EnterpriseView, ExchangeView } from "#graph/schema/views.ts";
import { assignCurvatures } from "./curves.ts";
import { layoutByForce } from "./force-layout.ts";
import { describeLegend } from "./legend.ts";
import { nameIn, type Locale } from "./locale.ts";
import { neighbourhood } from "./neighbourhood.ts";
import { countWidthScale, radiusScale } from "./scales.ts";
import type { Selection } from "./selection.ts";
import type { GraphSpec, StageEdge, StageNode } from "./stage-spec.ts";
import { colours, layerColours } from "./tokens.ts";

export interface ParkSpecInput {
  readonly placeId: string;
  readonly enterprises: readonly EnterpriseView[];
  /** Exchanges with an end here; the other end may stand elsewhere. */
  readonly exchanges: readonly ExchangeView[];
  readonly selection: Selection | null;
  readonly locale: Locale;
  /** Enterprises drawn at most, those with most exchanges first; 500 unless told. */
  readonly limit?: number;
}

export interface ParkSpec extends GraphSpec {
  /** Enterprises of the park that are not drawn: "其余 N 家". */
  readonly hiddenCount: number;
}

interface Unit {
  readonly id: string;
  readonly kind: Enterprise["kind"];
  readonly name: string;
  readonly placeId: string;
  count: number;
}

const defaultLimit = 500;
const smallestRadius = 3.2;

/**
 * One park opened: its enterprises, the partners elsewhere they exchange with (hollow), and a line a direction and layer
 * between two of them. Shown in the relation view's coordinates: an enterprise's place inside a park is rarely known.
 */
export function buildParkSpec(input: ParkSpecInput): ParkSpec {
  const units = unitsOf(input);
  const lines = linesOf(input, units);
  const radius = radiusScale([...units.values()].map(({ count }) => count));
  const sizeOf = (unit: Unit) => Math.max(smallestRadius, radius(unit.count));
  const list = [...units.values()].sort(
    (left, right) => right.count - left.count || (left.id < right.id ? -1 : 1),
  );
  const positions = layoutByForce(
    list.map((unit) => ({ id: unit.id, x: 0, y: 0, size: sizeOf(unit) })),
    lines.map(({ from, to, width }) => ({ from, to, weight: width })),
  );
  const nodes = list.map((unit): StageNode => {
    const { x, y } = positions.get(unit.id) ?? { x: 0, y: 0 };
    const isHere = unit.placeId === input.placeId;
    return {
      id: unit.id,
      mark: isHere ? (unit.kind === "pooled" ? "pooled" : "enterprise") : "place",
      x,
      y,
      forceX: x,
      forceY: y,
      size: isHere ? sizeOf(unit) : Math.max(5, sizeOf(unit)),
      colour: isHere ? colours.park : colours.secondary,
      label: unit.name,
      rank: unit.count,
      inside: null,
      selection: { kind: "enterprise", placeId: unit.placeId, id: unit.id },
    };
  });
  const { selection } = input;
  const selectedId = selection?.kind === "enterprise" && units.has(selection.id) ? selection.id : null;
  const counts = lines.map(({ count }) => count);
  return {
    nodes,
    edges: lines,
    selectedId,
    focusIds: selectedId === null ? null : neighbourhood(lines, [selectedId], 1),
    legend: describeLegend(nodes, lines, {
      corridorsTotal: lines.length,
      widthBy: "exchanges",
      width: countWidthScale(counts),
      widthPeak: Math.max(0, ...counts),
      radius,
      radiusPeak: Math.max(0, ...list.map(({ count }) => count)),
    }),
    hiddenCount: Math.max(0, input.enterprises.length - (input.limit ?? defaultLimit)),
  };
}

function unitsOf({ enterprises, exchanges, locale, limit, placeId }: ParkSpecInput): Map<string, Unit> {
  const shown = enterprises
    .toSorted((left, right) => right.exchangeCount - left.exchangeCount || (left.id < right.id ? -1 : 1))
    .slice(0, limit ?? defaultLimit);
  const units = new Map<string, Unit>();
  const add = (unit: Pick<EnterpriseView, "id" | "kind" | "placeId" | "nameZh" | "nameEn">) => {
    const { id, kind } = unit;
    if (!units.has(id))
      units.set(id, { id, kind, name: nameIn(locale, unit), placeId: unit.placeId, count: 0 });
  };
  for (const enterprise of shown) add(enterprise);
  for (const { supplier, receiver } of exchanges) {
    if (!units.has(supplier.id) && !units.has(receiver.id)) continue;
    for (const end of [supplier, receiver]) if (end.placeId !== placeId) add(end);
  }
  for (const { supplierId, receiverId } of exchanges)
    for (const unit of [units.get(supplierId), units.get(receiverId)])
      if (unit !== undefined) unit.count += 1;
  return units;
}

interface Line extends StageEdge {
  readonly count: number;
}

function linesOf({ exchanges, placeId }: ParkSpecInput, units: ReadonlyMap<string, Unit>): Line[] {
  const groups = Map.groupBy(
    exchanges.filter(({ supplierId, receiverId }) => units.has(supplierId) && units.has(receiverId)),
    ({ supplierId, receiverId, layer }) => `exchange|${supplierId}|${receiverId}|${layer}`,
  );
  const width = countWidthScale([...groups.values()].map((group) => group.length));
  const lines = [...groups].flatMap(([id, group]): Line[] => {
    const [first] = group;
    const from = units.get(first?.supplierId ?? "");
    const to = units.get(first?.receiverId ?? "");
    if (first === undefined || from === undefined || to === undefined) return [];
    const own = from.placeId === placeId ? from : to;
    return [
      {
        id,
        kind: "corridor",
        from: from.id,
        to: to.id,
        layer: first.layer,
        width: width(group.length),
        colour: layerColours[first.layer],
        curvature: 0,
        label: `${from.name} → ${to.name}`,
        selection: { kind: "enterprise", placeId: own.placeId, id: own.id },
        count: group.length,
      },
    ];
  });
  const curvatures = assignCurvatures(lines);
  return lines.map((line, place) => ({ ...line, curvature: curvatures[place] ?? 0 }));
}
