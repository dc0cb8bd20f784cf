import { SymbiosisError, type ErrorCode, type ErrorDetail } from "#graph/errors.ts";
import type { Network } from "#graph/schema/records/network.ts";
import { unpackNetwork, type PackedNetwork } from "./packed-network.ts";
import { runTask, type TaskInput, type TaskName, type TaskOutput } from "./tasks.ts";

export interface Job<K extends TaskName = TaskName> {
  readonly name: K;
  readonly input: TaskInput<K>;
  readonly network: PackedNetwork;
}

/** A failure on purpose, spelled out: the clone between threads would keep its message only. */
export type Outcome<K extends TaskName> =
  | { readonly value: TaskOutput<K> }
  | {
      readonly failure: {
        readonly code: ErrorCode;
        readonly message: string;
        readonly details: readonly ErrorDetail[];
      };
    };

let kept: { readonly token: string; readonly network: Network } | null = null;

/** Entry of a worker thread; keeps the network it unpacked last. */
export function runJob<K extends TaskName>({ name, input, network: packed }: Job<K>): Outcome<K> {
  if (kept?.token !== packed.token) kept = { token: packed.token, network: unpackNetwork(packed) };
  try {
    return { value: runTask(name, kept.network, input) };
  } catch (error) {
    if (!(error instanceof SymbiosisError)) throw error;
    const { code, message, details } = error;
    return { failure: { code, message, details } };
  }
}
