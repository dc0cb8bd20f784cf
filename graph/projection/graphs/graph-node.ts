/** A node with a name: an enterprise, a place, a city, or a node of a file. */
export interface GraphNode {
  /** Enterprise id, place id, or the id in the file. */
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string | null;
  /** Where it stands; a place itself; null in a file. */
  readonly placeId: string | null;
  /** WGS-84; null where there is no point. */
  readonly lon: number | null;
  readonly lat: number | null;
  /** Stands for more than one: a pooled enterprise, or a place that only says "somewhere in". */
  readonly pooled: boolean;
  /** Lies in the area that the filter names. The others are there because an exchange of the area ends at them. */
  readonly inArea: boolean;
  /** Is a node of the path graph; at the others each exchange ends at a leaf of its own (`graph-ends.ts`). */
  readonly carriesPaths: boolean;
  /** Has a row in the scores of its scope. */
  readonly scored: boolean;
}

/**
 * `ground` is `park` with parks on the same ground taken as one; `region` is `province` with all provinces outside the
 * region taken as one; `sector` is the division of the industry.
 */
export const groupKeys = ["park", "ground", "city", "province", "region", "sector", "kind"] as const;
export type GroupKey = (typeof groupKeys)[number];

export interface GroupLabel {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string | null;
}

/** To which group each node belongs: a position in `labels`, −1 where that is not known. */
export interface Grouping {
  readonly codes: Int32Array;
  readonly labels: readonly GroupLabel[];
}

export type Groups = { readonly [K in GroupKey]: Grouping };

/** Groups by the label of each node, in the order in which they first occur; null = not known. */
export function groupBy<T>(
  items: readonly T[],
  idOf: (item: T) => string | null,
  nameOf: (id: string) => Omit<GroupLabel, "id">,
): Grouping {
  const codeById = new Map<string, number>();
  const labels: GroupLabel[] = [];
  const codes = new Int32Array(items.length).fill(-1);
  for (const [position, item] of items.entries()) {
    const id = idOf(item);
    if (id === null) continue;
    const code = codeById.get(id) ?? labels.length;
    if (code === labels.length) {
      codeById.set(id, code);
      labels.push({ id, ...nameOf(id) });
    }
    codes[position] = code;
  }
  return { codes, labels };
}
