import { parentPort } from "node:worker_threads";
import { betweennessKernel } from "#graph/metrics/kernel/betweenness.ts";
import { costReachKernel } from "#graph/metrics/kernel/cost-distances.ts";
import { reachKernel } from "#graph/metrics/kernel/distances.ts";
import type { PartKernel } from "#graph/metrics/kernel/parts.ts";
import { pathBetweennessKernel } from "#graph/metrics/kernel/path-betweenness.ts";
import { takeParts, type SharedWork } from "./shared-parts.ts";

/** Every kernel that falls into parts. */
const kernels = new Map(
  [betweennessKernel, reachKernel, costReachKernel, pathBetweennessKernel].map((kernel) => [
    kernel.name,
    kernel as PartKernel<object>,
  ]),
);

// A thread that does nothing but take parts of what another one works on. What it cannot take is left to that one.
parentPort?.on("message", (shared: SharedWork) => {
  const kernel = kernels.get(shared.kernel);
  if (kernel !== undefined) takeParts(kernel, shared.input, shared);
});
