import { cities } from "#graph/schema/region/cities.ts";
import { provinces } from "#graph/schema/region/provinces.ts";
import { unitByLayer } from "#graph/schema/records/layer.ts";
import { recordKinds, type RecordKind } from "#graph/schema/records/records.ts";
import type { Network } from "#graph/schema/records/network.ts";
import { regionProvinceCodes } from "#graph/schema/answers/place.ts";
import type { Meta } from "#graph/schema/answers/meta.ts";
import type { LoadedNetwork } from "#server/use-cases/loaded-network.ts";

/** Licences that ask to be named wherever their data is shown. */
const credits: readonly string[] = [
  "Global Energy Monitor: trackers of plants and Global Chemicals Inventory (CC BY 4.0)",
  "HydroWASTE v1.0, Ehalt Macedo et al. 2022 (CC BY 4.0 as its publisher states)",
  "Spatial Finance Initiative: Global Database of Cement Production Assets (CC BY 4.0 as its publisher states)",
  "GeoNames (CC BY 4.0)",
  "Made with Natural Earth",
];

/** What the running program says about itself and, where its seeds state one, the month of its data. */
export interface Release {
  readonly productVersion: string;
  /** YYYY-MM, or null where nobody stated it. */
  readonly dataAsOf: (network: Network) => string | null;
}

export async function describeData(snapshot: LoadedNetwork, release: Release): Promise<Meta> {
  const { network, importedAt, withheld } = snapshot;
  return {
    product: "gongsheng",
    contentHash: await snapshot.contentHash(),
    productVersion: release.productVersion,
    networkVersion: network.version,
    importedAt,
    asOf: release.dataAsOf(network),
    counts: countRecords(network),
    syntheticCount: snapshot.getOrCompute("synthetic count", () => countSynthetic(network)),
    withheld,
    units: { ...unitByLayer },
    provinces: provinces
      .filter(({ code }) => regionProvinceCodes.includes(code))
      .map((province) => ({ ...province })),
    cities: cities.map((city) => ({ ...city })),
    resources: network.resources.map(({ code, layer, nameZh, nameEn }) => ({ code, layer, nameZh, nameEn })),
    credits: [...credits],
    coordinateSystem: "WGS-84",
  };
}

export function countRecords(network: Network): Record<RecordKind, number> {
  const counts = recordKinds.map((kind) => [kind, network[kind].length]);
  return Object.fromEntries(counts) as Record<RecordKind, number>;
}

function countSynthetic(network: Network): number {
  let count = 0;
  for (const kind of recordKinds)
    for (const { evidence } of network[kind]) if (evidence.synthetic) count += 1;
  return count;
}
