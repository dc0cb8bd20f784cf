import { SourceKind } from "#graph/schema/records/evidence.ts";
import { Layer } from "#graph/schema/records/layer.ts";
import { ResourceCode } from "#graph/schema/records/resource.ts";
import { ExchangeStatus, LinkKind } from "#graph/schema/records/status.ts";
import { provinces } from "#graph/schema/region/provinces.ts";
import { cities } from "#graph/schema/region/cities.ts";
import type { Text } from "#graph/schema/text.ts";
import { age, codes, flag, list, years } from "./dimension-rows.ts";
import { of } from "./dimension.ts";
import { parkEcoStatuses, parkEcoTypes, parkKinds } from "./park-kinds.ts";

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
  of(
    "record",
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
  ),
  of(
    "exchange",
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
  ),
  of(
    "exchange",
    years({
      key: "year",
      title: text("年份", "Years"),
      hidden: text("所选年份之外", "Other years"),
      unknown: text("保留年份未注明的", "Keep those without a year"),
      open: text(
        "运行中而未注明结束年份的，按仍在运行计",
        "Operating without a stated last year is read as still operating",
      ),
      from: ["yearFrom", text("起始年份", "First year")],
      to: ["yearTo", text("结束年份", "Last year")],
      keepUnknown: [
        "undated",
        text("设定年份范围时保留无年份的交换", "Keep exchanges without a year when a year range is set"),
      ],
    }),
  ),
  of(
    "exchange",
    age({
      key: "stale",
      title: text("久未证实", "Not confirmed lately"),
      hidden: text("久未证实的", "Not confirmed lately"),
      older: text("超过 {{years}} 年没有新依据", "nothing confirmed it for more than {{years}} years"),
      about: text("保留久未证实的交换", "Keep exchanges that nothing confirmed lately"),
      years: [
        "staleAfter",
        "staleAfterYears",
        10,
        text(
          "最近的依据或年份距今超过多少年算久未证实，默认 10",
          "Years since the last evidence or stated year after which an exchange counts as not confirmed; default 10",
        ),
      ],
      asOf: [
        "asOfYear",
        text("从哪一年算起，默认今年", "Year from which ages are counted; default this year"),
      ],
    }),
  ),
  of(
    "record",
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
  ),
  of(
    "exchange",
    flag({
      key: "internal",
      standard: false,
      title: text("同一企业内部", "Inside one company"),
      hidden: text("同一企业内部", "Inside one company"),
      about: text("保留同一企业集团内部的回用", "Keep internal reuse inside one company"),
    }),
  ),
  of(
    "record",
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
  ),
  of(
    "record",
    flag({
      key: "synthetic",
      standard: true,
      title: text("估算与合成数据", "Estimated, synthetic"),
      hidden: text("估算与合成", "Estimated, synthetic"),
      about: text("保留估算与合成记录", "Keep estimated and synthetic records"),
    }),
  ),
  of(
    "exchange",
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
  ),
  of(
    "place",
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
  ),
  of(
    "place",
    list({
      key: "city",
      member: "cityCodes",
      title: text("城市", "City"),
      hidden: text("所选城市之外", "Other cities"),
      about: text("城市，至少一端在内，默认全部", "Cities of at least one end, default all"),
      emptyMeansAll: true,
      overlaps: true,
      hidesEmpty: true,
      options: cities.map(({ code, nameZh, nameEn }) => ({ value: code, zh: nameZh, en: nameEn })),
    }),
  ),
  of(
    "place",
    list({
      key: "parkKind",
      member: "parkKinds",
      title: text("园区类别", "Kind of park"),
      hidden: text("其他类别的园区", "Other kinds of parks"),
      about: text("园区类别，至少一端在此类园区，默认全部", "Kinds of park of at least one end, default all"),
      emptyMeansAll: true,
      overlaps: true,
      hidesEmpty: true,
      options: parkKinds,
    }),
  ),
  of(
    "place",
    list({
      key: "ecoType",
      member: "ecoTypes",
      title: text("生态工业园类型", "Eco-industrial type"),
      hidden: text("其他类型的园区", "Parks of other types"),
      about: text(
        "国家生态工业示范园区类型，至少一端，默认全部",
        "Type of national eco-industrial park of at least one end, default all",
      ),
      emptyMeansAll: true,
      overlaps: true,
      hidesEmpty: true,
      options: parkEcoTypes,
    }),
  ),
  of(
    "place",
    list({
      key: "ecoStatus",
      member: "ecoStatuses",
      title: text("生态工业园称号", "Eco-industrial title"),
      hidden: text("其他称号的园区", "Parks of other titles"),
      about: text(
        "生态工业园区称号，至少一端，默认全部",
        "Title as eco-industrial park of at least one end, default all",
      ),
      emptyMeansAll: true,
      overlaps: true,
      hidesEmpty: true,
      options: parkEcoStatuses,
    }),
  ),
  of(
    "record",
    codes({
      key: "resourceCode",
      member: "resourceCodes",
      title: text("资源", "Resource"),
      hidden: text("其他资源", "Other resources"),
      about: text(
        "资源代码，逗号分隔；类别（如 HW08）含其下各代码；none 为无代码",
        "Resource codes, comma separated; a class such as HW08 has its codes in it; none = without a code",
      ),
      code: ResourceCode,
      options: [{ value: "none", zh: "无代码", en: "Without a code" }],
    }),
  ),
  of(
    "record",
    list({
      key: "hazardous",
      member: "hazards",
      title: text("危险废物", "Hazardous waste"),
      hidden: text("其他危险性", "Other hazard"),
      about: text("是否危险废物，默认全部", "Hazardous waste or not, default all"),
      emptyMeansAll: true,
      options: [
        { value: "yes", zh: "危险废物", en: "Hazardous" },
        { value: "no", zh: "非危险废物", en: "Not hazardous" },
        { value: "unknown", zh: "未注明", en: "Not stated" },
      ],
    }),
  ),
] as const;

type Row = (typeof dimensions)[number];
export type DimensionKey = Row["key"];
/** Dimensions that speak of exchanges alone, and of where an end of any record stands. */
export type ExchangeKey = Extract<Row, { readonly scope: "exchange" }>["key"];
export type PlaceKey = Extract<Row, { readonly scope: "place" }>["key"];
