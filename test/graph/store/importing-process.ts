import { openStore } from "#graph/store/open-store.ts";
import { numberedImport } from "./numbered-import.ts";

// Imports generation after generation into the store named on the command line, until it is killed.
const [path = ""] = process.argv.slice(2);
const store = await openStore(`sqlite:${path}`);
const { networkVersion } = await store.info();
for (let generation = networkVersion + 1; ; generation += 1) {
  process.stdout.write(`begin ${generation}\n`);
  await store.importRecords(numberedImport(generation), {
    label: `generation ${generation}`,
    now: new Date(),
  });
  process.stdout.write(`end ${generation}\n`);
}
