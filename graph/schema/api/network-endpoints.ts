import { z } from "zod";
import { Corridor } from "#graph/schema/answers/corridor.ts";
import { Facets } from "#graph/schema/answers/facets.ts";
import { MaterialDetail, MaterialId } from "#graph/schema/answers/material.ts";
import { Meta } from "#graph/schema/answers/meta.ts";
import { PlaceDetail } from "#graph/schema/answers/place-detail.ts";
import { Place, PlaceId } from "#graph/schema/answers/place.ts";
import { ParkSummary } from "#graph/schema/answers/record-views.ts";
import { asOfQuery } from "#graph/schema/day.ts";
import { filterQuery } from "#graph/schema/filter/filter.ts";
import { Identifier } from "#graph/schema/records/identifier.ts";
import { worded } from "#graph/schema/text.ts";
import { analysisProblems, filteredPageOf, listProblems, none, paging, question } from "./endpoint.ts";

const exchangesLeftOut = "Exchanges of the network that the filter left out";

/** Places, parks and corridors: what the map is drawn from. */
export const networkEndpoints = {
  meta: question({
    path: "/api/meta",
    summary: {
      zh: "数据版本、各类记录数、单位、省市代码与致谢",
      en: "Data version, counts, units, provinces, cities and credits",
    },
    params: none,
    query: none,
    response: Meta,
    problems: [],
  }),
  parks: question({
    path: "/api/parks",
    summary: { zh: "园区列表及筛选条件下的各项计数", en: "Parks with their counts under the filter" },
    params: none,
    query: z.strictObject({
      ...filterQuery,
      ...paging,
    }),
    response: filteredPageOf(ParkSummary, "Parks of this selection that the filter left out"),
    problems: listProblems,
  }),
  park: question({
    path: "/api/parks/{id}",
    summary: {
      zh: "单个园区：分层流入流出合计、伙伴、指标与依据",
      en: "One park: totals in and out per layer, partners, metrics, evidence",
    },
    params: z.strictObject({ id: worded(Identifier, { zh: "园区编号", en: "Park id" }) }),
    query: z.strictObject({ ...filterQuery, asOf: asOfQuery }),
    response: PlaceDetail,
    problems: ["invalid-request", "unknown-id", ...analysisProblems],
  }),
  places: question({
    path: "/api/places",
    summary: {
      zh: "地图上的全部地点：园区、有自身坐标的厂点，以及其余企业所在的县、市或省",
      en: "All places of the map: parks, plants at their own point, and counties, cities or provinces for enterprises of which no more is known",
    },
    params: none,
    query: z.strictObject({ ...filterQuery }),
    response: filteredPageOf(Place, exchangesLeftOut),
    problems: ["invalid-request"],
  }),
  place: question({
    path: "/api/places/{id}",
    summary: { zh: "单个地点（园区或非园区）", en: "One place, park or not" },
    params: z.strictObject({
      id: worded(PlaceId, {
        zh: "地点编号：park:<园区编号>、site:<企业编号>、county:<代码>、city:<代码>、province:<代码> 或 outside:<代码>",
        en: "Place id: park:<id>, site:<enterprise>, county:<code>, city:<code>, province:<code> or outside:<code>",
      }),
    }),
    query: z.strictObject({ ...filterQuery, asOf: asOfQuery }),
    response: PlaceDetail,
    problems: ["invalid-request", "unknown-id", ...analysisProblems],
  }),
  corridors: question({
    path: "/api/corridors",
    summary: {
      zh: "按起点、终点和层汇总的通道，交换最多的在前，并给出总数",
      en: "Exchanges summed per from, to and layer; most exchanges first, with the total",
    },
    params: none,
    query: z.strictObject({
      ...filterQuery,
      ...paging,
      scope: worded(z.enum(["between", "inside", "all"]).optional(), {
        zh: "between 地点之间（默认），inside 地点内部，all 全部",
        en: "between places (default), inside places, or both",
      }),
      sort: worded(z.enum(["exchanges", "flow"]).optional(), {
        zh: "排序：exchanges 按交换数（默认），flow 按流量（须只选一层）",
        en: "Order: number of exchanges (default), or flow (needs one layer)",
      }),
    }),
    response: filteredPageOf(Corridor, exchangesLeftOut),
    problems: [...listProblems, "metric-needs-one-layer"],
  }),
  material: question({
    path: "/api/materials/{id}",
    summary: {
      zh: "单个物料：有效的供与需、筛选条件下的交换、利用规则",
      en: "One material: open offers and needs, its exchanges under the filter, its rules of use",
    },
    params: z.strictObject({
      id: worded(MaterialId, {
        zh: "资源代码（含其下级），或记录上的物料名称",
        en: "Resource code with those below it, or a name as it stands on a record",
      }),
    }),
    query: z.strictObject({ ...filterQuery, asOf: asOfQuery }),
    response: MaterialDetail,
    problems: ["invalid-request", "unknown-id"],
  }),
  facets: question({
    path: "/api/facets",
    summary: { zh: "筛选面板各选项的计数", en: "Counts behind each control of the filter panel" },
    params: none,
    query: z.strictObject({ ...filterQuery }),
    response: Facets,
    problems: ["invalid-request"],
  }),
} as const;
