import { describe, expect, it } from "vitest";
import type { EnterpriseView, ListingView } from "#graph/schema/answers/record-views.ts";
import { helpfulRecords } from "#client/model/helpful-records.ts";

const plant = (id: string, more: Partial<EnterpriseView> = {}) =>
  ({ id, kind: "plant", listingCount: 0, industryCode: "4411", ...more }) as EnterpriseView;
const listing = (id: string, more: Partial<ListingView> = {}) =>
  ({
    id,
    status: "operating",
    expired: false,
    resourceCodes: ["SW02"],
    quantity: null,
    ...more,
  }) as ListingView;
const named = (...input: Parameters<typeof helpfulRecords>) =>
  helpfulRecords(...input).map((record) =>
    record.kind === "enterprises"
      ? record.kind
      : `${record.kind} ${record.kind === "first-listing" ? record.enterprise.id : record.listing.id}`,
  );

describe("the records that would help a place without candidates", () => {
  it("of which nobody is known are its enterprises", () => {
    expect(named([], [])).toEqual(["enterprises"]);
  });

  it("that lists nothing are first listings, of plants whose industry is known first, three at most", () => {
    const firms = [plant("a", { industryCode: null }), plant("b"), plant("c"), plant("d")];
    expect(named(firms, [])).toEqual(["first-listing b", "first-listing c", "first-listing d"]);
    expect(named([plant("p", { kind: "pooled" }), ...firms.slice(0, 1)], [])).toEqual(["first-listing a"]);
  });

  it("whose listings leave out what decides are that, and then a listing of who is silent", () => {
    const open = [listing("L1", { resourceCodes: ["HW08"] }), listing("L2")];
    expect(named([plant("a"), plant("b", { listingCount: 2 })], open)).toEqual([
      "code L1",
      "quantity L1",
      "first-listing a",
    ]);
  });

  it("are not asked of listings that are over", () => {
    expect(named([plant("a")], [listing("L1", { expired: true })])).toEqual(["first-listing a"]);
  });
});
