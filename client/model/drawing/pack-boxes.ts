export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface PackedBox extends Size {
  /** Upper left corner, y downward. */
  readonly x: number;
  readonly y: number;
}

export interface Packing extends Size {
  /** In the order given. */
  readonly boxes: readonly PackedBox[];
}

const widthsTried = 24;

/** Height of what stands beneath the boxes on a sheet of the given width. */
export type Beneath = (width: number) => number;

/**
 * Boxes side by side on a sheet of the given aspect (width by height), as large as they can be drawn there together with
 * what stands beneath them. Rows of falling height; of several sheet widths, `least` the smallest, the one whose outcome
 * fits the aspect best. Deterministic.
 */
export function packBoxes(
  sizes: readonly Size[],
  aspect: number,
  { least, beneath }: { readonly least: number; readonly beneath: Beneath },
): Packing {
  const narrow = Math.max(least, ...sizes.map(({ width }) => width));
  const wide = Math.max(
    3 * narrow,
    sizes.reduce((sum, { width }) => sum + width, 0),
  );
  let best: Packing | null = null;
  let bestNeed = Infinity;
  for (let step = 0; step <= widthsTried; step += 1) {
    const room = narrow + ((wide - narrow) * step) / widthsTried;
    const packing = packRows(sizes, room);
    const needed = need({ width: room, height: packing.height + beneath(room) }, aspect);
    if (needed < bestNeed) [best, bestNeed] = [{ ...packing, width: room }, needed];
  }
  return best ?? { width: narrow, height: 0, boxes: [] };
}

/** Height that a sheet of the aspect needs to hold a packing. */
const need = ({ width, height }: Size, aspect: number) => Math.max(height, width / aspect);

function packRows(sizes: readonly Size[], room: number): Packing {
  const boxes: PackedBox[] = sizes.map((size) => ({ ...size, x: 0, y: 0 }));
  const order = sizes.map((_, place) => place);
  order.sort((left, right) => heightAt(sizes, right) - heightAt(sizes, left) || left - right);
  let [x, y, row, width] = [0, 0, 0, 0];
  for (const place of order) {
    const size = sizes[place];
    if (size === undefined) continue;
    if (x > 0 && x + size.width > room + 1e-9) [x, y, row] = [0, y + row, 0];
    boxes[place] = { ...size, x, y };
    x += size.width;
    row = Math.max(row, size.height);
    width = Math.max(width, x);
  }
  return { width, height: y + row, boxes };
}

const heightAt = (sizes: readonly Size[], place: number) => sizes[place]?.height ?? 0;
