import { colours, communityColours } from "#client/model/tokens.ts";

/** A community that spans several drawn places. */
export interface StageHull {
  /** Number of the community, as tables write it. */
  readonly community: number;
  readonly colour: string;
  /** Marks it goes around. */
  readonly nodeIds: readonly string[];
}

export interface Hulls {
  readonly hulls: readonly StageHull[];
  /** Communities there are, in one place or in many. */
  readonly communities: number;
  /** Places whose enterprises belong to several communities: they stand with the one most of them belong to. */
  readonly shared: number;
}

const mostHulls = 12;

interface Member {
  readonly placeId: string | null;
  readonly community: number;
}

/** Members of communities → one hull for each of the largest communities with two drawn places or more, largest first. */
export function communityHulls(
  members: readonly Member[],
  nodes: readonly { readonly id: string }[],
  limit = mostHulls,
): Hulls {
  const drawn = new Set(nodes.map(({ id }) => id));
  const votes = new Map<string, Map<number, number>>();
  for (const { placeId, community } of members) {
    if (placeId === null || !drawn.has(placeId)) continue;
    const counts = votes.get(placeId) ?? new Map<number, number>();
    counts.set(community, (counts.get(community) ?? 0) + 1);
    votes.set(placeId, counts);
  }
  const nodeIds = new Map<number, string[]>();
  for (const [placeId, counts] of votes) {
    const [leading] = [...counts].toSorted((left, right) => right[1] - left[1] || left[0] - right[0]);
    if (leading !== undefined) nodeIds.set(leading[0], [...(nodeIds.get(leading[0]) ?? []), placeId]);
  }
  const spanning = [...nodeIds]
    .filter(([, ids]) => ids.length > 1)
    .toSorted((left, right) => right[1].length - left[1].length || left[0] - right[0])
    .slice(0, limit);
  return {
    hulls: spanning.map(([community, ids]) => ({
      community,
      // As tables draw it: the largest communities have a colour of their own.
      colour: communityColours[community] ?? colours.secondary,
      nodeIds: ids,
    })),
    communities: new Set(members.map(({ community }) => community)).size,
    shared: [...votes.values()].filter(({ size }) => size > 1).length,
  };
}
