import { cpus, loadavg } from "node:os";
import { environ } from "#graph/metrics/kernel/flow/environ.ts";
import { utility, utilitySpectralRadius } from "#graph/metrics/kernel/flow/utility.ts";
import { betweennessWithError } from "#graph/metrics/kernel/betweenness.ts";
import { betweenness } from "#graph/metrics/kernel/betweenness.ts";
import { alone, employ } from "#graph/metrics/kernel/parts.ts";
import { seededRandom } from "#graph/metrics/kernel/random.ts";
import { allStarts, startNodes } from "#graph/metrics/kernel/start-nodes.ts";
import type { FlowSystem } from "#graph/metrics/kernel/flow/flow-system.ts";
import type { Csr } from "#graph/projection/graphs/csr.ts";
import { openCrew } from "#graph/work/crew.ts";
import { exactJobs, graphologyOf, linearJobs, tieOf, type Job } from "./kernels/jobs.ts";
import { openPeers, type PeerTimes } from "./kernels/peers.ts";
import { makeProvince, type Province } from "./kernels/provinces.ts";

/**
 * Kernels of metrics against graphology-metrics, python-igraph, NetworkX and NumPy, side by side in one run.
 * `npm run bench:metrics -- [--rounds 5] [--small] [--cpu]`: medians; `--small` leaves out the provinces above 5k, `--cpu`
 * counts processor time, for a machine that others use too (all threads of NumPy together; ours with two threads are left
 * out).
 */
const rounds = Number(/--rounds[ =](\d+)/.exec(process.argv.join(" "))?.[1] ?? 5);
const isCpu = process.argv.includes("--cpu");
const isSmall = process.argv.includes("--small");
const goals = { ena: 3, slope: 1.2, sampledMs: 5000, overlap: 0.9 } as const;
let missed = 0;
const pair = openCrew(1);

const peers = await openPeers();
const { model = "unknown processor" } = cpus()[0] ?? {};
console.log(
  `${model}, ${cpus().length} threads, load ${loadavg()[0]?.toFixed(1)}; ${isCpu ? "processor time" : "wall time"}, median of ${rounds}; Node ${process.versions.node}`,
);
console.log(
  typeof peers === "string"
    ? peers
    : Object.entries(peers.versions)
        .map((pair) => pair.join(" "))
        .join(", "),
);
console.log("| job | nodes/links | ours, ms | igraph | NetworkX | graphology | NumPy | ours / peer | goal |");
console.log("|---|---|---|---|---|---|---|---|---|");
try {
  const small = makeProvince(5000, 20_000);
  await contest(exactJobs, small);
  await contest(linearJobs, small, false);
  if (!isSmall) {
    await contest(exactJobs, makeProvince(20_000, 80_000));
    const large = makeProvince(100_000, 400_000);
    await contest(linearJobs, large);
    reportGrowth(small, large);
    reportSample(makeProvince(20_000, 80_000), large);
  }
  await contestInverse(1000);
} finally {
  pair[Symbol.dispose]();
  if (typeof peers !== "string") peers[Symbol.dispose]();
}
console.log(missed === 0 ? "All goals reached" : `${missed} goals missed`);
process.exitCode = missed === 0 ? 0 : 1;

/** `isJudged`: whether goals count; small provinces are over before a program is compiled. */
async function contest(jobs: readonly Job[], province: Province, isJudged = true) {
  const tie = tieOf(province);
  const graph = province.csr.nodeCount <= 5000 ? graphologyOf(province) : null;
  for (const job of jobs) {
    const ours = median(() => job.ours(province, tie));
    const graphology =
      graph === null || job.graphology === undefined ? null : median(() => job.graphology?.(graph));
    const times = await askPeers(job, province);
    print({
      name: job.name,
      size: province.name,
      ours: ours.ms,
      graphology: graphology?.ms,
      times,
      goal: isJudged ? job.goal : null,
    });
    if (job.pairGoal !== undefined && !isCpu) contestInPairs(job, { province, tie, times, isJudged });
    if (typeof ours.value === "number" && typeof times.igraph?.value === "number")
      report(`modularity of ${job.name}, below igraph's by`, times.igraph.value - ours.value, 0.002);
  }
}

interface Contest {
  readonly province: Province;
  readonly tie: Csr;
  readonly times: PeerTimes;
  readonly isJudged: boolean;
}

/** The same by this thread and a helper; the wall clock alone tells what two are worth. */
function contestInPairs(job: Job, { province, tie, times, isJudged }: Contest) {
  employ(pair);
  const { ms } = median(() => job.ours(province, tie));
  employ(alone);
  const goal = isJudged ? (job.pairGoal ?? null) : null;
  print({ name: `${job.name}, two threads`, size: province.name, ours: ms, times, goal });
}

