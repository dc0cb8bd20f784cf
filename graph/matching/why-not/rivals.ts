import type { End } from "#graph/matching/ends/end.ts";
import type { MatchIndex } from "#graph/matching/generation/match-index.ts";
import { canPair } from "#graph/matching/generation/pairing.ts";
import { linkAlong } from "#graph/matching/generation/search.ts";
import { compareLinks, type Link } from "#graph/matching/link.ts";
import { targetsOf } from "./meetings.ts";

/**
 * The open links that one end has before this one, best first, each partner once: those of the supplier's end; where it has
 * none better, those of the receiver's. An end keeps the best few of all its links, whatever their code.
 */
export function rivalsOf(link: Link, index: MatchIndex): readonly Link[] {
  const ofSupplier = betterOf(link, link.supplier, index);
  return ofSupplier.length > 0 ? ofSupplier : betterOf(link, link.receiver, index);
}

function betterOf(link: Link, own: End, index: MatchIndex): readonly Link[] {
  const best = new Map<number, Link>();
  for (const target of targetsOf(own, index)) {
    const { buckets, key, list } = target;
    for (let at = buckets.start(key, 0); at < buckets.start(key + 1, 0); at++) {
      const partner = list.ends[buckets.items[at] ?? -1];
      const rival = partner === undefined ? null : linkAlong(own, partner, target);
      if (partner === undefined || rival === null || rival.blocked || compareLinks(rival, link) >= 0)
        continue;
      if (!canPair(rival.supplier, rival.receiver, rival.code)) continue;
      const known = best.get(partner.party.index);
      if (known === undefined || compareLinks(rival, known) < 0) best.set(partner.party.index, rival);
    }
  }
  return [...best.values()].sort(compareLinks);
}
