import type { z } from "zod";
import { endpoints, type ResponseOf } from "#graph/schema/api/contract.ts";
import { Problem } from "#graph/schema/api/problem.ts";

type Endpoints = typeof endpoints;

/** Endpoints that answer JSON. */
export type JsonEndpoint = {
  [K in keyof Endpoints]: Endpoints[K]["response"] extends z.ZodType ? K : never;
}[keyof Endpoints];

type Written<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** What a request may say: the path's parameters and the query as text, both from the contract. */
export interface RequestInput<K extends JsonEndpoint> {
  readonly params?: z.input<Endpoints[K]["params"]>;
  readonly query?: Written<z.input<Endpoints[K]["query"]>>;
  readonly signal?: AbortSignal;
}

/** A request that did not bring an answer. `unreachable`: no answer at all; `unreadable`: not what the contract says. */
export class ApiFailure extends Error {
  readonly kind: "problem" | "unreachable" | "unreadable";
  readonly problem: Problem | null;

  constructor(kind: ApiFailure["kind"], message: string, problem: Problem | null = null) {
    super(message);
    this.name = "ApiFailure";
    this.kind = kind;
    this.problem = problem;
  }

  /** Whether the server or its store is away, for everybody and not for this question alone. */
  get isOutage(): boolean {
    return this.kind === "unreachable" || this.problem?.code === "store-unavailable";
  }

  /** Whether asking again may help. */
  get transient(): boolean {
    return this.isOutage || (this.problem?.status ?? 0) >= 503;
  }
}

const timeoutMs = 30_000;

/** Address of an endpoint with its parameters filled in. */
export function addressOf(
  id: keyof Endpoints,
  params: Readonly<Record<string, string>> = {},
  query: Readonly<Record<string, string | undefined>> = {},
): string {
  const path = endpoints[id].path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? ""),
  );
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const text = new URLSearchParams(given).toString();
  return text === "" ? path : `${path}?${text}`;
}

/** Asks one endpoint and reads the answer with the contract's own schema. Throws ApiFailure, or the abort's reason. */
export async function request<K extends JsonEndpoint>(
  id: K,
  input: RequestInput<K> = {},
): Promise<ResponseOf<K>> {
  const address = addressOf(id, input.params, input.query as Record<string, string | undefined> | undefined);
  const answer = await reach(address, input.signal);
  const body: unknown = await answer.json().catch(() => null);
  if (!answer.ok) throw problemOf(answer, body);
  const schema = endpoints[id].response as unknown as z.ZodType<ResponseOf<K>>;
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new ApiFailure("unreadable", `${address}: ${parsed.error.issues[0]?.message ?? "not as agreed"}`);
}

/** Whether the server and its store answer. */
export async function isReady(): Promise<boolean> {
  return await fetch("/readyz").then(
    ({ ok }) => ok,
    () => false,
  );
}

async function reach(address: string, signal: AbortSignal | undefined): Promise<Response> {
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    return await fetch(address, {
      headers: { accept: "application/json" },
      signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
    });
  } catch (error) {
    if (signal?.aborted === true) throw error;
    throw new ApiFailure("unreachable", `${address}: no answer`);
  }
}

function problemOf(answer: Response, body: unknown): ApiFailure {
  const problem = Problem.safeParse(body);
  return problem.success
    ? new ApiFailure("problem", problem.data.detail, problem.data)
    : new ApiFailure("unreadable", `${answer.url}: ${answer.status}`);
}
