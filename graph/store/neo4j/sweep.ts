import neo4j, { type ManagedTransaction } from "neo4j-driver";
import { recordKinds } from "#graph/schema/records/records.ts";
import {
  dropClosed,
  dropIdentities,
  dropUncommitted,
  findSweepable,
  forgetBefore,
  identified,
  reopen,
} from "./cypher.ts";
import type { Lease } from "./lease.ts";

/** Nodes of one kind taken away in one transaction. */
const sweepSize = 2000;

interface Step {
  readonly statement: string;
  readonly version: number;
  /** Key of the last node that is done; empty at the beginning. */
  readonly after?: string;
}

/** Takes away everything an unfinished import left, the caller's own included: nothing of it was ever visible. */
export async function sweepUncommitted(lease: Lease): Promise<void> {
  const statements = [
    ...recordKinds.map(dropUncommitted),
    ...recordKinds.map(reopen),
    ...identified.map(dropIdentities),
  ];
  await sweep(
    lease,
    statements.map((statement) => ({ statement, version: lease.base })),
  );
}

/**
 * Takes away states that ended with a version at least `retentionMs` old: a reader that began before it has either
 * finished or learns from `oldestVersion` that it must begin again.
 */
export async function sweepClosed(lease: Lease, retentionMs: number): Promise<void> {
  const version = await lease.write(async (transaction) => {
    const found = await transaction.run(findSweepable, { retentionMs: neo4j.int(retentionMs) });
    const newest: unknown = found.records[0]?.get("version");
    if (typeof newest !== "number") return null;
    await transaction.run(forgetBefore, { version: neo4j.int(newest) });
    return newest;
  });
  if (version === null) return;
  await sweep(
    lease,
    recordKinds.map((kind) => ({ statement: dropClosed(kind), version })),
  );
}

/** Runs every step until it finds nothing more; a little of all of them in each transaction. */
async function sweep(lease: Lease, steps: readonly Step[]): Promise<void> {
  let open = steps;
  while (open.length > 0) {
    const current = open;
    open = await lease.write(async (transaction) => {
      const unfinished: Step[] = [];
      for (const step of current) {
        const { done, last } = await runStep(transaction, step);
        if (done === sweepSize) unfinished.push({ ...step, after: last });
      }
      return unfinished;
    });
  }
}

async function runStep(
  transaction: ManagedTransaction,
  { statement, version, after = "" }: Step,
): Promise<{ done: number; last: string }> {
  const parameters = { version: neo4j.int(version), limit: neo4j.int(sweepSize), after };
  const [found] = (await transaction.run(statement, parameters)).records;
  const last: unknown = found?.has("last") === true ? found.get("last") : "";
  return { done: Number(found?.get("done") ?? 0), last: typeof last === "string" ? last : "" };
}
