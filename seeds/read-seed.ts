import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { SymbiosisError } from "#graph/errors.ts";
import { readRecordFiles } from "#graph/formats/records/read-records.ts";
import { checkRecords } from "#graph/schema/checks/check-network.ts";
import { withoutFollowUps } from "#graph/schema/checks/follow-up-issues.ts";
import { emptyNetwork, type Network } from "#graph/schema/records/network.ts";
import { keyOf, recordKinds, type TaggedRecord } from "#graph/schema/records/records.ts";

/** Folder of the facts the product ships with. */
export const seedFolder = join(import.meta.dirname, "shandong-jiangsu");

/**
 * Reads the record files of a seed folder, in the order of the files' names, and checks them.
 * Throws SymbiosisError `seed-unreadable`, with every error, where one of them is not sound.
 */
export function readSeed(folder: string = seedFolder): TaggedRecord[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".csv"));
  const files = names.sort().map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
  const { records, issues, locate } = readRecordFiles(files);
  const between = checkRecords(records, emptyNetwork, locate);
  const faults = [...issues, ...withoutFollowUps(issues, between)].filter(
    ({ severity }) => severity === "error",
  );
  if (faults.length > 0)
    throw new SymbiosisError("seed-unreadable", `${faults.length} faults in the seed files of ${folder}`, {
      details: faults.map(({ file, line, column, reason }) => ({
        pointer: [file, line, column].filter((part) => part !== null).join(":"),
        message: reason.en,
      })),
    });
  return records;
}

/** The seed as a network of version 1, each kind ascending by key: what a store returns after one import. */
export function readSeedNetwork(folder: string = seedFolder): Network {
  const tagged = readSeed(folder).sort((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1));
  const kinds = recordKinds.map((kind) => [
    kind,
    tagged.filter((each) => each.kind === kind).map((each) => each.record),
  ]);
  return { ...emptyNetwork, ...(Object.fromEntries(kinds) as Omit<Network, "version">), version: 1 };
}
