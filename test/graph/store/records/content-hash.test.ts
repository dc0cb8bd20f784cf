import { expect, test } from "vitest";
import { hashNetwork, hashNetworkInSteps } from "#graph/store/records/content-hash.ts";
import { readSeedNetwork } from "#seeds/read-seed.ts";

test("a network, when hashed in steps, then has the hash it has in one go", async () => {
  const network = readSeedNetwork();
  expect(await hashNetworkInSteps(network)).toBe(hashNetwork(network));
  const [first, ...others] = network.listings;
  const changed = { ...network, listings: [{ ...first!, resourceZh: "x" }, ...others] };
  expect(await hashNetworkInSteps(changed)).not.toBe(hashNetwork(network));
});
