import { setTimeout as wait } from "node:timers/promises";
import type { TaggedRecord } from "#graph/schema/records/records.ts";
import { openNeo4jStore } from "#graph/store/neo4j/store.ts";
import { openStore } from "#graph/store/open-store.ts";
import { numberedImport } from "./numbered-import.ts";

// Imports generation after generation into the store named on the command line, a file or a Neo4j address, until it is
// killed; `slowly` takes seconds for each and tells its progress.
const [place = "", pace] = process.argv.slice(2);
const isNeo4j = place.includes("://");
// A short lease and short transactions, so that the next process need not wait long for the end of a killed or frozen one.
const shortLease = { leaseMs: 1500, waitMs: 20_000, batchSize: 500, writeMs: 8000 };
const store = isNeo4j ? openNeo4jStore(place, shortLease) : await openStore(`sqlite:${place}`);
const { networkVersion } = await store.info();
for (let generation = networkVersion + 1; ; generation += 1) {
  process.stdout.write(`begin ${generation}\n`);
  const source = { label: `generation ${generation}`, now: new Date() };
  if (pace === "slowly")
    await store.importRecords(slowly(generation), {
      ...source,
      onProgress: (stored) => void process.stdout.write(`stored ${stored}\n`),
    });
  else await store.importRecords(numberedImport(generation), source);
  process.stdout.write(`end ${generation}\n`);
}

async function* slowly(generation: number): AsyncGenerator<TaggedRecord> {
  let number = 0;
  for (const record of numberedImport(generation)) {
    number += 1;
    if (number % 100 === 0) await wait(150);
    yield record;
  }
}
