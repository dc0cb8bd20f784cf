import { execFileSync } from "node:child_process";
import { makePoint } from "#graph/matching/ends/distance.ts";
import { greatCircleKm } from "#graph/projection/places/great-circle.ts";
import { createMatcher } from "#graph/matching/matcher.ts";
import type { Network } from "#graph/schema/records/network.ts";
import { readSeedNetwork } from "#seeds/read-seed.ts";
import { quickest, timed, type BenchRow } from "./bench-row.ts";
import type { ProbeFigures } from "./candidates/probe.ts";
import { makeProvince, type ProvinceSize } from "./candidates/province.ts";
import { allCandidates } from "#test/support/all-candidates.ts";

const asOf = "2026-11-24";
const middle = { parks: 100, enterprises: 3000, listings: 20_000, exchanges: 10_000 };
/** Eighty firms a park. */
const quarter = { parks: 63, enterprises: 5000, listings: 25_000, exchanges: 5000 };
const whole = { parks: 250, enterprises: 20_000, listings: 100_000, exchanges: 20_000 };
const perOffer = 20;

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

/** A province in a process of its own, so that its memory is its own. */
function probe(size: ProvinceSize): ProbeFigures {
  const script = new URL("./candidates/probe.ts", import.meta.url).pathname;
  return JSON.parse(execFileSync(process.execPath, [script, JSON.stringify(size)], { encoding: "utf8" }));
}

/** Pages of a province of 20,000 enterprises, and how their cost grows from a quarter of it at equal firms a park. */
function pagesOfProvinces(): readonly BenchRow[] {
  const [small, large] = [probe(quarter), probe(whole)];
  const row = (name: string, value: number, most: number, peerMs: number | null = null): BenchRow => ({
    name,
    ours: "first page",
    peer: peerMs === null ? "no peer" : "scan of the needs of one code",
    oursMs: value,
    peerMs,
    value,
    goal: { atMost: most },
  });
  return [
    row("a park of 20,000 enterprises and 100,000 listings, median ms", large.parkMs.median, 20),
    row("one listing of 100,000, p99 ms", large.listingMs.p99, 2, large.scanMs.p99),
    {
      ...row("memory of 100,000 listings, MB", large.rssMb, 400),
      ours: "of it records",
      oursMs: large.recordsMb,
    },
    row("growth of a park's page, log-log slope", slope(small.parkMs.median, large.parkMs.median), 1.15),
    row("growth of one listing, log-log slope", slope(small.listingMs.median, large.listingMs.median), 1.15),
  ];
}

const slope = (small: number, large: number) =>
  Math.log(large / small) / Math.log(whole.listings / quarter.listings);

/** Candidates of the real seeds, of a province against a plain double loop, and the pages of large provinces. */
export async function run(): Promise<readonly BenchRow[]> {
  const seeds = readSeedNetwork();
  const seedMs = await quickest(8, () => allCandidates(seeds, { asOf }));
  const matcher = createMatcher(seeds, { asOf });
  const heads = matcher.all();
  const worldsMs = await quickest(4, () => heads.map((head) => matcher.explain(head)));
  const province = makeProvince(middle);
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
      name: "every candidate of the seeds written out, 200 worlds each, ms",
      ours: "write out candidates",
      peer: "no peer",
      oursMs: worldsMs,
      peerMs: null,
      value: worldsMs,
      goal: { atMost: 2000 },
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
    ...pagesOfProvinces(),
  ];
}
