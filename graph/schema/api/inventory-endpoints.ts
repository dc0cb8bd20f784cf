import { z } from "zod";
import { EstimateInputs, EstimateView } from "#graph/schema/answers/estimate.ts";
import { Potential, PotentialLevel } from "#graph/schema/answers/potential.ts";
import { TotalCheck, TruthSummary } from "#graph/schema/answers/total-check.ts";
import { MaterialId } from "#graph/schema/answers/material.ts";
import { Identifier } from "#graph/schema/records/identifier.ts";
import { recordFilterQuery } from "#graph/schema/filter/filter.ts";
import { worded } from "#graph/schema/text.ts";
import { listProblems, none, pageOf, paging, question } from "./endpoint.ts";
import { viewerClasses } from "./viewer.ts";

/** Areas and layers as lists, as in every filter. */
const { province, city, layer } = recordFilterQuery;

const resource = worded(MaterialId.optional(), {
  zh: "资源代码（含其下级），或记录上的物料名称",
  en: "Resource code with those below it, or the name of a material as it stands on a record",
});

/** What may be asked of estimates; the command line draws its options from it. */
export const estimateQuery = z.strictObject({
  ...paging,
  enterprise: worded(Identifier.optional(), {
    zh: "企业编号，或网络外工厂的编号",
    en: "Enterprise, or plant outside the network",
  }),
  park: worded(Identifier.optional(), { zh: "园区编号", en: "Park id" }),
  province,
  city,
  layer,
  direction: worded(z.enum(["offer", "need"]).optional(), { zh: "offer 供，need 需", en: "offer or need" }),
  resource,
  standing: worded(z.enum(["estimated", "replaced", "disagreeing"]).optional(), {
    zh: "estimated 只要无申报值的估算，replaced 有申报值代替的，disagreeing 申报值落在区间外的；默认全部",
    en: "estimated = nothing is stated; replaced = a stated quantity stands in its place; disagreeing = and lies outside the band; default all",
  }),
});

/** What may be asked of the potential of areas; the command line draws its options from it. */
export const potentialQuery = z.strictObject({
  ...paging,
  level: worded(PotentialLevel.optional(), {
    zh: "park 园区，county 区县，city 城市（默认），province 省",
    en: "park, county, city (default) or province",
  }),
  province,
  city,
  layer,
  resource,
  estimates: worded(z.enum(["yes", "no"]).optional(), {
    zh: "no 只计申报的数量；默认 yes，申报之外计入估算",
    en: "no = stated quantities alone; default yes: estimates where nothing is stated",
  }),
  sort: worded(z.enum(["rest-offer", "rest-need", "area"]).optional(), {
    zh: "排序：rest-offer 未用供给最多在前（默认），rest-need 未满足需求最多在前，area 按地区",
    en: "Order: most unused offers first (default), most unmet needs first, or by area",
  }),
});

const estimateCounts = z.strictObject({
  plants: z.int().describe("Plants with an estimate, of what was asked for"),
  outside: z.int().describe("Of them plants that are no enterprise of the network"),
  replaced: z.int().describe("Estimates in whose place a stated quantity stands"),
  disagreeing: z.int().describe("Of them those whose statement lies outside the band"),
});

const estimatePage = pageOf(EstimateView).extend({
  counts: estimateCounts.describe("Estimates are counted apart from listings, here alone"),
});

const estimateProblems = [...listProblems, "unknown-id"] as const;

/** What plants give and take by their capacity: estimated, held against what was published, and summed by area. */
export const inventoryEndpoints = {
  estimates: question({
    path: "/api/estimates",
    summary: {
      zh: "由活动水平和产排系数估算的供与需：中值与 80 % 区间、算式、每个数的来源；不是记录，不进入候选与指标",
      en: "Offers and needs estimated from activities and coefficients: median, 80 % band, the reckoning and the source of each number; no records, in no candidate and no metric",
    },
    params: none,
    query: estimateQuery,
    response: estimatePage,
    problems: estimateProblems,
  }),
  estimateAnew: {
    method: "post",
    path: "/api/estimates",
    summary: {
      zh: "以自己的系数和活动水平重新估算；不保存",
      en: "The same with coefficients and activities of your own; nothing is kept",
    },
    params: none,
    query: estimateQuery,
    body: EstimateInputs,
    preconditions: [],
    roles: viewerClasses,
    response: estimatePage,
    problems: [...estimateProblems, "payload-too-large"],
  },
  totals: question({
    path: "/api/totals",
    summary: {
      zh: "公布总量与估算之和逐项对照：比值、覆盖、缺什么；以及估算与申报流量的误差",
      en: "Published totals beside the sum of the estimates, kind by kind: ratio, coverage, what is missing; and the error against reported flows",
    },
    params: none,
    query: none,
    response: pageOf(TotalCheck).extend({
      truth: z.strictObject({
        all: TruthSummary.describe("All flows of the records that an estimate speaks of"),
        heldOut: TruthSummary.describe(
          "Of them those from which no coefficient was read, within ten years of the capacity",
        ),
      }),
    }),
    problems: [],
  }),
  potential: question({
    path: "/api/potential",
    summary: {
      zh: "各园区、区县、城市或省每种资源的供、需与未匹配的余量，附 80 % 区间",
      en: "Offers, needs and the unmatched rest of each resource by park, county, city or province, with 80 % bands",
    },
    params: none,
    query: potentialQuery,
    response: pageOf(Potential),
    problems: estimateProblems,
  }),
} as const;
