import { SourceKind } from "#graph/schema/records/evidence.ts";
import { Layer } from "#graph/schema/records/layer.ts";
import { ExchangeStatus, LinkKind } from "#graph/schema/records/status.ts";
import { provinces } from "#graph/schema/region/provinces.ts";
import type { Text } from "#graph/schema/text.ts";
import { flag, list, years } from "./dimension.ts";

/** The names of the values of an enumeration, in its order. */
function named<V extends string>(
  values: readonly V[],
  names: Readonly<Record<V, readonly [string, string]>>,
) {
  return values.map((value) => ({ value, zh: names[value][0], en: names[value][1] }));
}

const text = (zh: string, en: string): Text => ({ zh, en });

/**
 * The dimensions of the filter, in the order of the filter panel. Everything that speaks of the filter is drawn from
 * this table: query and documentation of the API, address of the page, command line, defaults, counts, panel, "left
 * out", the sentence on files and pictures. A new dimension is a row here and a condition in `projection/filter`.
 */
export const dimensions = [
  list({
    key: "layer",
    member: "layers",
    title: text("层", "Layer"),
    hidden: text("所选层之外", "Other layers"),
    about: text("层", "Layers"),
    options: named(Layer.options, {
      material: ["物质", "Material"],
      energy: ["能量", "Energy"],
      water: ["水", "Water"],
    }),
  }),
  list({
    key: "status",
    member: "statuses",
    title: text("状态", "Status"),
    hidden: text("规划、在建或历史", "Planned, being built, historic"),
    about: text("状态，默认 operating", "Status, default operating"),
    standard: ["operating"],
    options: named(ExchangeStatus.options, {
      operating: ["运行", "Operating"],
      "under-construction": ["在建、调试", "Under construction"],
      planned: ["规划", "Planned"],
      historic: ["历史", "Historic"],
    }),
  }),
  years({
    key: "year",
    title: text("年份", "Years"),
    hidden: text("所选年份之外", "Other years"),
    unknown: text("保留年份未注明的", "Keep those without a year"),
    from: ["yearFrom", text("起始年份", "First year")],
    to: ["yearTo", text("结束年份", "Last year")],
    keepUnknown: [
      "undated",
      text("设定年份范围时保留无年份的交换", "Keep exchanges without a year when a year range is set"),
    ],
  }),
  list({
    key: "source",
    member: "sourceKinds",
    title: text("依据", "Evidence"),
    hidden: text("其他来源", "Other sources"),
    about: text("来源类型，默认全部", "Kinds of source, default all"),
    emptyMeansAll: true,
    hidesEmpty: true,
    options: named(SourceKind.options, {
      official: ["官方与主要媒体", "Official, major press"],
      paper: ["学术论文", "Paper"],
      "trade-web": ["行业与地方网站", "Trade and local sites"],
      "rehosted-press": ["转载（出处待核）", "Re-hosted (unverified)"],
      dataset: ["公开数据集", "Public data set"],
      entered: ["用户录入", "Entered by a user"],
      generator: ["程序生成", "Generated"],
    }),
  }),
  flag({
    key: "internal",
    standard: false,
    title: text("同一企业内部", "Inside one company"),
    hidden: text("同一企业内部", "Inside one company"),
    about: text("保留同一企业集团内部的回用", "Keep internal reuse inside one company"),
  }),
  flag({
    key: "pooled",
    standard: true,
    title: text("含汇总对象", "With pooled ends"),
    hidden: text("含汇总对象", "With pooled ends"),
    about: text(
      "保留一端为汇总对象（代表多家企业）的交换",
      "Keep exchanges with a pooled end, such as a city total",
    ),
  }),
  flag({
    key: "synthetic",
    standard: true,
    title: text("估算与合成数据", "Estimated, synthetic"),
    hidden: text("估算与合成", "Estimated, synthetic"),
    about: text("保留估算与合成记录", "Keep estimated and synthetic records"),
  }),
  list({
    key: "linkKind",
    member: "linkKinds",
    title: text("链接类型", "Link kind"),
    hidden: text("产品与原水链接", "Product and raw water links"),
    about: text("链接类型，默认 by-product,utility", "Link kinds, default by-product,utility"),
    standard: ["by-product", "utility"],
    options: named(LinkKind.options, {
      "by-product": ["副产物", "By-product"],
      utility: ["公用能源与再生水", "Utility, reclaimed water"],
      product: ["产品", "Product"],
      "water-supply": ["原水供应", "Raw water supply"],
    }),
  }),
  list({
    key: "province",
    member: "provinceCodes",
    title: text("省份", "Province"),
    hidden: text("所选省份之外", "Other provinces"),
    about: text("省份，至少一端在内，默认全部", "Provinces of at least one end, default all"),
    emptyMeansAll: true,
    overlaps: true,
    options: provinces.map(({ code, nameZh, nameEn }) => ({ value: code, zh: nameZh, en: nameEn })),
  }),
] as const;

export type DimensionKey = (typeof dimensions)[number]["key"];
