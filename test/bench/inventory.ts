import { estimate } from "#graph/inventory/estimates.ts";
import { seededRandom } from "#seeds/random.ts";
import { readSeedNetwork } from "#seeds/read-seed.ts";
import { quickest, type BenchRow } from "./bench-row.ts";

const enterpriseCount = 100_000;

/** Estimates of 100k enterprises that do, at other amounts, what those of the shipped data do. */
export async function run(): Promise<readonly BenchRow[]> {
  const seeds = readSeedNetwork();
  const random = seededRandom(1);
  const models = seeds.activities.filter(({ status, amount }) => status === "operating" && amount !== null);
  const enterprises = Array.from({ length: enterpriseCount }, (_, index) => ({
    id: `e${index}`,
    provinceCode: index % 2 === 0 ? "37" : "32",
  }));
  const activities = enterprises.flatMap(({ id }, index) => {
    const model = models[Math.floor(random() * models.length)];
    return model === undefined
      ? []
      : [{ ...model, id: `a${index}`, enterpriseId: id, amount: 1 + random() * 1e6 }];
  });
  const { coefficients, resources } = seeds;
  const input = { activities, coefficients, enterprises, resources };
  const oursMs = await quickest(5, () => estimate(input));
  return [
    {
      name: "estimates of 100,000 enterprises, ms",
      ours: "activities × coefficients",
      peer: "no peer",
      oursMs,
      peerMs: null,
      value: oursMs,
      goal: { atMost: 1000 },
    },
  ];
}
