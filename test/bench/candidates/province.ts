import { emptyNetwork, type Network } from "#graph/schema/records/network.ts";
import { recordKinds, type TaggedRecord } from "#graph/schema/records/records.ts";
import { readSeedNetwork } from "#seeds/read-seed.ts";
import { synthesize } from "#seeds/synthesize.ts";

export interface ProvinceSize {
  readonly parks: number;
  readonly enterprises: number;
  readonly listings: number;
  readonly exchanges: number;
}

/** A synthetic province whose enterprises have the industries of the real ones, so that the real rules apply to them. */
export function makeProvince(size: ProvinceSize): Network {
  const seeds = readSeedNetwork();
  const industries = seeds.enterprises.flatMap(({ industryCode }) => industryCode ?? []);
  const resources = seeds.resources.filter(({ familyOnly }) => !familyOnly);
  let number = 0;
  const withIndustry = (tagged: TaggedRecord): TaggedRecord => {
    if (tagged.kind !== "enterprises") return tagged;
    const industryCode = industries[(number++ * 7919) % industries.length] ?? null;
    return { kind: "enterprises", record: { ...tagged.record, industryCode } };
  };
  const lists = Object.fromEntries(recordKinds.map((kind) => [kind, [] as unknown[]]));
  for (const tagged of synthesize({ ...size, seed: 1, resources })) {
    const { kind, record } = withIndustry(tagged);
    lists[kind]?.push(record);
  }
  return {
    ...emptyNetwork,
    ...(lists as unknown as Omit<Network, "version">),
    version: 1,
    resources: seeds.resources,
    rules: seeds.rules,
  };
}
