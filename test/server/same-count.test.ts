import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ResponseOf } from "#graph/schema/api/contract.ts";
import { readSeed } from "#seeds/read-seed.ts";
import { startServer, type RunningServer } from "./support/running-server.ts";

let server: RunningServer;
beforeAll(async () => {
  server = await startServer(readSeed());
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
});

const everything =
  "status=operating,planned,under-construction,historic&internal=yes&linkKind=by-product,utility,product,water-supply";

const sum = (flows: readonly { readonly exchangeCount: number }[]) =>
  flows.reduce((total, { exchangeCount }) => total + exchangeCount, 0);

describe("table, map, panel and list", () => {
  test.each(["", "province=37", "layer=water&status=planned,operating", "yearFrom=2015", everything])(
    "under '%s', when they count the exchanges of a park, then give one number",
    async (query) => {
      const { items: parks } = await server.get<ResponseOf<"parks">>(`/api/parks?limit=500&${query}`);
      const { items: places } = await server.get<ResponseOf<"places">>(`/api/places?${query}`);
      const busiest = parks.toSorted((left, right) => right.exchangeCount - left.exchangeCount).slice(0, 12);
      expect(busiest[0]?.exchangeCount).toBeGreaterThan(0);
      for (const { id, exchangeCount, recordedCount } of busiest) {
        const placeId = `park:${id}`;
        const panel = await server.get<ResponseOf<"place">>(`/api/places/${placeId}?${query}`);
        const list = await server.get<ResponseOf<"exchanges">>(`/api/exchanges?place=${placeId}&${query}`);
        const all = await server.get<ResponseOf<"exchanges">>(
          `/api/exchanges?place=${placeId}&${everything}`,
        );
        const inPanel =
          query === everything
            ? sum([...panel.outgoing, ...panel.incoming, ...panel.inside, ...panel.internalReuse])
            : sum([...panel.outgoing, ...panel.incoming, ...panel.inside]);
        expect([
          id,
          places.find((place) => place.id === placeId)?.exchangeCount,
          inPanel,
          list.total,
        ]).toEqual([id, exchangeCount, exchangeCount, exchangeCount]);
        expect([id, recordedCount, panel.recordedCount]).toEqual([id, all.total, all.total]);
      }
    },
  );
});
