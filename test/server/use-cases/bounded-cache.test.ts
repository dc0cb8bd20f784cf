import * as fc from "fast-check";
import { expect, test } from "vitest";
import { BoundedCache } from "#server/use-cases/bounded-cache.ts";

test("a full cache, when something new comes, then what was used least recently goes", () => {
  const cache = new BoundedCache<number>(2);
  cache.set("a", 1);
  cache.set("b", 2);
  cache.get("a");
  cache.set("c", 3);
  expect([cache.get("a"), cache.get("b"), cache.get("c")]).toEqual([1, undefined, 3]);
});

test("any sequence of uses, when played, then the size is what is kept and never above the capacity", () => {
  const step = fc.record({ key: fc.constantFrom("a", "b", "c", "d"), size: fc.integer({ min: 0, max: 12 }) });
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const cache = new BoundedCache<number>(10, (size) => size);
      for (const { key, size } of steps) cache.set(key, size);
      const kept = ["a", "b", "c", "d"].map((key) => cache.get(key) ?? 0);
      expect(cache.size).toBe(kept.reduce((sum, size) => sum + size, 0));
      expect(cache.size).toBeLessThanOrEqual(10);
    }),
  );
});

test("a promise, when remembered, then is made once; when it fails, then it is made again", async () => {
  const cache = new BoundedCache<Promise<number>>(2);
  let made = 0;
  const make = () => {
    made += 1;
    return made === 1 ? Promise.reject(new Error("first")) : Promise.resolve(made);
  };
  await expect(cache.getOrCompute("a", make)).rejects.toThrow("first");
  expect(await cache.getOrCompute("a", make)).toBe(2);
  expect(await cache.getOrCompute("a", make)).toBe(2);
});
