import type { Layer } from "#graph/schema/records/layer.ts";
import type { ExchangeView } from "#graph/schema/answers/record-views.ts";

export interface DrillNode {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string | null;
  readonly isInside: boolean;
  readonly exchanges: number;
  readonly x: number;
  readonly y: number;
}

export interface DrillLink {
  readonly id: string;
  readonly layer: Layer;
  readonly from: DrillNode;
  readonly to: DrillNode;
}

export interface DrillPicture {
  readonly nodes: readonly DrillNode[];
  readonly links: readonly DrillLink[];
  /** Enterprises with an exchange that are not drawn. */
  readonly leftOut: number;
}

type End = ExchangeView["supplier"];

/**
 * A place opened: its enterprises on an inner circle, their partners elsewhere on an outer one, in a square of the
 * given side. The busiest are drawn first; at most `limit` marks in all.
 */
export function drawPlace(
  placeId: string,
  exchanges: readonly ExchangeView[],
  { side, limit }: { readonly side: number; readonly limit: number },
): DrillPicture {
  const counts = new Map<string, { end: End; exchanges: number }>();
  for (const end of exchanges.flatMap(({ supplier, receiver }) => [supplier, receiver])) {
    const known = counts.get(end.id);
    counts.set(end.id, { end, exchanges: (known?.exchanges ?? 0) + 1 });
  }
  const busiest = [...counts.values()].sort(
    (left, right) => right.exchanges - left.exchanges || (left.end.id < right.end.id ? -1 : 1),
  );
  const drawn = busiest.slice(0, limit);
  const inside = drawn.filter(({ end }) => end.placeId === placeId);
  const outside = drawn.filter(({ end }) => end.placeId !== placeId);
  const ring = (members: typeof drawn, radius: number, isInside: boolean): DrillNode[] =>
    members.map(({ end, exchanges }, index) => {
      const angle = (2 * Math.PI * index) / Math.max(1, members.length) - Math.PI / 2;
      const isAlone = isInside && members.length === 1;
      return {
        id: end.id,
        nameZh: end.nameZh,
        nameEn: end.nameEn,
        isInside,
        exchanges,
        x: side / 2 + (isAlone ? 0 : radius * Math.cos(angle)),
        y: side / 2 + (isAlone ? 0 : radius * Math.sin(angle)),
      };
    });
  const nodes = [...ring(inside, side * 0.26, true), ...ring(outside, side * 0.45, false)];
  const nodeById = new Map(nodes.map((node) => [node.id, node]));
  const links = exchanges.flatMap(({ id, layer, supplier, receiver }) => {
    const from = nodeById.get(supplier.id);
    const to = nodeById.get(receiver.id);
    return from === undefined || to === undefined ? [] : [{ id, layer, from, to }];
  });
  return { nodes, links, leftOut: busiest.length - drawn.length };
}
