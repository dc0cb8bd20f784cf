import type { BenchRow } from "./bench-row.ts";

/** Name on the command line → bench. */
const benches: Readonly<Record<string, () => Promise<{ run: () => Promise<readonly BenchRow[]> }>>> = {
  store: () => import("./store.ts"),
  neo4j: () => import("./neo4j.ts"),
  metrics: () => import("./metrics.ts"),
  candidates: () => import("./candidates.ts"),
  inventory: () => import("./inventory.ts"),
  server: () => import("./server.ts"),
  stage: () => import("./stage.ts"),
  client: () => import("./client.ts"),
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(benches, name));
if (unknown.length > 0) {
  console.error(`No bench is called ${unknown.join(", ")}; there are ${Object.keys(benches).join(", ")}`);
  process.exit(2);
}

let missed = 0;
for (const [name, load] of Object.entries(benches)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const { run } = await load();
  for (const row of await run()) {
    if (!isReached(row)) missed += 1;
    console.log(lineOf(row));
  }
}
console.log(missed === 0 ? "All goals reached" : `${missed} goals missed`);
process.exitCode = missed === 0 ? 0 : 1;

function isReached({ value, goal }: BenchRow): boolean {
  return "atLeast" in goal ? value >= goal.atLeast : value <= goal.atMost;
}

function lineOf(row: BenchRow): string {
  const { goal } = row;
  const bound = "atLeast" in goal ? `≥ ${goal.atLeast}` : `≤ ${goal.atMost}`;
  const peer = row.peerMs === null ? row.peer : `${row.peer} ${Math.round(row.peerMs)} ms`;
  return `${isReached(row) ? "ok  " : "MISS"} ${row.name}: ${row.value.toFixed(2)} (goal ${bound}); ${row.ours} ${Math.round(row.oursMs)} ms, ${peer}`;
}
