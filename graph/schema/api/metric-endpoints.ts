import { z } from "zod";
import {
  Candidate,
  CandidateCounts,
  CandidateId,
  CandidateListName,
} from "#graph/schema/answers/candidate.ts";
import { Evaluation } from "#graph/schema/answers/evaluation.ts";
import { asOfQuery } from "#graph/schema/day.ts";
import { Gap } from "#graph/schema/answers/gap.ts";
import { MaterialId } from "#graph/schema/answers/material.ts";
import { Analysis, AnalysisBody } from "#graph/schema/answers/analysis.ts";
import { MetricDescription } from "#graph/schema/answers/metric-description.ts";
import { parameterQuery } from "#graph/schema/answers/metric-parameters.ts";
import { MetricReport } from "#graph/schema/answers/metric-report.ts";
import { PlaceId } from "#graph/schema/answers/place.ts";
import { filterQuery, recordFilterQuery, recordMembers } from "#graph/schema/filter/filter.ts";
import { ResourceCode } from "#graph/schema/records/resource.ts";
import { HelpfulRecords } from "#graph/schema/answers/helpful-records.ts";
import { WhatIf, WhatIfBody } from "#graph/schema/answers/what-if.ts";
import { WhyNot } from "#graph/schema/answers/why-not.ts";
import { Identifier } from "#graph/schema/records/identifier.ts";
import { worded } from "#graph/schema/text.ts";
import {
  analysisProblems,
  listProblems,
  none,
  pageOf,
  paging,
  question,
  recordPageOf,
  yesOrNo,
} from "./endpoint.ts";
import { viewerClasses } from "./viewer.ts";

const candidateList = z.enum([...CandidateListName.options, "all"]);

/** What may be asked of candidates; the command line draws its options from it. */
export const candidateQuery = z.strictObject({
  ...recordFilterQuery,
  ...paging,
  id: worded(CandidateId.optional(), {
    zh: "只要这一条；总表被截断时与 from、to 一起给出；已不存在时为空列表",
    en: "This one alone; with `from` and `to` it is found where the list of all is cut; an empty list where it is gone",
  }),
  park: worded(Identifier.optional(), {
    zh: "任一端在该园区；总表超过 30,000 条被截断时单独检索",
    en: "Either end in this park; searched by itself where the list of all is cut at 30,000",
  }),
  place: worded(PlaceId.optional(), { zh: "任一端在该地点", en: "Either end at this place" }),
  from: worded(PlaceId.optional(), {
    zh: "与 to 一起：这一对地点之间的候选，不分方向",
    en: "With `to`: candidates of one pair of places, either direction",
  }),
  to: worded(PlaceId.optional(), { zh: "与 from 一起", en: "With `from`" }),
  listing: worded(Identifier.optional(), { zh: "该供需信息", en: "This offer or need" }),
  resource: worded(MaterialId.optional(), {
    zh: "资源代码（含其下级），或记录上的物料名称",
    en: "Resource code with those below it, or the name of a material as it stands on a record",
  }),
  list: worded(candidateList.optional(), {
    zh: "between-parks 园区间候选（默认），same-park 园区内候选，hypothesis 假设链接，with-total 一端为合计，probably-existing 可能已存在，all 全部；按 id 查询时默认 all",
    en: "between-parks (default), same-park, hypothesis, with-total, probably-existing, or all; with `id` the default is all",
  }),
  crossProvince: worded(yesOrNo.optional(), {
    zh: "是否跨省；默认不限",
    en: "Whether it crosses provinces; default either",
  }),
  inferred: worded(yesOrNo.optional(), {
    zh: "no 表示两端均有供需信息；默认不限",
    en: "no = only where both ends are listed; default either",
  }),
  existing: worded(z.enum(["yes", "no", "only"]).optional(), {
    zh: "yes 表示也列出已有交换的一对，only 只列这些；默认 no",
    en: "yes = also pairs that already exchange, only = these alone; default no",
  }),
  gates: worded(z.enum(["open", "blocked", "all"]).optional(), {
    zh: "open 无门槛不通过（默认），blocked 至少一项不通过，all 全部",
    en: "open (default) = no gate fails; blocked = at least one fails",
  }),
  asOf: asOfQuery,
  fold: worded(yesOrNo.optional(), {
    zh: "no 表示全部展开；默认 yes：每条供需信息至多 3 条、每个接收方和物料至多 2 条，其余计入 folded；按 id 或 listing 查询时不折叠",
    en: "no = everything; default yes: at most 3 of a listing and 2 of a receiver and code, the rest counted in `folded`; nothing is folded with `id` or `listing`",
  }),
});

/** What may be asked of gaps; the command line draws its options from it. */
export const gapQuery = z.strictObject({
  ...recordFilterQuery,
  ...paging,
  resource: worded(MaterialId.optional(), {
    zh: "资源代码（含其下级），或记录上的物料名称",
    en: "Resource code with those below it, or the name of a material as it stands on a record",
  }),
  asOf: asOfQuery,
});

const enterpriseName = z.string().min(1).max(200);

