import { regionCentre, regionExtent, type MapPoint } from "#client/model/map/mercator.ts";
import { layoutIsland, type LayoutLink, type LayoutNode } from "./force-layout.ts";
import { packBoxes, type PackedBox } from "./pack-boxes.ts";

/** Free room around an island, CSS px. */
const islandGap = 26;
/** A mark without a line stands in a cell of its own: a large one where its name fits, a small one for the empty rest. */
const largeCellHeight = 46;
const nameRooms = { least: 70, most: 190 };
const smallCell = { width: 15, height: 15 };
const smallSize = 3;

/**
 * Positions of the relation view, in map units inside the window of the map.
 * What is linked stands in islands: each laid out by forces, then all packed, largest first, into a sheet of the stage's
 * aspect (width by height). Marks without a line stand in rows beneath, in the given order.
 */
export function layoutNetwork(
  nodes: readonly LayoutNode[],
  links: readonly LayoutLink[],
  aspect: number,
): Map<string, MapPoint> {
  const { islands, alone } = islandsOf(nodes, links);
  const nameRoom = nameRoomOf(nodes);
  const boxes = islands.map((island) => boxOf(layoutIsland(island, links), nameRoom));
  const large = alone.filter(({ size }) => size > smallSize);
  const small = alone.filter(({ size }) => size <= smallSize);
  const largeCell = { width: 2 * islandGap + nameRoom, height: largeCellHeight };
  const blocks = [
    { members: large, cell: largeCell },
    { members: small, cell: smallCell },
  ].filter(({ members }) => members.length > 0);
  const packed = packBoxes(boxes, aspect, {
    least: largeCell.width,
    beneath: (width) => blocks.reduce((sum, block) => sum + heightOf(block, width), 0),
  });
  const points = new Map<string, MapPoint>();
  for (const [place, { members }] of boxes.entries())
    for (const { id, x, y } of members) points.set(id, shifted(packed.boxes[place], x, y));
  let top = packed.height;
  for (const block of blocks) {
    for (const { id, x, y } of cells(block, packed.width)) points.set(id, { x, y: top + y });
    top += heightOf(block, packed.width);
  }
  return toWindow(points);
}

/** Room at the right of a mark that three quarters of the names need, CSS px. */
function nameRoomOf(nodes: readonly LayoutNode[]): number {
  const widths = nodes
    .filter(({ size }) => size > smallSize)
    .map(({ nameWidth }) => nameWidth)
    .toSorted((left, right) => left - right);
  const wanted = widths[Math.floor(widths.length * 0.75)] ?? nameRooms.least;
  return Math.min(nameRooms.most, Math.max(nameRooms.least, wanted));
}

interface Block {
  readonly members: readonly LayoutNode[];
  readonly cell: { readonly width: number; readonly height: number };
}

const columnsOf = ({ cell }: Block, width: number) => Math.max(1, Math.floor(width / cell.width + 1e-9));

const heightOf = (block: Block, width: number) =>
  islandGap + Math.ceil(block.members.length / columnsOf(block, width)) * block.cell.height;

interface Placed {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

interface IslandBox {
  readonly width: number;
  readonly height: number;
  readonly members: readonly Placed[];
}

/** Linked marks by component, largest first, and the marks without a line. Ties by the order given. */
function islandsOf(nodes: readonly LayoutNode[], links: readonly LayoutLink[]) {
  const leader = new Map(nodes.map(({ id }) => [id, id]));
  const find = (id: string): string => {
    let root = id;
    while (leader.get(root) !== root) root = leader.get(root) ?? root;
    leader.set(id, root);
    return root;
  };
  for (const { from, to } of links) if (leader.has(from) && leader.has(to)) leader.set(find(from), find(to));
  const groups = new Map<string, LayoutNode[]>();
  for (const node of nodes) groups.set(find(node.id), [...(groups.get(find(node.id)) ?? []), node]);
  const all = [...groups.values()];
  return {
    islands: all.filter(({ length }) => length > 1).toSorted((left, right) => right.length - left.length),
    alone: all.filter(({ length }) => length === 1).flat(),
  };
}

function boxOf(members: readonly Placed[], nameRoom: number): IslandBox {
  const xs = members.map(({ x }) => x);
  const ys = members.map(({ y }) => y);
  const [left, top] = [Math.min(...xs) - islandGap, Math.min(...ys) - islandGap];
  return {
    width: Math.max(...xs) + islandGap + nameRoom - left,
    height: Math.max(...ys) + islandGap - top,
    members: members.map(({ id, x, y }) => ({ id, x: x - left, y: y - top })),
  };
}

/** Rows of cells over a width, marks at the left of their cell so that names follow at the right. */
function cells(block: Block, width: number): Placed[] {
  const columns = columnsOf(block, width);
  const { cell } = block;
  return block.members.map(({ id }, place) => ({
    id,
    x: (place % columns) * cell.width + Math.min(cell.width / 2, islandGap),
    y: islandGap + (Math.floor(place / columns) + 0.5) * cell.height,
  }));
}

const shifted = (box: PackedBox | undefined, x: number, y: number): MapPoint => ({
  x: (box?.x ?? 0) + x,
  y: (box?.y ?? 0) + y,
});

/** From px, y downward, to map units, y upward, as large as the window of the map holds: one camera serves both views. */
function toWindow(points: ReadonlyMap<string, MapPoint>): Map<string, MapPoint> {
  const xs = [...points.values()].map(({ x }) => x);
  const ys = [...points.values()].map(({ y }) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const [west, east] = regionExtent.x;
  const [south, north] = regionExtent.y;
  const scale = Math.max((right - left) / (east - west), (bottom - top) / (north - south), 1);
  return new Map(
    [...points].map(([id, { x, y }]) => [
      id,
      {
        x: regionCentre.x + (x - (left + right) / 2) / scale,
        y: regionCentre.y - (y - (top + bottom) / 2) / scale,
      },
    ]),
  );
}
