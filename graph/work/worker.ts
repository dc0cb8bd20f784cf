import { employ } from "#graph/metrics/kernel/parts.ts";
import { SymbiosisError, type ErrorCode, type ErrorDetail } from "#graph/errors.ts";
import { openCrew, type ThreadCrew } from "./crew.ts";
import { unpack, type Packed } from "./packed-subject.ts";
import { runTask, type TaskInput, type TaskName, type TaskOutput, type TaskSubject } from "./tasks.ts";

export interface Job<K extends TaskName = TaskName> {
  readonly name: K;
  readonly input: TaskInput<K>;
  readonly subject: Packed;
  /** Threads that help this one with what falls into parts. */
  readonly helpers: number;
  /** Parts that are done of the present step of the work, and all of them. */
  readonly progress: Int32Array;
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

/** Of each form of network the one that was unpacked last: records, and one that was sent. */
const kept = new Map<string, { readonly token: string; readonly subject: TaskSubject<TaskName> }>();

let crew: ThreadCrew | null = null;

/** Entry of a worker thread. */
export function runJob<K extends TaskName>({
  name,
  input,
  subject: packed,
  helpers,
  progress,
}: Job<K>): Outcome<K> {
  crew ??= openCrew(helpers);
  crew.progress = progress;
  employ(crew);
  try {
    return { value: runTask(name, unpackedOf(packed) as TaskSubject<K>, input) };
  } catch (error) {
    if (!(error instanceof SymbiosisError)) throw error;
    const { code, message, details } = error;
    return { failure: { code, message, details } };
  }
}

function unpackedOf(packed: Packed): TaskSubject<TaskName> {
  const form = packed.lists.map(({ name }) => name).join();
  const known = kept.get(form);
  if (known?.token === packed.token) return known.subject;
  kept.delete(form);
  const subject = unpack(packed) as unknown as TaskSubject<TaskName>;
  kept.set(form, { token: packed.token, subject });
  return subject;
}
