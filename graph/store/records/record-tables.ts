import type { Enterprise } from "#graph/schema/records/enterprise.ts";
import type { Evidence } from "#graph/schema/records/evidence.ts";
import type { Exchange } from "#graph/schema/records/exchange.ts";
import type { Factor } from "#graph/schema/records/factor.ts";
import type { Listing } from "#graph/schema/records/listing.ts";
import type { Park } from "#graph/schema/records/park.ts";
import type { Quantity } from "#graph/schema/records/quantity.ts";
import type { RecordByKind, RecordKind } from "#graph/schema/records/records.ts";
import type { Resource } from "#graph/schema/records/resource.ts";
import type { Rule } from "#graph/schema/records/rule.ts";
import {
  flag,
  group,
  list,
  number,
  optional,
  recordTable,
  reference,
  text,
  whole,
  word,
  type Codec,
  type RecordTable,
} from "./record-table.ts";
import { enterpriseReader, exchangeReader, listingReader } from "./row-readers.ts";

/** The two fields of a text, Chinese and English. */
function inBoth<K extends string, T>(name: K, codec: Codec<T>) {
  return { [`${name}Zh`]: codec, [`${name}En`]: codec } as { [P in `${K}Zh` | `${K}En`]: Codec<T> };
}

const evidence = group<Evidence>({
  grade: word(),
  sourceKind: word(),
  sourceUrl: word(),
  confidence: word(),
  asOfYear: whole(),
  ...inBoth("note", text<string | null>()),
  synthetic: flag(),
});

const quantity = optional(
  group<Quantity>({
    amount: number(),
    unit: word(),
    kind: word(),
    perYear: number(),
    perYearUnit: word(),
    assumption: word(),
  }),
);

/**
 * Columns of every kind of record, in the order of its properties: the compiler demands each property here,
 * and a test holds these tables equal to what the migrations build.
 */
export const recordTables: { readonly [K in RecordKind]: RecordTable<RecordByKind[K]> } = {
  resources: recordTable<Resource>("resources", {
    code: text(),
    scheme: word(),
    parentCode: reference("resources"),
    ...inBoth("group", word<string | null>()),
    layer: word(),
    nameZh: text(),
    nameEn: text(),
    hazardous: flag(),
    familyOnly: flag(),
    ...inBoth("note", text<string | null>()),
    evidence,
  }),
  parks: recordTable<Park>("parks", {
    id: text(),
    nameZh: text(),
    nameEn: text(),
    otherNames: list(),
    aliases: list(),
    provinceCode: word(),
    cityCode: word(),
    countyCode: word(),
    countyZh: word(),
    ...inBoth("level", word<string | null>()),
    ...inBoth("ecoType", word<string | null>()),
    ecoStatus: word(),
    approvedOn: word(),
    namedOn: word(),
    ...inBoth("titles", list()),
    lon: number(),
    lat: number(),
    ...inBoth("coordSource", word<string | null>()),
    coordErrorKm: number(),
    ...inBoth("mainIndustries", list()),
    overlaps: list("parks"),
    ...inBoth("note", text<string | null>()),
    evidence,
  }),
  enterprises: recordTable<Enterprise>(
    "enterprises",
    {
      id: text(),
      nameZh: text(),
      nameEn: text(),
      otherNames: list(),
      aliases: list(),
      kind: word(),
      parkId: reference("parks"),
      areaZh: word(),
      areaEn: word(),
      countyCode: word(),
      cityCode: word(),
      provinceCode: word(),
      ...inBoth("industry", word<string | null>()),
      industryCode: word(),
      ...inBoth("industryBasis", word<string | null>()),
      ...inBoth("company", word<string | null>()),
      lon: number(),
      lat: number(),
      ...inBoth("coordSource", word<string | null>()),
      coordErrorKm: number(),
      ...inBoth("placeBasis", word<string | null>()),
      ...inBoth("note", text<string | null>()),
      evidence,
    },
    enterpriseReader,
  ),
  exchanges: recordTable<Exchange>(
    "exchanges",
    {
      id: text(),
      aliases: list(),
      supplierId: reference("enterprises"),
      receiverId: reference("enterprises"),
      resourceCode: reference("resources"),
      resourceZh: word(),
      resourceEn: word(),
      layer: word(),
      linkKind: word(),
      quantity,
      ...inBoth("quantityNote", text<string | null>()),
      hazardous: flag(),
      status: word(),
      ...inBoth("statusNote", word<string | null>()),
      yearFrom: whole(),
      yearTo: whole(),
      sameCompany: flag(),
      evidence,
    },
    exchangeReader,
  ),
  listings: recordTable<Listing>(
    "listings",
    {
      id: text(),
      aliases: list(),
      enterpriseId: reference("enterprises"),
      direction: word(),
      resourceCodes: list("resources"),
      resourceZh: word(),
      resourceEn: word(),
      layer: word(),
      quantity,
      ...inBoth("quantityNote", text<string | null>()),
      partOf: text(),
      ...inBoth("quality", text<string | null>()),
      hazardous: flag(),
      status: word(),
      ...inBoth("statusNote", word<string | null>()),
      yearFrom: whole(),
      yearTo: whole(),
      validUntil: word(),
      confidentiality: word(),
      evidence,
    },
    listingReader,
  ),
  rules: recordTable<Rule>("rules", {
    id: text(),
    wasteZh: text(),
    wasteEn: text(),
    resourceCodes: list("resources"),
    sourceIndustryCodes: list(),
    useZh: text(),
    useEn: text(),
    ...inBoth("targetIndustry", text<string | null>()),
    targetIndustryCodes: list(),
    ...inBoth("replaces", text<string | null>()),
    substitutionRatio: number(),
    ...inBoth("substitutionNote", text<string | null>()),
    ...inBoth("technicalLimit", text<string | null>()),
    ...inBoth("minWasteShare", text<string | null>()),
    ...inBoth("minWasteShareSource", text<string | null>()),
    ghgSavingKgPerTonne: number(),
    ...inBoth("ghgBasis", text<string | null>()),
    standard: text(),
    hazardous: flag(),
    support: word(),
    shownBy: list(),
    evidence,
  }),
  factors: recordTable<Factor>("factors", {
    id: text(),
    nameZh: text(),
    nameEn: text(),
    value: text(),
    ...inBoth("unit", text<string | null>()),
    ...inBoth("note", text<string | null>()),
    evidence,
  }),
};
