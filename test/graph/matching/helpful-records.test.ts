import { describe, expect, it } from "vitest";
import { openCandidateList } from "#graph/matching/candidate-list.ts";
import type { Network } from "#graph/schema/records/network.ts";
import { readSeedNetwork } from "#seeds/read-seed.ts";
import { at, makeRule, need, networkOf, offer } from "#test/fixtures/matching-network.ts";

const asOf = "2026-11-24";
const seeds = readSeedNetwork();
const list = openCandidateList(seeds, asOf);
const answers = seeds.parks.map(({ id }) => ({ id, helpful: list.helpfulRecords(`park:${id}`) }));

describe("a park of the seeds without candidates", () => {
  it("says why and names one to three records, in both languages; a park with candidates says nothing", () => {
    for (const { id, helpful } of answers) {
      const open = list.select({ placeIds: [`park:${id}`], list: "all" });
      expect([id, helpful === null]).toEqual([id, open.length > 0]);
      if (helpful === null) continue;
      expect(helpful.records.length).toBeGreaterThan(0);
      expect(helpful.records.length).toBeLessThanOrEqual(3);
      const said = [helpful.why, ...helpful.records];
      expect(new Set(said.map(({ zh }) => zh)).size).toBe(said.length);
      expect(said.map(({ zh }) => zh).join("")).not.toMatch(/undefined|null|（）|。/);
      expect(said.map(({ en }) => en).join(" ")).not.toMatch(/undefined|null|\(\)|\p{Script=Han}/u);
    }
  });
});

const helpful = (over: Partial<Network>) =>
  openCandidateList(networkOf(over), asOf).helpfulRecords("park:west");
const plant = at("west", "plant", { industryCode: "4411" });
const kilns = ["k1", "k2"].map((id) => at("east", id, { industryCode: "3011" }));

describe("the reason and the records", () => {
  it("without an enterprise are the park's main plants", () => {
    expect(helpful({ enterprises: kilns })?.because).toBe("no-enterprise");
  });

  it("of a plant that lists nothing are what its trade has and others near by might use, with their number", () => {
    const found = helpful({ enterprises: [plant, ...kilns], rules: [makeRule("r1", {})] });
    expect(found?.because).toBe("no-listing");
    expect(found?.records[0]?.zh).toMatch(
      /^登记企业plant的粉煤灰：年产量和去向（\d+公里内有2家可能用得上）$/,
    );
  });

  it("of what is used already are the rest", () => {
    const found = helpful({
      enterprises: [plant],
      listings: [offer("plant", "SW02", { resourceZh: "粉煤灰", status: "utilised" })],
    });
    expect(found?.because).toBe("all-served");
    expect(found?.records[0]?.zh).toBe("问企业plant：粉煤灰还有没有余量，有就登记数量");
  });

  it("of a listing that meets nobody are what it lacks; with a counterpart there is nothing to say", () => {
    const lonely = {
      enterprises: [plant, ...kilns],
      listings: [offer("plant", "SW02", { resourceZh: "粉煤灰" })],
    };
    expect(helpful(lonely)).toMatchObject({
      because: "no-counterpart",
      records: [{ zh: "写明企业plant的粉煤灰一年能供多少" }, expect.anything()],
    });
    const met = [...lonely.listings, need("k1", "SW02", { resourceZh: "粉煤灰" })];
    expect(helpful({ ...lonely, listings: met })).toBeNull();
  });
});
