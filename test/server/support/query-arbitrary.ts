import * as fc from "fast-check";
import { z } from "zod";
import type { Endpoint } from "#graph/schema/api/endpoint.ts";

/** Parameter name → value. */
export type Parameters = Record<string, string>;

interface Shape {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  /** What stands in OpenAPI in its place: a list of these. */
  readonly override?: { readonly items: { readonly enum: string[] } };
  readonly maxLength?: number;
}

/** Values that a parameter's own schema allows, drawn from the schema; ids that exist are mixed in where it has a pattern. */
function valid(name: string, shape: Shape, knownIds: Readonly<Record<string, readonly string[]>>) {
  const known = knownIds[name];
  if (shape.enum !== undefined) return fc.constantFrom(...shape.enum);
  const members = shape.override?.items.enum;
  if (members !== undefined) return fc.subarray(members, { minLength: 1 }).map((chosen) => chosen.join(","));
  if (name === "limit") return fc.integer({ min: 1, max: 500 }).map(String);
  const free =
    shape.pattern === undefined
      ? fc.string({ minLength: 1, maxLength: Math.min(shape.maxLength ?? 40, 40) })
      : fc.stringMatching(new RegExp(shape.pattern));
  return known === undefined ? free : fc.oneof(fc.constantFrom(...known), free);
}

function shapesOf(schema: z.ZodObject): Readonly<Record<string, Shape>> {
  const { properties = {} } = z.toJSONSchema(schema, { io: "input" });
  return properties as Readonly<Record<string, Shape>>;
}

/** Path parameters as the contract wants them. */
export function validParams(
  row: Endpoint,
  knownIds: Readonly<Record<string, readonly string[]>>,
): fc.Arbitrary<Parameters> {
  return fc.record(
    Object.fromEntries(
      Object.entries(shapesOf(row.params)).map(([name, shape]) => [name, valid(name, shape, knownIds)]),
    ),
  );
}

/** Queries as the contract wants them, `cursor` left out: a valid one can only be had from an answer. */
export function validQuery(
  row: Endpoint,
  knownIds: Readonly<Record<string, readonly string[]>>,
): fc.Arbitrary<Parameters> {
  const shapes = Object.entries(shapesOf(row.query)).filter(([name]) => name !== "cursor");
  const required = shapes
    .map(([name]) => name)
    .filter((name) => !row.query.shape[name]?.safeParse(undefined).success);
  return fc.record(Object.fromEntries(shapes.map(([name, shape]) => [name, valid(name, shape, knownIds)])), {
    requiredKeys: required,
  });
}

const hostileText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.constantFrom(
    "",
    " ",
    "__proto__",
    "constructor",
    "null",
    "undefined",
    "NaN",
    "-1",
    "0",
    "1e309",
    "999999999999999999999999",
    "1,1",
    "yes,no",
    "[]",
    "{}",
    "../../etc/passwd",
    "' OR 1=1 --",
    "<script>alert(1)</script>",
    "=1+1",
    "\u202Etxt",
    "１２３",
    "\u{1F600}",
    "a".repeat(7000),
  ),
);

/** Pieces that no encoder makes. */
const rawPiece = fc.constantFrom(
  "%00",
  "%ff",
  "%",
  "%E4%B8",
  "%u4e00",
  "&&&",
  "=",
  "a[b]=c",
  "limit[]=1",
  "#",
  "%C0%AF",
);

/** Query strings near the contract and far from it: wrong values, strange names, repeats, broken escapes. */
export function hostileQuery(row: Endpoint): fc.Arbitrary<string> {
  const names = Object.keys(row.query.shape);
  const name = fc.oneof(
    names.length === 0 ? fc.constant("x") : fc.constantFrom(...names),
    fc.constantFrom("__proto__", "constructor", "toString", "Limit", "limit[]", "q.q", ""),
    fc.string({ maxLength: 10 }),
  );
  const pair = fc.tuple(name, hostileText).map(([left, right]) => `${encode(left)}=${encode(right)}`);
  return fc
    .array(fc.oneof({ weight: 4, arbitrary: pair }, { weight: 1, arbitrary: rawPiece }), { maxLength: 6 })
    .map((pieces) => pieces.join("&").replaceAll("#", "%23"));
}

export const hostileSegment = fc.oneof(
  hostileText.map((text) => encode(text.slice(0, 500))),
  fc.constantFrom("%00", "%ff", "%2F", "..", ".", "%2e%2e%2f", "%"),
);

/** Like encodeURIComponent; half a surrogate pair, which that refuses, becomes U+FFFD. */
export function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

export function toPath(row: Endpoint, params: Readonly<Parameters>): string {
  return row.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encode(params[name] ?? ""));
}

export function toQueryText(query: Readonly<Parameters>): string {
  return Object.entries(query)
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .join("&");
}
