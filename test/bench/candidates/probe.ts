import { makePoint } from "#graph/matching/ends/distance.ts";
import { greatCircleKm } from "#graph/projection/places/great-circle.ts";
import type { Network } from "#graph/schema/records/network.ts";
import { runTask } from "#graph/work/tasks.ts";
import type { CandidateSelection } from "#graph/matching/ranking/select.ts";
import { makeProvince } from "./province.ts";

/** What one province of a size costs: ms and MB. Times of pages are processor time, those of single listings wall time. */
export interface ProbeFigures {
  /** From the records to the first answer about one listing. */
  readonly openMs: number;
  readonly listingMs: Spread;
  /** First page of a park, asked for the first time. */
  readonly parkMs: Spread;
  /** The same page asked again. */
  readonly parkAgainMs: Spread;
  /** First page of the list of the whole province. */
  readonly provinceMs: number;
  /** One offer against every need of its code, nearest twenty kept: no rules, no gates, no page. */
  readonly scanMs: Spread;
  readonly recordsMb: number;
  readonly rssMb: number;
}

export interface Spread {
  readonly median: number;
  readonly p99: number;
  readonly most: number;
}

const asOf = "2026-11-24";
const pageLength = 50;
const perOffer = 20;

function probe(size: Parameters<typeof makeProvince>[0]): ProbeFigures {
  const network = makeProvince(size);
  const recordsMb = rssMb();
  const page = (selection: CandidateSelection) =>
    runTask("candidatePage", network, { asOf, selection, offset: 0, limit: pageLength });
  const [first, ...listings] = everyNth(network.listings, 301);
  const openMs = worked(() => page({ listingId: first?.id }));
  const listingTimes = quickestOfEach(
    listings.map(
      ({ id }) =>
        () =>
          page({ listingId: id }),
    ),
  );
  const parks = everyNth(network.parks, 20).map(({ id }) => {
    const park = () => page({ placeIds: [`park:${id}`] });
    return { first: worked(park), again: quickestOfEach([park])[0] ?? Number.NaN };
  });
  const provinceMs = worked(() => page({}));
  return {
    openMs,
    listingMs: spreadOf(listingTimes),
    parkMs: spreadOf(parks.map(({ first }) => first)),
    parkAgainMs: spreadOf(parks.map(({ again }) => again)),
    provinceMs,
    rssMb: rssMb(),
    recordsMb,
    scanMs: spreadOf(scanTimes(network)),
  };
}

function everyNth<T>(items: readonly T[], count: number): readonly T[] {
  const step = Math.max(1, Math.floor(items.length / count));
  return items.filter((_, at) => at % step === 0).slice(0, count);
}

/** Processor time of this thread, which other work on the machine does not touch; steps of some ms. */
function worked(work: () => unknown): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

/** Wall time of what is over too soon to be told by steps: the quickest of three rounds over all of them. */
function quickestOfEach(works: readonly (() => unknown)[]): readonly number[] {
  const best = works.map(() => Infinity);
  for (let round = 0; round < 3; round++)
    for (const [at, work] of works.entries()) {
      const started = performance.now();
      work();
      best[at] = Math.min(best[at] ?? Infinity, performance.now() - started);
    }
  return best;
}

function spreadOf(times: readonly number[]): Spread {
  const sorted = times.toSorted((left, right) => left - right);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return { median: at(0.5), p99: at(0.99), most: at(1) };
}

const rssMb = () => Math.round(process.memoryUsage().rss / 1e6);

function scanTimes({ parks, enterprises, listings }: Network): readonly number[] {
  const pointByPark = new Map(parks.map(({ id, lon, lat }) => [id, makePoint(lon, lat, 0)]));
  const pointOf = new Map(enterprises.map(({ id, parkId }) => [id, pointByPark.get(parkId ?? "")]));
  const needsByCode = Map.groupBy(
    listings.filter(({ direction }) => direction === "need"),
    ({ resourceCodes }) => resourceCodes[0] ?? "",
  );
  const offers = listings.filter(({ direction }) => direction === "offer");
  return quickestOfEach(
    everyNth(offers, 200).map(({ resourceCodes, enterpriseId }) => () => {
      const from = pointOf.get(enterpriseId);
      const distances = (needsByCode.get(resourceCodes[0] ?? "") ?? []).map((need) => {
        const to = pointOf.get(need.enterpriseId);
        return from === undefined || to === undefined ? Infinity : greatCircleKm(from, to);
      });
      return distances.sort((left, right) => left - right).slice(0, perOffer);
    }),
  );
}

// Alone in its process, so that its memory is its own.
if (import.meta.main) console.log(JSON.stringify(probe(JSON.parse(process.argv[2] ?? "{}"))));