/** What `why-not` is asked with; the command line takes the first three as operands. */
export const whyNotQuery = z.strictObject({
  supplier: worded(enterpriseName, {
    zh: "供方企业的编号或全名",
    en: "Id or full name of the supplying enterprise",
  }),
  receiver: worded(enterpriseName, {
    zh: "需方企业的编号或全名",
    en: "Id or full name of the receiving enterprise",
  }),
  code: worded(ResourceCode, { zh: "资源代码，如 SW02", en: "Resource code such as SW02" }),
  asOf: asOfQuery,
});

/** Longest network that may be sent, bytes. */
export const longestNetworkBytes = 20_000_000;

/** Analyses: the catalogue of metrics, one metric computed, a network of one's own, candidate links, why one is none, gaps of cities. */
export const metricEndpoints = {
  candidates: question({
    path: "/api/candidates",
    summary: {
      zh: "可能的链接（默认园区间），最优在前，附评分构成、门槛与理由",
      en: "Possible links, between parks by default, best first, with score parts, gates and reasons",
    },
    params: none,
    query: candidateQuery,
    response: pageOf(Candidate).extend({
      filter: z
        .strictObject({
          ...recordMembers,
          list: candidateList,
          gates: z.enum(["open", "blocked", "all"]),
          existing: z.enum(["yes", "no", "only"]),
        })
        .describe("What was applied, defaults filled in"),
      asOf: z.iso.date().describe("The day they were judged by"),
      leftOut: z.int().describe("Candidates of this selection that this filter left out"),
      folded: z
        .int()
        .describe("Candidates of this selection that stand folded behind others, not in `total`"),
      counts: CandidateCounts.describe(
        "Under the filter, whatever list, gates and existing say: open new ones by list, those that exist, those blocked",
      ),
      helpful: HelpfulRecords.nullable().describe(
        "Why the one place that is asked has no open candidate, and which records would help it; null where it has some, or no single place is asked",
      ),
    }),
    problems: [...listProblems, "unknown-id", ...analysisProblems],
  }),
  gaps: question({
    path: "/api/gaps",
    summary: {
      zh: "各市各资源的缺口：合计供给与合计需求的余量之差，附依据的供需信息",
      en: "Gaps by city and resource: what pooled offers and needs leave, with the listings behind",
    },
    params: none,
    query: gapQuery,
    response: recordPageOf(Gap, "Open listings of totals of cities that the filter left out").extend({
      asOf: z.iso.date().describe("The day by which listings are open"),
    }),
    problems: [...listProblems, "unknown-id"],
  }),
  whyNot: question({
    path: "/api/why-not",
    summary: {
      zh: "为何没有：两家企业之间某种资源的链接被什么挡在候选之外（恰好一个首要原因），或它排第几",
      en: "Why not: the one first cause that keeps a link between two enterprises from being a candidate, or its place in its list",
    },
    params: none,
    query: whyNotQuery,
    response: WhyNot.extend({
      networkVersion: z.int(),
      asOf: z.iso.date().describe("The day it was judged by"),
    }),
    problems: ["invalid-request", "unknown-id", ...analysisProblems],
  }),
  evaluation: question({
    path: "/api/evaluation",
    summary: {
      zh: "候选的查全率：逐条隐藏已知交换后能否找回接收方，附协议、条数与区间；首次计算需数秒",
      en: "Recall of the candidates: known exchanges hidden one by one and sought anew, with protocol, n and intervals; the first answer takes seconds",
    },
    params: none,
    query: none,
    response: Evaluation,
    problems: [...analysisProblems],
  }),
  metricCatalogue: question({
    path: "/api/metrics",
    summary: {
      zh: "指标目录：定义、单位、取值范围与出处",
      en: "Catalogue of metrics: definition, unit, range, source",
    },
    params: none,
    query: none,
    response: pageOf(MetricDescription),
    problems: [],
  }),
  metric: question({
    path: "/api/metrics/{id}",
    summary: {
      zh: "在筛选条件下计算一项指标，附覆盖情况",
      en: "One metric computed under the filter, with coverage",
    },
    params: z.strictObject({ id: worded(z.string().max(60), { zh: "指标编号", en: "Metric id" }) }),
    query: z.strictObject({ ...filterQuery, ...parameterQuery }),
    response: MetricReport,
    problems: ["invalid-request", "unknown-id", "metric-needs-one-layer", ...analysisProblems],
  }),
  whatIf: {
    method: "post",
    path: "/api/what-if",
    summary: {
      zh: "假设：新增链接或移除企业后各项指标如何变化；不保存",
      en: "What if: how metrics would differ with links added or enterprises removed; nothing is kept",
    },
    params: none,
    query: none,
    body: WhatIfBody,
    preconditions: [],
    roles: viewerClasses,
    response: WhatIf,
    problems: ["invalid-request", "unknown-id", "metric-needs-one-layer", ...analysisProblems],
  },
  analyse: {
    method: "post",
    path: "/api/analyses",
    summary: {
      zh: "计算自己的网络：graphology 或 NetworkX JSON，或 GEXF、GraphML、Pajek、CSV 文本；不保存",
      en: "Metrics of a network of your own: JSON of graphology or NetworkX, or GEXF, GraphML, Pajek, CSV as text; nothing is kept",
    },
    params: none,
    query: none,
    body: AnalysisBody,
    longestBodyBytes: longestNetworkBytes,
    preconditions: [],
    roles: viewerClasses,
    response: Analysis,
    problems: ["invalid-request", "unknown-id", "payload-too-large", ...analysisProblems],
  },
} as const;
