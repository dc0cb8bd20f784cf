import { parseArgs } from "node:util";
import { SymbiosisError } from "#graph/errors.ts";
import type { TaggedRecord } from "#graph/schema/records/records.ts";
import type { Resource } from "#graph/schema/records/resource.ts";
import { itemAt, seededRandom, WeightedDraw, type Random } from "./random.ts";
import { readSeed } from "./read-seed.ts";
import { makeEnterprise, makeExchange, makeListing, makePark } from "./synthetic-records.ts";
import { drawEnds, settle } from "./synthetic-sites.ts";
import { writeRecordFiles } from "./write-record-files.ts";

/** How large a province to make, and of what. */
export interface SynthesizeOptions {
  readonly parks: number;
  readonly enterprises: number;
  readonly listings: number;
  readonly exchanges: number;
  /** Equal seeds and sizes give equal records. */
  readonly seed: number;
  /** The real code list: the only records a synthetic province points at and does not bring. */
  readonly resources: readonly Resource[];
}

/** Share of exchanges with both ends in one park, as far as parks have two enterprises or more. */
export const insideParkShare = 0.75;

/**
 * A province that does not exist, for tests of size: parks along the lines between the real city seats of Shandong
 * and Jiangsu, few large and many small; enterprises whose number of links has a heavy tail; 75 % of exchanges inside
 * parks; resource codes by Zipf's law. Every record is marked synthetic, and its id begins with `syn-`.
 * Yields parks, enterprises, exchanges, listings in this order, one at a time; holds about 20 bytes an enterprise.
 * Throws SymbiosisError `invalid-request` for sizes that do not fit together.
 */
export function* synthesize(options: SynthesizeOptions): Generator<TaggedRecord> {
  assertSizes(options);
  const random = seededRandom(options.seed);
  const cityCodes: string[] = [];
  for (let number = 0; number < options.parks; number += 1) {
    const record = makePark(number, random);
    cityCodes.push(record.cityCode);
    yield { kind: "parks", record };
  }
  const sites = settle(options, random);
  for (let number = 0; number < options.enterprises; number += 1) {
    const park = sites.parkOf[number] ?? 0;
    const cityCode = cityCodes[park] ?? null;
    const place = cityCode === null ? null : { park, cityCode };
    yield { kind: "enterprises", record: makeEnterprise({ number, place }, random) };
  }
  const drawResource = resourcesByZipf(options.resources, random);
  for (let number = 0; number < options.exchanges; number += 1) {
    const ends = drawEnds(sites, isInside(number), random);
    yield { kind: "exchanges", record: makeExchange({ number, ...ends, resource: drawResource() }, random) };
  }
  for (let number = 0; number < options.listings; number += 1) {
    const enterprise = sites.busyness.draw(random);
    yield { kind: "listings", record: makeListing({ number, enterprise, resource: drawResource() }, random) };
  }
}

function assertSizes({ parks, enterprises, listings, exchanges, seed, resources }: SynthesizeOptions): void {
  const refuse = (reason: string) => {
    throw new SymbiosisError("invalid-request", `No province can be made: ${reason}`);
  };
  for (const [name, size] of Object.entries({ parks, enterprises, listings, exchanges, seed }))
    if (!Number.isSafeInteger(size) || size < 0) refuse(`${name} must be a whole number, 0 or more`);
  if (listings > 0 && enterprises === 0) refuse("listings need an enterprise");
  if (exchanges > 0 && enterprises < 2) refuse("exchanges need two enterprises");
  if (listings + exchanges > 0 && resources.length === 0) refuse("the code list is empty");
}

/** Spreads the exchanges inside parks evenly, so that their share holds at any number of exchanges. */
function isInside(number: number): boolean {
  return Math.floor((number + 1) * insideParkShare) > Math.floor(number * insideParkShare);
}

/** Resources by Zipf's law: the n-th most common code is drawn in proportion to 1 / n; which is which is random. */
function resourcesByZipf(resources: readonly Resource[], random: Random): () => Resource {
  const order = resources
    .map((resource) => ({ resource, rank: random() }))
    .sort((left, right) => left.rank - right.rank);
  const draw = new WeightedDraw(order.length, (position) => 1 / (position + 1));
  return () => itemAt(order, draw.draw(random)).resource;
}

const usage = `Usage: node seeds/synthesize.ts [sizes] (--out <folder> | --store <url>)
Makes a province that does not exist, every record marked synthetic, with the real code list.
  --parks <n>        default 250
  --enterprises <n>  10000
  --listings <n>     20000
  --exchanges <n>    15000
  --seed <n>         1
  --out <folder>     writes the record files there
  --store <url>      imports the records into a store, such as sqlite:big.sqlite`;

async function main(argv: string[]): Promise<void> {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    args: argv,
    options: {
      parks: { ...text, default: "250" },
      enterprises: { ...text, default: "10000" },
      listings: { ...text, default: "20000" },
      exchanges: { ...text, default: "15000" },
      seed: { ...text, default: "1" },
      out: text,
      store: text,
      help: { type: "boolean", default: false },
    },
  });
  const { parks, enterprises, listings, exchanges, seed, out, store } = values;
  if (values.help || (out === undefined) === (store === undefined)) {
    console.log(usage);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const resources = readSeed().flatMap(({ kind, record }) => (kind === "resources" ? [record] : []));
  const options = {
    parks: Number(parks),
    enterprises: Number(enterprises),
    listings: Number(listings),
    exchanges: Number(exchanges),
    seed: Number(seed),
    resources,
  };
  const started = performance.now();
  if (out !== undefined) writeRecordFiles(withResources(options), out);
  if (store !== undefined) await importInto(store, options);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(`Made in ${seconds} s, at most ${peakMegabytes} MB of memory`);
}

function* withResources(options: SynthesizeOptions): Generator<TaggedRecord> {
  for (const record of options.resources) yield { kind: "resources", record };
  yield* synthesize(options);
}

async function importInto(url: string, options: SynthesizeOptions): Promise<void> {
  const { openStore } = await import("#graph/store/open-store.ts");
  await using store = await openStore(url);
  const { parks, enterprises, listings, exchanges, seed } = options;
  const label = `synthesize ${JSON.stringify({ parks, enterprises, listings, exchanges, seed })}`;
  await store.importRecords(withResources(options), { label, now: new Date() });
}

if (import.meta.main)
  try {
    await main(process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    const misused =
      error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
    process.exitCode = misused ? 2 : 1;
  }
