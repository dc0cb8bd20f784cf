import type { z } from "zod";
import { endpoints, type ResponseOf } from "#graph/schema/api/contract.ts";
import { longestAnalysisMs, type Endpoint, type RowResponse } from "#graph/schema/api/endpoint.ts";
import { Problem } from "#graph/schema/api/problem.ts";

type Endpoints = typeof endpoints;

/** Endpoints that answer JSON. */
export type JsonEndpoint = {
  [K in keyof Endpoints]: Endpoints[K]["response"] extends z.ZodType ? K : never;
}[keyof Endpoints];

type Written<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** What a request may say: the path's parameters and the query as text, and the body, all from its row. */
interface Input<R extends Endpoint> {
  readonly params?: z.input<R["params"]>;
  readonly query?: Written<z.input<R["query"]>>;
  readonly body?: R["body"] extends z.ZodType ? z.input<R["body"]> : never;
  /** Tag of what is changed, where the row asks for it. */
  readonly ifMatch?: string;
  readonly signal?: AbortSignal;
}

export type RequestInput<K extends JsonEndpoint> = Input<Endpoints[K]>;

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

/**
 * How long an answer is waited for, milliseconds. An analysis has the server's own limit and the way there and back:
 * who gives up before the server tells a slow answer as no answer, and asks for the same work again.
 */
export function patienceMsOf({ problems }: Endpoint): number {
  return problems.includes("analysis-too-long") ? longestAnalysisMs + 15_000 : 30_000;
}

type Texts = Readonly<Record<string, string | undefined>>;

/** Whether the server knows no such thing: asking again will not help, looking for it will. */
export function isUnknown(error: Error | null): boolean {
  return error instanceof ApiFailure && error.problem?.code === "unknown-id";
}

/** Address of an endpoint with its parameters filled in. */
export function addressOf(id: keyof Endpoints, params: Texts = {}, query: Texts = {}): string {
  return addressOfRow(endpoints[id], params, query);
}

function addressOfRow(row: Endpoint, params: Texts, query: Texts): string {
  const path = row.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ""));
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const text = new URLSearchParams(given).toString();
  return text === "" ? path : `${path}?${text}`;
}

/** Asks one endpoint and reads the answer with the contract's own schema. Throws ApiFailure, or the abort's reason. */
export async function request<K extends JsonEndpoint>(
  id: K,
  input: RequestInput<K> = {},
): Promise<ResponseOf<K>> {
  return await requestRow<Endpoints[K]>(endpoints[id], input);
}

/** The same for a row that need not be of our contract. */
export async function requestRow<R extends Endpoint>(row: R, input: Input<R>): Promise<RowResponse<R>> {
  const address = addressOfRow(row, (input.params ?? {}) as Texts, (input.query ?? {}) as Texts);
  const answer = await reach(address, row, input);
  const body: unknown = await answer.json().catch(() => null);
  if (!answer.ok) throw problemOf(answer, body);
  const schema = row.response as unknown as z.ZodType<RowResponse<R>>;
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

interface Sent {
  readonly body?: unknown;
  readonly ifMatch?: string;
  readonly signal?: AbortSignal;
}

async function reach(address: string, row: Endpoint, { body, ifMatch, signal }: Sent): Promise<Response> {
  const timeout = AbortSignal.timeout(patienceMsOf(row));
  try {
    return await fetch(address, {
      method: row.method.toUpperCase(),
      headers: {
        accept: "application/json",
        ...(ifMatch === undefined ? {} : { "if-match": ifMatch }),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
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
