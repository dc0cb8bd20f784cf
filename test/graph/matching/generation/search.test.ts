import { describe, expect, test } from "vitest";
import { idOf } from "#graph/matching/explanation/candidate.ts";
import { indexListings, type MatchIndex } from "#graph/matching/generation/match-index.ts";
import { canPair } from "#graph/matching/generation/pairing.ts";
import { isSpeculation, linkAlong } from "#graph/matching/generation/search.ts";
import { targetsOfListing } from "#graph/matching/generation/targets.ts";
import type { End } from "#graph/matching/ends/end.ts";
import type { Link } from "#graph/matching/link.ts";
import { createMatcher, defaultKeep } from "#graph/matching/matcher.ts";
import { BestLinks } from "#graph/matching/ranking/best-links.ts";
import { LinkPool } from "#graph/matching/ranking/link-pool.ts";
import { recordKinds } from "#graph/schema/records/records.ts";
import { readSeedNetwork } from "#seeds/read-seed.ts";
import { synthesize } from "#seeds/synthesize.ts";

const asOf = "2026-11-24";
const seeds = readSeedNetwork();

/** Five firms a park and the industries of the real ones, so that the real rules apply. */
function makeProvince() {
  const resources = seeds.resources.filter(({ familyOnly }) => !familyOnly);
  const size = { parks: 100, enterprises: 500, listings: 5000, exchanges: 500, seed: 5 };
  const records = Map.groupBy(synthesize({ ...size, resources }), ({ kind }) => kind);
  const made = Object.fromEntries(
    recordKinds.map((kind) => [kind, records.get(kind)?.map(({ record }) => record) ?? []]),
  );
  const industries = seeds.enterprises.flatMap(({ industryCode }) => industryCode ?? []);
  const province = { ...seeds, ...made, resources: seeds.resources, rules: seeds.rules };
  const enterprises = province.enterprises.map((enterprise, number) => ({
    ...enterprise,
    industryCode: industries[(number * 7919) % industries.length] ?? null,
  }));
  return { ...province, enterprises };
}

type Kind = Exclude<keyof typeof defaultKeep, "blocked">;

function kindOf({ placement, match, basis }: Link): Kind {
  if (match === "practice") return "hypothesis";
  if (placement !== "apart") return placement === "same-park" ? "samePark" : "parksOpen";
  return match === "class-unknown" ? "doubtful" : basis === "offer-need" ? "listed" : "inferred";
}

/** What looking at every partner keeps: no order of places, no bound. */
function openByBruteForce(own: End, index: MatchIndex): readonly string[] {
  const best = Object.fromEntries(
    Object.entries(defaultKeep).map(([kind, size]) => [kind, new BestLinks(size, -Infinity)]),
  );
  for (const target of targetsOfListing(own, index)) {
    const { buckets, key, list } = target;
    for (let at = buckets.start(key, 0); at < buckets.start(key + 1, 0); at++) {
      const partner = list.ends[buckets.items[at] ?? -1];
      const link = partner === undefined ? null : linkAlong(own, partner, target);
      if (
        link === null ||
        link.blocked ||
        isSpeculation(link) ||
        !canPair(link.supplier, link.receiver, link.code)
      )
        continue;
      best[kindOf(link)]?.add(link);
    }
  }
  const pool = new LinkPool(100_000);
  for (const { links } of Object.values(best)) pool.addAll(links);
  return pool.links().map(idOf);
}

describe("the search of a listing", () => {
  test("keeps what looking at every partner keeps, for a thousand listings", () => {
    const province = makeProvince();
    const index = indexListings(province, asOf);
    const matcher = createMatcher(province, { asOf });
    const ends = [...index.offers.ends, ...index.needs.ends];
    const asked = ends.filter((_, number) => number % Math.floor(ends.length / 1000) === 0);
    expect(asked.length).toBeGreaterThanOrEqual(1000);
    let found = 0;
    for (const own of asked) {
      const open = matcher.forListing(own.listing?.id ?? "").filter(({ blocked }) => !blocked);
      expect(open.map(({ id }) => id)).toEqual(openByBruteForce(own, index));
      found += open.length;
    }
    expect(found).toBeGreaterThan(1000);
  });
});