async function askPeers(job: Job, province: Province): Promise<PeerTimes> {
  if (typeof peers === "string") return {};
  return peers.ask({
    job: job.name,
    path: peers.pathOf(province),
    rounds,
    cpu: isCpu,
    networkx: job.networkx,
  });
}

async function contestInverse(size: number) {
  const system = denseSystem(size);
  const ours = median(() => [environ(system), utility(system), utilitySpectralRadius(system)]);
  const times = typeof peers === "string" ? {} : await peers.ask({ job: "ena", size, rounds, cpu: isCpu });
  print({
    name: "ecological network analysis",
    size: `${size} nodes, half of all cells`,
    ours: ours.ms,
    times,
    goal: goals.ena,
  });
}

function denseSystem(size: number): FlowSystem {
  const random = seededRandom(1);
  const cells = Array.from({ length: size * size }, (_, cell) => cell).filter(() => random() < 0.5);
  return {
    nodeCount: size,
    sources: Uint32Array.from(cells, (cell) => Math.floor(cell / size)),
    targets: Uint32Array.from(cells, (cell) => cell % size),
    flows: Float64Array.from(cells, () => random()),
    inputs: Float64Array.from({ length: size }, () => 10 * random()),
    exports: new Float64Array(size),
    respirations: new Float64Array(size),
  };
}

/** Slope of the logarithm of time over that of size, links counted. */
function reportGrowth(small: Province, large: Province) {
  const [smallTie, largeTie] = [tieOf(small), tieOf(large)];
  const factor = Math.log(large.csr.targets.length / small.csr.targets.length);
  for (const job of linearJobs) {
    const slope =
      Math.log(median(() => job.ours(large, largeTie)).ms / median(() => job.ours(small, smallTie)).ms) /
      factor;
    report(`growth of ${job.name}, slope from ${small.name} to ${large.name}`, slope, goals.slope);
  }
}

/** A sample against the exact values where these are known, and its time where they are not. */
function reportSample(known: Province, large: Province) {
  const exact = betweenness(known.csr, allStarts(known.csr));
  const { scores, error } = betweennessWithError(known.csr, startNodes(known.csr, 1, 1000));
  const worst = scores.reduce((most, score, node) => Math.max(most, Math.abs(score - (exact[node] ?? 0))), 0);
  report("error of sampled betweenness, of the bound that it states", worst / error, 1);
  const top = (values: Float64Array) =>
    [...values.keys()].sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0)).slice(0, 50);
  const best = new Set(top(exact));
  const common = top(scores).filter((node) => best.has(node)).length / 50;
  report(
    "top 50 of sampled betweenness that are not those of the exact one, share",
    1 - common,
    1 - goals.overlap,
  );
  const ours = median(() => betweennessWithError(large.csr, startNodes(large.csr, 1, 0)));
  report(`sampled betweenness of ${large.name}, ms`, ours.ms, goals.sampledMs);
}

function median(work: () => unknown): { readonly ms: number; readonly value: unknown } {
  const runs = Array.from({ length: rounds }, () => {
    globalThis.gc?.();
    const started = now();
    const value = work();
    return { ms: now() - started, value };
  });
  runs.sort((a, b) => a.ms - b.ms);
  return runs[Math.floor(rounds / 2)] ?? { ms: Number.NaN, value: null };
}

function now(): number {
  const { user, system } = process.cpuUsage();
  return isCpu ? (user + system) / 1000 : performance.now();
}

interface Row {
  readonly name: string;
  readonly size: string;
  readonly ours: number;
  readonly graphology?: number | undefined;
  readonly times: PeerTimes;
  /** Null where nothing is demanded. */
  readonly goal: number | null;
}

function print({ name, size, ours, graphology, times, goal }: Row) {
  const text = (ms: number | undefined) => (ms === undefined ? "–" : ms.toFixed(ms < 10 ? 1 : 0));
  const peer = times.igraph?.ms ?? times.numpy?.ms;
  const ratio = peer === undefined ? null : ours / peer;
  const isMissed = ratio !== null && goal !== null && ratio > goal;
  if (isMissed) missed += 1;
  const cells = [
    name,
    size,
    text(ours),
    text(times.igraph?.ms),
    text(times.networkx?.ms),
    text(graphology),
    text(times.numpy?.ms),
    ratio === null ? "–" : `${ratio.toFixed(2)}${isMissed ? " (missed)" : ""}`,
    goal === null ? "–" : `≤ ${goal}`,
  ];
  console.log(`| ${cells.join(" | ")} |`);
}

function report(name: string, value: number, goal: number) {
  if (!(value <= goal)) missed += 1;
  console.log(
    `| ${name} | | | | | | | ${value.toFixed(4)}${value <= goal ? "" : " (missed)"} | ≤ ${goal.toFixed(3)} |`,
  );
}
