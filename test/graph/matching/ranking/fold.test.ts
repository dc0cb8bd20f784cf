import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldCandidates } from "#graph/matching/ranking/fold.ts";
import { openCandidateList } from "#graph/matching/candidate-list.ts";
import { readSeedNetwork } from "#seeds/read-seed.ts";

type Foldable = Parameters<typeof foldCandidates>[0][number];
interface Row {
  readonly from: number;
  readonly to: number;
  readonly code: string;
}

/** Ends under three list something; the others are silent enterprises. */
const end = (side: string, number: number) =>
  ({
    listingId: number < 3 ? `${side}-listing-${number}` : null,
    enterpriseId: `${side}-${number}`,
  }) as Foldable["supplier"];
const foldable = ({ from, to, code }: Row): Foldable => ({
  supplier: end("s", from),
  receiver: end("r", to),
  resourceCode: code,
  folded: null,
});
const anyRows = fc
  .uniqueArray(
    fc.record({
      from: fc.nat({ max: 8 }),
      to: fc.nat({ max: 8 }),
      code: fc.constantFrom("SW01", "SW02"),
    }),
    { selector: ({ from, to, code }) => `${from} ${to} ${code}`, maxLength: 80 },
  )
  .map((rows) => rows.map(foldable));

const countBy = (items: readonly Foldable[], key: (item: Foldable) => string | null) => {
  const counts = new Map<string, number>();
  for (const item of items) {
    const name = key(item);
    if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return Math.max(0, ...counts.values());
};

describe("a folded list", () => {
  it("shows at most three of a listing and two of a receiver and a code among sixty, in the order given", () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const shown = foldCandidates(rows);
        expect(countBy(shown, ({ supplier }) => supplier.listingId)).toBeLessThanOrEqual(3);
        expect(countBy(shown, ({ receiver }) => receiver.listingId)).toBeLessThanOrEqual(3);
        const taker = ({ receiver, resourceCode }: Foldable) => `${receiver.enterpriseId} ${resourceCode}`;
        expect(countBy(shown, taker)).toBeLessThanOrEqual(2);
        const names = (list: readonly Foldable[]) =>
          list.map(({ supplier, receiver, resourceCode }) =>
            [supplier.enterpriseId, receiver.enterpriseId, resourceCode].join(" "),
          );
        const kept = new Set(names(shown));
        expect(names(rows).filter((name) => kept.has(name))).toEqual(names(shown));
      }),
    );
  });

  it("shows the first of all, and nothing that is folded could be shown", () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const shown = foldCandidates(rows);
        expect(shown[0]?.supplier).toEqual(rows[0]?.supplier);
        // What a longer list shows first is what a shorter one shows: pages never shift.
        const half = foldCandidates(rows.slice(0, Math.ceil(rows.length / 2)));
        expect(shown.slice(0, half.length).map(({ receiver }) => receiver)).toEqual(
          half.map(({ receiver }) => receiver),
        );
      }),
    );
  });

  it("says of which end how many more there are", () => {
    const rows = Array.from({ length: 29 }, (_, to) => foldable({ from: 0, to: to + 3, code: "SW01" }));
    const shown = foldCandidates(rows);
    expect(shown.map(({ folded }) => folded)).toEqual([
      null,
      null,
      { count: 26, listingId: "s-listing-0", enterpriseId: "s-0" },
    ]);
  });
});

describe("a list of more than sixty", () => {
  it("is folded among its first sixty alone: what follows is shown as it comes", () => {
    const others = Array.from({ length: 58 }, (_, nth) =>
      foldable({ from: nth + 10, to: nth + 10, code: "SW01" }),
    );
    const ofOne = Array.from({ length: 20 }, (_, nth) => foldable({ from: 0, to: nth + 100, code: "SW02" }));
    const rows = [...ofOne.slice(0, 8), ...others, ...ofOne.slice(8)];
    const shown = foldCandidates(rows);
    const named = (list: readonly Foldable[]) => list.map(({ receiver }) => receiver.enterpriseId);
    expect(named(shown)).toEqual(named([...ofOne.slice(0, 3), ...others, ...ofOne.slice(8)]));
    expect(shown.map(({ folded }) => folded).filter((folded) => folded !== null)).toEqual([
      { count: 5, listingId: "s-listing-0", enterpriseId: "s-0" },
    ]);
  });
});

describe("the first sixty of the real list", () => {
  it("are of no listing more than one in twenty", () => {
    const list = openCandidateList(readSeedNetwork(), "2026-11-27");
    const first = foldCandidates(list.select({})).slice(0, 60);
    expect(first.length).toBeGreaterThan(10);
    expect(countBy(first, ({ supplier }) => supplier.listingId)).toBeLessThanOrEqual(3);
    expect(countBy(first, ({ receiver }) => receiver.listingId)).toBeLessThanOrEqual(3);
  });
});
