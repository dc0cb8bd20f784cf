import { z } from "zod";
import { EnterpriseView, ExchangeView, ListingView } from "#graph/schema/answers/record-views.ts";
import { PlaceId } from "#graph/schema/answers/place.ts";
import { MaterialId } from "#graph/schema/answers/material.ts";
import { SearchHit } from "#graph/schema/answers/search-hit.ts";
import { filterQuery, recordFilterQuery } from "#graph/schema/filter/filter.ts";
import { Identifier } from "#graph/schema/records/identifier.ts";
import { worded } from "#graph/schema/text.ts";
import {
  filteredPageOf,
  listProblems,
  none,
  pageOf,
  paging,
  question,
  recordPageOf,
  shortText,
} from "./endpoint.ts";

export const exportFormats = ["nodes.csv", "edges.csv", "graphml", "node-link"] as const;
export const ExportFormat = worded(
  z.enum(exportFormats, {
    error: `expected ${exportFormats.join(", ")}; csv is two files, nodes.csv and edges.csv`,
  }),
  { zh: exportFormats.join("、"), en: exportFormats.join(", ") },
);

const park = worded(Identifier.optional(), { zh: "园区编号", en: "Park id" });
const resource = worded(MaterialId.optional(), {
  zh: "资源代码（含其下级），或记录上的物料名称",
  en: "Resource code with those below it, or the name of a material as it stands on a record",
});
const withheld = z
  .int()
  .describe(
    "Listings of the whole network that are not public and stand in no answer; not of this selection",
  );

/** The records themselves, searched, paged and exported. */
export const recordEndpoints = {
  enterprises: question({
    path: "/api/enterprises",
    summary: {
      zh: "企业：全部，或某一园区、地点的企业",
      en: "Enterprises, all or those of one park or place",
    },
    params: none,
    query: z.strictObject({
      ...paging,
      id: worded(Identifier.optional(), {
        zh: "只要这一家；已不存在时为空列表",
        en: "This one alone; an empty list where it is gone",
      }),
      park,
      place: worded(PlaceId.optional(), { zh: "所在地点编号", en: "Place where it stands" }),
      q: worded(shortText.optional(), { zh: "名称中的文字", en: "Part of the name" }),
    }),
    response: pageOf(EnterpriseView),
    problems: [...listProblems, "unknown-id"],
  }),
  exchanges: question({
    path: "/api/exchanges",
    summary: {
      zh: "筛选条件下的交换，附来源与依据；leftOut 为被筛选排除的条数",
      en: "Exchanges under the filter, with source and evidence; leftOut counts what the filter left out",
    },
    params: none,
    query: z.strictObject({
      ...filterQuery,
      ...paging,
      from: worded(PlaceId.optional(), { zh: "供方所在地点", en: "Place of the supplier" }),
      to: worded(PlaceId.optional(), { zh: "受方所在地点", en: "Place of the receiver" }),
      place: worded(PlaceId.optional(), { zh: "任一端所在地点", en: "Place of either end" }),
      enterprise: worded(Identifier.optional(), { zh: "企业编号，任一端", en: "Enterprise at either end" }),
      resource,
      ends: worded(z.enum(["unknown"]).optional(), {
        zh: "unknown：只要一端的园区、厂点与县均不明的交换",
        en: "unknown: only exchanges with an end of which no park, plant point or county is known",
      }),
    }),
    response: filteredPageOf(ExchangeView, "Exchanges of this selection that the filter left out"),
    problems: [...listProblems, "unknown-id"],
  }),
  listings: question({
    path: "/api/listings",
    summary: { zh: "公开的供需信息", en: "Offers and needs that are public" },
    params: none,
    query: z.strictObject({
      ...recordFilterQuery,
      ...paging,
      park,
      place: worded(PlaceId.optional(), { zh: "所在地点编号", en: "Place of its enterprise" }),
      enterprise: worded(Identifier.optional(), { zh: "企业编号", en: "Enterprise id" }),
      direction: worded(z.enum(["offer", "need"]).optional(), {
        zh: "offer 供，need 需",
        en: "offer or need",
      }),
      resource,
    }),
    response: recordPageOf(ListingView, "Listings of this selection that the filter left out").extend({
      withheld,
    }),
    problems: [...listProblems, "unknown-id"],
  }),
  search: question({
    path: "/api/search",
    summary: {
      zh: "按中文片段、拼音或拼音首字母、英文、代码检索园区、企业、资源和城市",
      en: "Parks, enterprises, resources and cities by Chinese fragment, pinyin initials, English or code",
    },
    params: none,
    query: z.strictObject({
      q: worded(shortText, { zh: "检索文字", en: "Text to search for" }),
      limit: paging.limit,
    }),
    response: pageOf(SearchHit),
    problems: ["invalid-request"],
  }),
  export: question({
    path: "/api/export/{format}",
    summary: {
      zh: "导出筛选后的网络：节点 CSV、边 CSV、GraphML 或 node-link JSON，流式输出",
      en: "The network under the filter as CSV nodes, CSV edges, GraphML or node-link JSON, streamed",
    },
    params: z.strictObject({ format: ExportFormat }),
    query: z.strictObject({ ...filterQuery }),
    response: {
      mediaTypes: {
        "text/csv": { type: "string" },
        "application/graphml+xml": { type: "string" },
        "application/json": { type: "object" },
      },
    },
    problems: ["invalid-request"],
  }),
} as const;
