import { expect, test } from "vitest";
import { openStore } from "#graph/store/open-store.ts";
import { hashNetwork } from "#graph/store/records/content-hash.ts";
import { readSeed } from "#seeds/read-seed.ts";
import { monthOfShipped, shippedData } from "#server/use-cases/shipped-data.ts";

test("the shipped records have the hash that the program knows them by: after a change of seeds/, write the new one there", async () => {
  await using store = await openStore("sqlite::memory:");
  await store.importRecords(readSeed(), { label: "seeds", now: new Date(0) });
  expect(hashNetwork(await store.readNetwork())).toBe(shippedData.hash);
});

test("the month is told for the shipped records alone, at whatever version, and for no network with one more or another", async () => {
  await using store = await openStore("sqlite::memory:");
  await store.importRecords(readSeed(), { label: "seeds", now: new Date(0) });
  const network = await store.readNetwork();
  expect(monthOfShipped(network)).toBe("2026-11");
  expect(monthOfShipped({ ...network, version: 7 })).toBe("2026-11");
  expect(monthOfShipped({ ...network, factors: network.factors.slice(1) })).toBeNull();
  const [first, ...rest] = network.parks;
  if (first === undefined) throw new Error("no park");
  expect(monthOfShipped({ ...network, parks: [{ ...first, noteZh: "other" }, ...rest] })).toBeNull();
});
