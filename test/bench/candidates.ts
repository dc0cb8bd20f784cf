import { greatCircleKm, makePoint } from "#graph/matching/ends/distance.ts";
import type { Network } from "#graph/schema/records/network.ts";
import { emptyNetwork } from "#graph/schema/records/network.ts";
import { recordKinds, type TaggedRecord } from "#graph/schema/records/records.ts";
import { readSeedNetwork } from "#seeds/read-seed.ts";
import { synthesize } from "#seeds/synthesize.ts";
import { quickest, timed, type BenchRow } from "./bench-row.ts";
import { allCandidates } from "#test/support/all-candidates.ts";

const asOf = "2026-11-24";
const size = { parks: 100, enterprises: 3000, listings: 20_000, exchanges: 10_000, seed: 1 };
const perOffer = 20;

/** A synthetic province whose enterprises have the industries of the real ones, so that the real rules apply to them. */
function makeProvince(seeds: Network): Network {
  const industries = seeds.enterprises.flatMap(({ industryCode }) => industryCode ?? []);
  const resources = seeds.resources.filter(({ familyOnly }) => !familyOnly);
  let number = 0;
  const withIndustry = (tagged: TaggedRecord): TaggedRecord => {
    if (tagged.kind !== "enterprises") return tagged;
    const industryCode = industries[(number++ * 7919) % industries.length] ?? null;
    return { kind: "enterprises", record: { ...tagged.record, industryCode } };
  };
  const records = [...synthesize({ ...size, resources })].map(withIndustry);
  const kinds = recordKinds.map((kind) => [
    kind,
    records.filter((each) => each.kind === kind).map((each) => each.record),
  ]);
  return {
    ...emptyNetwork,
    ...(Object.fromEntries(kinds) as Omit<Network, "version">),
    version: 1,
    resources: seeds.resources,
    rules: seeds.rules,
  };
}

/** What a first attempt would do: every offer against every need of its code, nearest twenty kept. No rules, no writing. */
function matchByBruteForce({ parks, enterprises, listings }: Network): number {
  const pointByPark = new Map(parks.map(({ id, lon, lat }) => [id, makePoint(lon, lat, 0)]));
  const pointOf = new Map(
    enterprises.flatMap(({ id, parkId }) => {
      const point = pointByPark.get(parkId ?? "");
      return point === undefined ? [] : [[id, point] as const];
    }),
  );
  const needsByCode = Map.groupBy(
    listings.filter(({ direction }) => direction === "need"),
    ({ resourceCodes }) => resourceCodes[0] ?? "",
  );
  let kept = 0;
  for (const { direction, resourceCodes, enterpriseId } of listings) {
    const from = pointOf.get(enterpriseId);
    if (direction !== "offer" || from === undefined) continue;
    const distances = (needsByCode.get(resourceCodes[0] ?? "") ?? []).map((need) => {
      const to = pointOf.get(need.enterpriseId);
      return to === undefined ? Infinity : greatCircleKm(from, to);
    });
    kept += distances.sort((left, right) => left - right).slice(0, perOffer).length;
  }
  return kept;
}

/** Candidates of the real seeds within 300 ms, and of a province fifty times as large against a plain double loop. */
export async function run(): Promise<readonly BenchRow[]> {
  const seeds = readSeedNetwork();
  const seedMs = await quickest(8, () => allCandidates(seeds, { asOf }));
  const province = makeProvince(seeds);
  const oursMs = await timed(() => allCandidates(province, { asOf }));
  const peerMs = await timed(() => matchByBruteForce(province));
  return [
    {
      name: "candidates of the seeds, ms",
      ours: "find candidates",
      peer: "no peer",
      oursMs: seedMs,
      peerMs: null,
      value: seedMs,
      goal: { atMost: 300 },
    },
    {
      name: "candidates of 20,000 listings over a double loop by code",
      ours: "find candidates",
      peer: "double loop without rules, gates and sentences",
      oursMs,
      peerMs,
      value: oursMs / peerMs,
      goal: { atMost: 1 },
    },
  ];
}
