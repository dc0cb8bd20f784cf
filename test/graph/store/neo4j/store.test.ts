import * as fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { metrics } from "#graph/metrics/catalogue.ts";
import { computeMetric } from "#graph/metrics/compute.ts";
import { type NetworkFilter, noFilter } from "#graph/schema/filter/filter.ts";
import type { Network } from "#graph/schema/records/network.ts";
import type { TaggedRecord } from "#graph/schema/records/records.ts";
import type { GraphStore } from "#graph/store/graph-store.ts";
import { openNeo4jStore } from "#graph/store/neo4j/store.ts";
import { openStore } from "#graph/store/open-store.ts";
import { hashNetwork } from "#graph/store/records/content-hash.ts";
import { readSeed } from "#seeds/read-seed.ts";
import { synthesize } from "#seeds/synthesize.ts";
import { graphStoreContract } from "#test/contracts/graph-store.ts";
import { expectAgreement, operations, type ReopenableStore } from "#test/contracts/operation-sequences.ts";
import { neo4jForSuite } from "#test/support/neo4j/neo4j-for-suite.ts";
import { sequences } from "#test/support/long-run.ts";
import { allCandidates } from "#test/support/all-candidates.ts";

const neo4j = await neo4jForSuite();
afterAll(async () => neo4j?.[Symbol.asyncDispose]());

const seed = 20261124;
const minutes = 60_000;

describe.skipIf(neo4j === null)("on a real Neo4j 5.26 Community", () => {
  /** A loaded machine is slow, and these tests are about answers, not about time. */
  const patient = { readMs: 60_000, snapshotMs: 60_000, retryMs: 30_000 };
  const uri = neo4j?.uri ?? "";

  async function openEmpty(): Promise<GraphStore> {
    await neo4j?.empty();
    return openNeo4jStore(uri, patient);
  }

  graphStoreContract("neo4j:", openEmpty, 10 * minutes);

  test(
    `${sequences.neo4j} sequences of operations leave it, the embedded store and the model in one state (seed ${seed})`,
    { timeout: 60 * minutes },
    async () => {
      const reopenable = (store: GraphStore): ReopenableStore => ({
        store,
        async reopen() {
          // A store in memory ends with its connection: it stays open.
          if (store.scheme === "sqlite") return reopenable(store);
          await store.close();
          return reopenable(openNeo4jStore(uri, patient));
        },
      });
      let agreed = 0;
      await fc.assert(
        fc.asyncProperty(operations, async (steps) => {
          const stores = [await openStore("sqlite::memory:"), await openEmpty()];
          const last = await expectAgreement(steps, stores.map(reopenable));
          for (const { store } of last) await store.close();
          agreed += 1;
        }),
        { seed, numRuns: sequences.neo4j },
      );
      expect(agreed).toBe(sequences.neo4j);
    },
  );

  describe("what is computed from it is byte for byte what the embedded store gives", () => {
    const resources = readSeed().filter(({ kind }) => kind === "resources");
    const synthetic = synthesize({
      parks: 40,
      enterprises: 600,
      listings: 800,
      exchanges: 700,
      seed: 7,
      resources: resources.flatMap(({ kind, record }) => (kind === "resources" ? [record] : [])),
    });
    test.each<readonly [string, () => readonly TaggedRecord[]]>([
      ["the real seeds", () => readSeed()],
      ["a synthetic province", () => [...resources, ...synthetic]],
    ])("for %s", { timeout: 10 * minutes }, async (_, records) => {
      const source = { label: "test", now: new Date("2026-11-24T08:00:00.000Z") };
      await using embedded = await openStore("sqlite::memory:");
      await using remote = await openEmpty();
      const all = records();
      await embedded.importRecords(all, source);
      await remote.importRecords(all, source);
      const [here, there] = [await embedded.readNetwork(), await remote.readNetwork()];
      expect(hashNetwork(there)).toBe(hashNetwork(here));
      expect(there).toEqual(here);
      expect(answersOf(there)).toBe(answersOf(here));
    });
  });
});

/** Every metric report and the whole list of candidates, as the bytes that would leave the service. */
function answersOf(network: Network): string {
  const reports = metrics.map(({ description: { id, needsOneLayer } }) => {
    const filter: NetworkFilter = needsOneLayer ? { ...noFilter, layers: ["material"] } : noFilter;
    return computeMetric(id, network, filter);
  });
  return JSON.stringify([reports, allCandidates(network, { asOf: "2026-11-24" })]);
}
