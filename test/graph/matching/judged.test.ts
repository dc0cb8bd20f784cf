import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { openCandidateList } from "#graph/matching/candidate-list.ts";
import { foldCandidates } from "#graph/matching/ranking/fold.ts";
import { readSeedNetwork } from "#seeds/read-seed.ts";

type Verdict = "S" | "W" | "N";

/**
 * Candidates of the shipped data and decoys (a supplier with the receiver of another candidate), shuffled and judged by
 * two readers who saw neither score nor rank: S sensible, W plausible but weak, N nonsense. Read on 2026-11-30.
 */
interface Judged {
  readonly supplier_id: string;
  readonly receiver_id: string;
  readonly code: string;
  readonly decoy: "yes" | "no";
  readonly reader_a: Verdict;
  readonly reader_b: Verdict;
}

const file = join(import.meta.dirname, "../../fixtures/judged-candidates.csv");
const judged: readonly Judged[] = parse(readFileSync(file), { columns: true });
const keyOf = (row: Judged) => [row.supplier_id, row.receiver_id, row.code].join(" ");
const bothSay = (verdict: Verdict) =>
  judged.filter(({ reader_a, reader_b }) => reader_a === verdict && reader_b === verdict).map(keyOf);

const list = openCandidateList(readSeedNetwork(), "2026-11-30");
const keysOf = (heads: ReturnType<typeof list.select>) =>
  heads.map(({ supplier, receiver, resourceCode }) =>
    [supplier.enterpriseId, receiver.enterpriseId, resourceCode].join(" "),
  );

/** Cohen's κ of the two readers. */
function kappaOf(rows: readonly Judged[]): number {
  const share = (holds: (row: Judged) => boolean) => rows.filter(holds).length / rows.length;
  const agreed = share(({ reader_a, reader_b }) => reader_a === reader_b);
  const byChance = (["S", "W", "N"] as const)
    .map((one) => share(({ reader_a }) => reader_a === one) * share(({ reader_b }) => reader_b === one))
    .reduce((sum, each) => sum + each, 0);
  return (agreed - byChance) / (1 - byChance);
}

describe("candidates judged by two readers", () => {
  it("are judged alike: kappa at least .6, with the decoys and without", () => {
    expect(kappaOf(judged)).toBeGreaterThan(0.6);
    expect(kappaOf(judged.filter(({ decoy }) => decoy === "no"))).toBeGreaterThan(0.6);
  });

  it("hold nothing among the first sixty that both call nonsense", () => {
    const first = keysOf(foldCandidates(list.select({ list: "between-parks" })).slice(0, 60));
    const nonsense = new Set(bothSay("N"));
    expect(nonsense.size).toBeGreaterThan(15);
    expect(first.filter((key) => nonsense.has(key))).toEqual([]);
  });

  it("keep all that both call sensible in one of the open lists", () => {
    const open = new Set(keysOf(list.select({ list: "all" })));
    expect(bothSay("S").length).toBeGreaterThan(15);
    expect(bothSay("S").filter((key) => !open.has(key))).toEqual([]);
  });
});
