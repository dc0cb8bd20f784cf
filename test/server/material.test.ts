import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ResponseOf } from "#graph/schema/api/contract.ts";
import { noFilter, toQuery } from "#graph/schema/filter/filter.ts";
import { readSeed } from "#seeds/read-seed.ts";
import { startServer, type RunningServer } from "./support/running-server.ts";

let server: RunningServer;
beforeAll(async () => {
  server = await startServer(readSeed());
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
});

const materialOf = (id: string, query = "") =>
  server.get<ResponseOf<"material">>(`/api/materials/${encodeURIComponent(id)}${query}`);
const totalOf = async (list: string, id: string, query = "") =>
  (await server.get<{ total: number }>(`/api/${list}?resource=${encodeURIComponent(id)}${query}`)).total;

describe("one material", () => {
  test.each(["SW10", "WA10", "EN", "HW", "副产盐酸", "电厂余热供暖(大唐热力出线)"])(
    "%s, when asked for, then counts what the lists hold, under a filter and without",
    async (id) => {
      const material = await materialOf(id);
      const { offerCount, needCount, notOpenCount, facets } = material;
      expect(offerCount + needCount + notOpenCount).toBe(await totalOf("listings", id));
      expect(facets.matching).toBe(await totalOf("exchanges", id));
      const everything = new URLSearchParams(toQuery(noFilter)).toString();
      expect(facets.total).toBe(await totalOf("exchanges", id, `&${everything}`));
      const narrow = "status=planned,historic&province=37";
      expect((await materialOf(id, `?${narrow}`)).facets.matching).toBe(
        await totalOf("exchanges", id, `&${narrow}`),
      );
    },
  );

  test("phosphogypsum, whose one exchange is internal reuse, when asked for, then says what hides it", async () => {
    const { facets } = await materialOf("SW10");
    const internal = facets.total - facets.matching;
    expect(internal).toBeGreaterThan(0);
    const shown = await materialOf("SW10", "?internal=yes");
    expect(shown.facets.matching).toBeGreaterThan(facets.matching);
  });

  test("a name that is the name of a code, when asked for, then answers as the code", async () => {
    const [byName, byCode] = [await materialOf("粉煤灰"), await materialOf("SW02")];
    expect(byName).toEqual(byCode);
  });

  test("a stranger, when asked for, then is an unknown id, on its page and in every list", async () => {
    for (const path of ["/api/materials/moonlight", "/api/listings?resource=moonlight"]) {
      const { status, body } = await server.ask(path);
      expect([status, JSON.parse(body.toString()).code]).toEqual([404, "unknown-id"]);
    }
  });
});
