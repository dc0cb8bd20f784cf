import { describe, expect, test } from "vitest";
import { openCandidateList } from "#graph/matching/candidate-list.ts";
import { createMatcher } from "#graph/matching/matcher.ts";
import { selectCandidates } from "#graph/matching/ranking/select.ts";
import { indexNetwork } from "#graph/projection/network-index.ts";
import type { Candidate } from "#graph/schema/answers/candidate.ts";
import { recordKinds } from "#graph/schema/records/records.ts";
import { readSeedNetwork } from "#seeds/read-seed.ts";
import { synthesize } from "#seeds/synthesize.ts";
import { allCandidates } from "#test/support/all-candidates.ts";

const asOf = "2026-11-24";
type Ends = Pick<Candidate, "supplier" | "receiver">;
const everything = { list: "all", gates: "all", existing: true } as const;
const seeds = readSeedNetwork();
const placesOf = ({ supplier, receiver }: Ends) => [supplier.placeId, receiver.placeId];
const listingsOf = ({ supplier, receiver }: Ends) => [supplier.listingId, receiver.listingId];
const idsOf = (candidates: readonly { readonly id: string }[]) => candidates.map(({ id }) => id);

describe("the candidates of the real network", () => {
  test("for a place are those of the list of all", () => {
    const all = allCandidates(seeds, { asOf });
    const book = openCandidateList(seeds, asOf);
    expect(createMatcher(seeds, { asOf }).isWhole).toBe(true);
    expect(book.select(everything).map((head) => book.explain(head))).toEqual(all);
    const placeIds = new Set(all.flatMap(placesOf));
    expect(placeIds.size).toBeGreaterThan(50);
    for (const placeId of placeIds)
      expect(idsOf(book.select({ placeIds: [placeId] }))).toEqual(
        idsOf(selectCandidates(all, { placeIds: [placeId] }, indexNetwork(seeds))),
      );
  });
});

test("what a candidate is chosen by is what it says once it is written out, its gates among it", () => {
  const matcher = createMatcher(seeds, { asOf });
  const heads = matcher.all();
  expect(heads.some(({ blocked }) => blocked)).toBe(true);
  for (const head of heads) {
    const { link: _, ...chosenBy } = head;
    expect(matcher.explain(head)).toMatchObject(chosenBy);
  }
});

describe("the candidates of a synthetic province too big for one list", () => {
  const resources = seeds.resources.filter(({ familyOnly }) => !familyOnly);
  const size = { parks: 60, enterprises: 2000, listings: 18_000, exchanges: 500, seed: 3 };
  const records = Map.groupBy(synthesize({ ...size, resources }), ({ kind }) => kind);
  const made = Object.fromEntries(
    recordKinds.map((kind) => [kind, records.get(kind)?.map(({ record }) => record) ?? []]),
  );
  const network = { ...seeds, ...made, resources: seeds.resources, rules: seeds.rules };
  const book = openCandidateList(network, asOf);
  const all = allCandidates(network, { asOf });

  test("are cut in the list of all, which a place does not feel", () => {
    expect(createMatcher(network, { asOf }).isWhole).toBe(false);
    expect(all).toHaveLength(30_000);
    const inList = new Map<string, number>();
    for (const placeId of all.flatMap(placesOf)) inList.set(placeId, (inList.get(placeId) ?? 0) + 1);
    const poorest = network.parks
      .map(({ id }) => `park:${id}`)
      .sort((left, right) => (inList.get(left) ?? 0) - (inList.get(right) ?? 0))[0];
    const there = book.select({ ...everything, placeIds: [poorest ?? ""] });
    expect(there.length).toBeGreaterThan(inList.get(poorest ?? "") ?? 0);
    for (const candidate of there) expect(placesOf(candidate)).toContain(poorest);
  });

  test("of a place hold what each of its listings keeps by itself", () => {
    const placeId = `park:${network.parks[7]?.id}`;
    const there = book.select({ ...everything, placeIds: [placeId] });
    const ids = new Set(idsOf(there));
    const owners = new Set(
      network.enterprises.filter(({ parkId }) => `park:${parkId}` === placeId).map(({ id }) => id),
    );
    const own = network.listings.filter(({ enterpriseId }) => owners.has(enterpriseId)).slice(0, 25);
    expect(own).toHaveLength(25);
    for (const { id } of own) {
      const ofListing = book.select({ ...everything, listingId: id });
      for (const candidate of ofListing) expect(listingsOf(candidate)).toContain(id);
      expect(idsOf(ofListing).filter((one) => !ids.has(one))).toEqual([]);
    }
  });

  test("of a pair of places hold each of the list of all, so that none is gone when it is opened", () => {
    for (const candidate of all.filter((_, index) => index % 1999 === 0)) {
      const pair = book.select({ ...everything, placeIds: placesOf(candidate) });
      expect(idsOf(pair)).toContain(candidate.id);
      for (const each of pair) expect(placesOf(each).sort()).toEqual(placesOf(candidate).sort());
    }
  });
});
