import { describe, expect, test } from "vitest";
import { CandidateListName, type Candidate } from "#graph/schema/answers/candidate.ts";
import { selectCandidates, type CandidateSelection } from "#graph/matching/ranking/select.ts";
import { indexNetwork } from "#graph/projection/network-index.ts";
import { findMaterial, materialNames } from "#graph/projection/materials.ts";
import { noFilter } from "#graph/schema/filter/filter.ts";
import { readSeedNetwork } from "#seeds/read-seed.ts";
import { allCandidates } from "#test/support/all-candidates.ts";

const network = readSeedNetwork();
const all = allCandidates(network, { asOf: "2026-11-24" });
const index = indexNetwork(network);
const select = (selection: CandidateSelection) => selectCandidates(all, selection, index);
const everything = { list: "all", gates: "all", existing: true } as const;

describe("candidates of the real network, when selected", () => {
  test("by nothing, then open pairs between parks that do not exchange yet, in the order given", () => {
    const open = select({});
    const isWanted = ({ blocked, existingExchangeId, list }: Candidate) =>
      !blocked && existingExchangeId === null && list === "between-parks";
    expect(open).toEqual(all.filter(isWanted));
    expect(open.length).toBeGreaterThan(0);
  });

  test("by gates, then open and blocked make all", () => {
    const open = select({ ...everything, gates: "open" });
    const blocked = select({ ...everything, gates: "blocked" });
    expect(open.length + blocked.length).toBe(all.length);
    expect(select(everything)).toEqual(all);
  });

  test("by list, then each stands in one of them", () => {
    const lists = CandidateListName.options.map((list) => select({ ...everything, list }));
    expect(lists.reduce((sum, list) => sum + list.length, 0)).toBe(all.length);
    expect(select({ ...everything, list: "same-park" }).length).toBeGreaterThan(0);
  });

  test.each(["inferred", "crossProvince"] as const)("by %s, then yes and no make all", (what) => {
    const [yes, no] = [true, false].map((wanted) => select({ ...everything, [what]: wanted }));
    expect((yes?.length ?? 0) + (no?.length ?? 0)).toBe(all.length);
    expect(yes?.length).toBeGreaterThan(0);
    expect(no?.length).toBeGreaterThan(0);
  });

  test("by a pair of places, then both directions and no third place", () => {
    const first = all[0];
    const placeIds = [first?.supplier.placeId ?? "", first?.receiver.placeId ?? ""];
    const pair = select({ ...everything, placeIds });
    expect(pair).toContain(first);
    expect(select({ ...everything, placeIds: placeIds.toReversed() })).toEqual(pair);
    for (const { supplier, receiver } of pair)
      expect([supplier.placeId, receiver.placeId].sort()).toEqual([...placeIds].sort());
  });

  test("by listing, layer, resource and without pooled ends, then each holds", () => {
    const listingId = all.find((each) => each.receiver.listingId !== null)?.receiver.listingId ?? "";
    const byListing = select({ ...everything, listingId });
    expect(byListing.length).toBeGreaterThan(0);
    expect(
      byListing.every((each) => [each.supplier, each.receiver].some((end) => end.listingId === listingId)),
    ).toBe(true);
    expect(
      select({ ...everything, filter: { ...noFilter, layers: ["energy"] } }).every(
        ({ layer }) => layer === "energy",
      ),
    ).toBe(true);
    const materialOf = (id: string) => {
      const found = findMaterial(network, materialNames(network), id);
      if (found === null) throw new Error(`the seeds have no ${id}`);
      return found;
    };
    const ash = select({ ...everything, material: materialOf("SW02") });
    expect(new Set(ash.map(({ resourceCode }) => resourceCode))).toEqual(new Set(["SW02"]));
    const energy = select({ ...everything, material: materialOf("EN") });
    expect(energy.length).toBe(all.filter(({ layer }) => layer === "energy").length);
    const named = select({ ...everything, material: materialOf("建筑废弃物") });
    const names = named.map(({ supplier, receiver }) => [supplier.resourceZh, receiver.resourceZh]);
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((ends) => !ends.includes("建筑废弃物"))).toEqual([]);
    const plants = select({ ...everything, filter: { ...noFilter, pooled: false } });
    expect(
      plants.some(({ supplier, receiver }) => [supplier, receiver].some(({ kind }) => kind === "pooled")),
    ).toBe(false);
  });
});
