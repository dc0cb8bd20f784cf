import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { publicViewer, storeOwner, viewerClasses } from "#graph/schema/api/viewer.ts";
import { Confidentiality } from "#graph/schema/records/confidentiality.ts";
import { emptyNetwork, type Network } from "#graph/schema/records/network.ts";
import { recordKinds, recordSchemas } from "#graph/schema/records/records.ts";
import { cutNetwork } from "#graph/sight/cut-network.ts";
import { confidentialKinds, maySee } from "#graph/sight/policy.ts";
import { makeListing } from "#test/contracts/sample-records.ts";
import { makeEnterprise } from "#test/fixtures/small-network.ts";

const network = (confidentialities: readonly Confidentiality[]): Network => ({
  ...emptyNetwork,
  version: 7,
  enterprises: [makeEnterprise("a")],
  listings: confidentialities.map((confidentiality, index) => makeListing(`L${index}`, { confidentiality })),
});

describe("the policy", () => {
  test("the public sees what is public and nothing else", () => {
    for (const kind of confidentialKinds)
      expect(Confidentiality.options.filter((each) => maySee(publicViewer, kind, each))).toEqual(["public"]);
  });

  test("the owner of the store sees everything, as in the file itself", () => {
    for (const kind of confidentialKinds)
      expect(Confidentiality.options.filter((each) => maySee(storeOwner, kind, each))).toEqual(
        Confidentiality.options,
      );
  });

  test("every kind whose schema has a confidentiality is in it", () => {
    const kinds = recordKinds.filter((kind) => "confidentiality" in recordSchemas[kind].shape);
    expect(confidentialKinds).toEqual(kinds);
    expect(kinds.length).toBeGreaterThan(0);
  });
});

describe("a network", () => {
  test("does not name a total that was taken out of it to its parts", () => {
    const listings = [
      makeListing("total", { confidentiality: "secret" }),
      makeListing("part", { partOf: "total" }),
      makeListing("other", { partOf: "part" }),
    ];
    const partsFor = (viewer: typeof publicViewer) =>
      cutNetwork({ ...network([]), listings }, viewer).network.listings.map(({ partOf }) => partOf);
    expect(partsFor(publicViewer)).toEqual([null, "part"]);
    expect(partsFor(storeOwner)).toEqual([null, "total", "part"]);
  });

  test("cut for any viewer, keeps what he may see in its order, counts the rest and leaves all else alone", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...Confidentiality.options), { maxLength: 12 }),
        fc.constantFrom(...viewerClasses),
        (confidentialities, viewerClass) => {
          const whole = network(confidentialities);
          const viewer = { viewerClass };
          const { network: seen, withheld } = cutNetwork(whole, viewer);
          const kept = whole.listings.filter((listing) =>
            maySee(viewer, "listings", listing.confidentiality),
          );
          expect(seen).toEqual({ ...whole, listings: kept });
          expect(withheld).toEqual({ listings: whole.listings.length - kept.length });
          expect(seen === whole).toBe(withheld.listings === 0);
        },
      ),
    );
  });
});
