import { z } from "zod";
import { SourceKind } from "#graph/schema/records/evidence.ts";
import { Layer } from "#graph/schema/records/layer.ts";
import { ExchangeStatus, LinkKind } from "#graph/schema/records/status.ts";

/** What is left in before anything is counted, drawn or computed. One object for server, client and command line. */
export const NetworkFilter = z
  .strictObject({
    layers: z.array(Layer).min(1),
    statuses: z.array(ExchangeStatus).min(1),
    linkKinds: z.array(LinkKind).min(1),
    provinceCodes: z
      .array(z.string().regex(/^\d{2}$/))
      .describe("Exchanges with at least one end in one of these provinces; empty = all"),
    sourceKinds: z.array(SourceKind).describe("Empty = all"),
    yearFrom: z.int().nullable(),
    yearTo: z.int().nullable(),
    undated: z.boolean().describe("Keep exchanges without a year when a year range is set"),
    pooled: z.boolean().describe("Keep exchanges with a pooled end"),
    internal: z.boolean().describe("Keep internal reuse inside one company"),
    synthetic: z.boolean().describe("Keep estimated and synthetic records"),
  })
  .meta({ id: "NetworkFilter" });
export type NetworkFilter = z.infer<typeof NetworkFilter>;

/** Operating symbiosis between companies, everything the region has: what a planner means by "the web". */
export const defaultFilter: NetworkFilter = {
  layers: [...Layer.options],
  statuses: ["operating"],
  linkKinds: ["by-product", "utility"],
  provinceCodes: [],
  sourceKinds: [],
  yearFrom: null,
  yearTo: null,
  undated: true,
  pooled: true,
  internal: false,
  synthetic: true,
};

/** A comma separated list of `options` in a query string: `a,b`. Empty, repeated and unknown members are refused. */
export function listOf<const T extends string>(options: readonly T[], what: string) {
  const known = new Set<string>(options);
  return z
    .string()
    .max(400)
    .describe(`${what}; comma separated: ${options.join(", ")}`)
    .transform((text, context): T[] => {
      const members = text.split(",");
      const unknown = members.filter((member) => !known.has(member));
      if (unknown.length > 0 || new Set(members).size !== members.length)
        context.addIssue({ code: "custom", message: `expected distinct members of ${options.join(", ")}` });
      return options.filter((option) => members.includes(option));
    });
}

const yesNo = (what: string) =>
  z
    .enum(["yes", "no"])
    .describe(`${what}: yes or no`)
    .transform((word) => word === "yes");

const yearText = z
  .string()
  .regex(/^(?:19|20)\d{2}$/, "expected a year such as 2024")
  .transform(Number);

/** The filter as query parameters; every one may be left out. Booleans are yes / no, lists comma separated. */
export const filterQuery = {
  layer: listOf(Layer.options, "Layers").optional(),
  status: listOf(ExchangeStatus.options, "Status").optional(),
  linkKind: listOf(LinkKind.options, "Link kinds").optional(),
  province: listOf(["37", "32"], "Provinces").optional(),
  source: listOf(SourceKind.options, "Kinds of source").optional(),
  yearFrom: yearText.optional().describe("First year"),
  yearTo: yearText.optional().describe("Last year"),
  undated: yesNo("Keep undated exchanges").optional(),
  pooled: yesNo("Keep exchanges with a pooled end").optional(),
  internal: yesNo("Keep internal reuse").optional(),
  synthetic: yesNo("Keep estimated and synthetic records").optional(),
} as const;

const FilterQueryObject = z.object(filterQuery);
export type FilterQuery = z.output<typeof FilterQueryObject>;

/** Query parameters → filter, defaults filled in. */
export function toFilter(query: FilterQuery): NetworkFilter {
  const base = defaultFilter;
  return {
    layers: query.layer ?? base.layers,
    statuses: query.status ?? base.statuses,
    linkKinds: query.linkKind ?? base.linkKinds,
    provinceCodes: query.province ?? base.provinceCodes,
    sourceKinds: query.source ?? base.sourceKinds,
    yearFrom: query.yearFrom ?? base.yearFrom,
    yearTo: query.yearTo ?? base.yearTo,
    undated: query.undated ?? base.undated,
    pooled: query.pooled ?? base.pooled,
    internal: query.internal ?? base.internal,
    synthetic: query.synthetic ?? base.synthetic,
  };
}

const sameMembers = (left: readonly string[], right: readonly string[]) =>
  left.length === right.length && left.every((member) => right.includes(member));

/** Filter → query parameters, defaults left out, keys in a fixed order: equal filters give equal text. */
export function toQuery(filter: NetworkFilter): Record<string, string> {
  const query: Record<string, string> = {};
  const base = defaultFilter;
  const list = (key: string, now: readonly string[], standard: readonly string[]) => {
    if (!sameMembers(now, standard)) query[key] = [...now].sort().join(",");
  };
  const flag = (key: string, now: boolean, standard: boolean) => {
    if (now !== standard) query[key] = now ? "yes" : "no";
  };
  list("layer", filter.layers, base.layers);
  list("status", filter.statuses, base.statuses);
  list("linkKind", filter.linkKinds, base.linkKinds);
  list("province", filter.provinceCodes, base.provinceCodes);
  list("source", filter.sourceKinds, base.sourceKinds);
  if (filter.yearFrom !== null) query["yearFrom"] = String(filter.yearFrom);
  if (filter.yearTo !== null) query["yearTo"] = String(filter.yearTo);
  flag("undated", filter.undated, base.undated);
  flag("pooled", filter.pooled, base.pooled);
  flag("internal", filter.internal, base.internal);
  flag("synthetic", filter.synthetic, base.synthetic);
  return query;
}

/** The filter that leaves nothing out. */
export const noFilter: NetworkFilter = {
  layers: [...Layer.options],
  statuses: [...ExchangeStatus.options],
  linkKinds: [...LinkKind.options],
  provinceCodes: [],
  sourceKinds: [],
  yearFrom: null,
  yearTo: null,
  undated: true,
  pooled: true,
  internal: true,
  synthetic: true,
};
