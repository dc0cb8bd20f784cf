import { describe, expect, test } from "vitest";
import { findMaterial, materialNames, mentionOfExchange, speaksOf } from "#graph/projection/materials.ts";
import { emptyNetwork } from "#graph/schema/records/network.ts";
import { readSeedNetwork } from "#seeds/read-seed.ts";
import { makeListing } from "#test/contracts/sample-records.ts";
import { makeExchange } from "#test/fixtures/small-network.ts";

const seeds = readSeedNetwork();

describe("materials of a network", () => {
  test("a name, when records of several kinds carry it, then is one name with all their codes", () => {
    const network = {
      ...emptyNetwork,
      exchanges: [
        makeExchange("x1", { resourceZh: "煤泥", resourceCode: "SW04" }),
        makeExchange("x2", { resourceZh: "煤泥", resourceCode: null }),
      ],
      listings: [makeListing("L1", { resourceZh: "煤泥", resourceCodes: ["MA50"] })],
    };
    const name = materialNames(network).get("煤泥");
    expect([name?.codes, name?.records]).toEqual([["SW04", "MA50"], 3]);
  });

  test("a code, when it has codes below it, then speaks of their records too, however deep", () => {
    const gas = findMaterial(seeds, materialNames(seeds), "EN");
    if (gas === null) throw new Error("EN is in the code list");
    expect(gas.codes).toEqual(expect.arrayContaining(["EN", "EN40", "EN41", "EN42"]));
    const ofGas = seeds.exchanges.filter((exchange) => speaksOf(gas, mentionOfExchange(exchange)));
    expect(ofGas.map(({ id }) => id)).toEqual(
      seeds.exchanges.filter(({ resourceCode }) => resourceCode?.startsWith("EN")).map(({ id }) => id),
    );
  });

  test("a name, when a code has the same, then is that code; a record without a code still belongs to it", () => {
    const ash = findMaterial(seeds, materialNames(seeds), "粉煤灰");
    if (ash === null) throw new Error("SW02 is in the code list");
    expect(ash.id).toBe("SW02");
    const uncoded = makeExchange("x", { resourceZh: "粉煤灰", resourceCode: null });
    expect(speaksOf(ash, mentionOfExchange(uncoded))).toBe(true);
  });

  test("a name of its own, when asked for, then speaks of the records of that name and not of its code", () => {
    const acid = findMaterial(seeds, materialNames(seeds), "副产盐酸");
    if (acid === null) throw new Error("two records carry the name");
    expect([acid.id, acid.codes, acid.resource]).toEqual(["副产盐酸", ["MA21"], null]);
    const other = makeExchange("x", { resourceZh: "盐酸", resourceCode: "MA21" });
    expect(speaksOf(acid, mentionOfExchange(other))).toBe(false);
  });

  test("a stranger, when asked for, then is no material", () => {
    expect(findMaterial(seeds, materialNames(seeds), "月光")).toBeNull();
  });
});
