import { z } from "zod";
import type { Parameter } from "./dimension.ts";
import { dimensions } from "./dimensions.ts";
import { worded } from "#graph/schema/text.ts";

type Row = (typeof dimensions)[number];
type Parameters = Row["parameters"][number];
type ValueOf<P> = P extends { readonly standard: infer V } ? V : never;

/** What is left in before anything is counted, drawn or computed. One object for server, client and command line. */
export type NetworkFilter = { [P in Parameters as P["member"]]: ValueOf<P> };
type QueryShape<P extends Parameter> = { [Q in P as Q["key"]]: z.ZodOptional<Q["query"]> };

/** What of the filter speaks of offers, needs and candidates too: all but the properties of exchanges. */
type RecordParameters = Exclude<Row, { readonly scope: "exchange" }>["parameters"][number];
export type RecordFilter = { [P in RecordParameters as P["member"]]: ValueOf<P> };

const parameters: readonly Parameter[] = dimensions.flatMap((row): readonly Parameter[] => row.parameters);
const recordParameters: readonly Parameter[] = dimensions.flatMap((row): readonly Parameter[] =>
  row.scope === "exchange" ? [] : row.parameters,
);

const byMember = <T>(valueOf: (parameter: Parameter) => T, some = parameters) =>
  Object.fromEntries(some.map((parameter) => [parameter.member, valueOf(parameter)]));

export const NetworkFilter = z.strictObject(byMember(({ value }) => value)).meta({
  id: "NetworkFilter",
}) as unknown as z.ZodType<NetworkFilter>;

/** The members of that part of the filter, for answers that add to them. */
export const recordMembers = byMember(({ value }) => value, recordParameters) as {
  [P in RecordParameters as P["member"]]: P["value"];
};

/** Operating symbiosis between companies, everything the region has: what a planner means by "the web". */
export const defaultFilter = byMember(({ standard }) => standard) as NetworkFilter;

/** The filter that leaves nothing out. */
export const noFilter = byMember(({ widest }) => widest) as NetworkFilter;

const queryOf = (some: readonly Parameter[]) =>
  Object.fromEntries(some.map(({ key, query, about }) => [key, worded(query.optional(), about)]));

/** The filter as query parameters; every one may be left out. Booleans are yes / no, lists comma separated. */
export const filterQuery = queryOf(parameters) as QueryShape<Parameters>;
/** The parameters that speak of offers, needs and candidates too. */
export const recordFilterQuery = queryOf(recordParameters) as QueryShape<RecordParameters>;

/** Either of them; what is not asked has its default. */
export type FilterQuery = Partial<z.output<z.ZodObject<QueryShape<Parameters>>>>;

/** Query parameters → filter, defaults filled in. */
export function toFilter(query: FilterQuery): NetworkFilter {
  const given: Readonly<Record<string, unknown>> = query;
  return byMember(({ key, standard }) => given[key] ?? standard) as NetworkFilter;
}

/** Filter → query parameters, defaults left out, keys in a fixed order: equal filters give equal text. */
export function toQuery(filter: NetworkFilter): Record<string, string> {
  const query: Record<string, string> = {};
  for (const parameter of parameters) {
    const text = parameter.write(memberOf(filter, parameter));
    if (text !== parameter.write(parameter.standard)) query[parameter.key] = text;
  }
  return query;
}

/** Filter → query parameters, every condition written out, defaults too; left out are those that set none. */
export function toFullQuery(filter: NetworkFilter): Record<string, string> {
  const query: Record<string, string> = {};
  for (const parameter of parameters) {
    const value = memberOf(filter, parameter);
    const text = parameter.write(value);
    if (value !== null && text !== "") query[parameter.key] = text;
  }
  return query;
}

/** Whether two filters leave the same: order of members and of list values aside. */
export function sameFilter(left: NetworkFilter, right: NetworkFilter): boolean {
  return parameters.every(
    (parameter) => parameter.write(memberOf(left, parameter)) === parameter.write(memberOf(right, parameter)),
  );
}

/** Whether the filter names an area: a province, a city or a kind of park. */
export function namesArea(filter: NetworkFilter): boolean {
  return dimensions.some((row) => row.scope === "place" && memberOf(filter, row.parameters[0]).length > 0);
}

/** The part of the filter that speaks of offers, needs and candidates. */
export function recordFilterOf(filter: NetworkFilter): RecordFilter {
  return byMember((parameter) => memberOf(filter, parameter), recordParameters) as RecordFilter;
}

/** That part as query parameters. */
export function toRecordQuery(filter: NetworkFilter): Record<string, string> {
  const query = toQuery(filter);
  return Object.fromEntries(
    recordParameters.flatMap(({ key }) => (query[key] === undefined ? [] : [[key, query[key]]])),
  );
}

/** What the filter holds for one parameter. */
export function memberOf<V>(filter: RecordFilter, { member }: Parameter<string, string, V>): V {
  return (filter as Readonly<Record<string, unknown>>)[member] as V;
}

/** The filter with other values for these parameters. */
export function withMembers(
  filter: NetworkFilter,
  changes: readonly (readonly [parameter: Parameter, value: unknown])[],
): NetworkFilter {
  return {
    ...filter,
    ...Object.fromEntries(changes.map(([{ member }, value]) => [member, value])),
  };
}

/** Ends of a range whose first number is above its last; null where every range is in order. */
export function reversedRange(filter: NetworkFilter): readonly [from: Parameter, to: Parameter] | null {
  for (const dimension of dimensions) {
    if (dimension.kind !== "range") continue;
    const [from, to] = dimension.parameters;
    if ((memberOf(filter, from) ?? -Infinity) > (memberOf(filter, to) ?? Infinity)) return [from, to];
  }
  return null;
}
