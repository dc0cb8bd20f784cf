import type { Evidence } from "#graph/schema/records/evidence.ts";
import type { Factor } from "#graph/schema/records/factor.ts";
import type { Listing } from "#graph/schema/records/listing.ts";
import { makeQuantity } from "#graph/schema/records/quantity.ts";
import type { RecordByKind, TaggedRecord } from "#graph/schema/records/records.ts";
import type { Resource } from "#graph/schema/records/resource.ts";
import type { Rule } from "#graph/schema/records/rule.ts";
import { makeEnterprise, makeExchange, makePark } from "#test/fixtures/small-network.ts";

export const evidence: Evidence = {
  grade: "declared",
  sourceKind: "official",
  sourceUrl: "https://example.org/",
  confidence: "high",
  asOfYear: 2024,
  note: null,
  synthetic: false,
};

export function makeResource(code: string, over: Partial<Resource> = {}): Resource {
  return {
    code,
    scheme: "SW",
    parentCode: null,
    groupZh: "工业固体废物",
    layer: "material",
    nameZh: "粉煤灰",
    nameEn: "fly ash",
    hazardous: false,
    familyOnly: false,
    note: null,
    evidence,
    ...over,
  };
}

export function makeListing(id: string, over: Partial<Listing> = {}): Listing {
  return {
    id,
    aliases: [],
    enterpriseId: "a",
    direction: "offer",
    resourceCodes: [],
    resourceZh: "粉煤灰",
    resourceEn: null,
    layer: "material",
    quantity: null,
    quantityNote: null,
    quality: null,
    hazardous: null,
    status: "operating",
    statusNote: null,
    yearFrom: null,
    yearTo: null,
    validUntil: null,
    confidentiality: "public",
    evidence,
    ...over,
  };
}

export function makeRule(id: string, over: Partial<Rule> = {}): Rule {
  return {
    id,
    wasteZh: "粉煤灰",
    wasteEn: null,
    resourceCodes: ["SW02"],
    sourceIndustryCodes: [],
    useZh: "水泥混合材",
    useEn: null,
    targetIndustryZh: null,
    targetIndustryCodes: [],
    replacesZh: null,
    substitutionRatio: null,
    substitutionNote: null,
    technicalLimit: null,
    minWasteShare: null,
    minWasteShareSource: null,
    ghgSavingKgPerTonne: null,
    ghgBasis: null,
    standard: null,
    hazardous: null,
    support: "stored",
    evidence,
    ...over,
  };
}

export function makeFactor(id: string, over: Partial<Factor> = {}): Factor {
  return { id, nameZh: "钢渣产率", nameEn: null, value: "10-15", unit: "%", note: null, evidence, ...over };
}

/** A small network with every kind of record and every kind of reference, in storing order. */
export function sampleRecords(): TaggedRecord[] {
  const quantity = makeQuantity(50, "t/d", "reported", "material");
  return [
    { kind: "resources", record: makeResource("SW02") },
    { kind: "resources", record: makeResource("HW") },
    { kind: "resources", record: makeResource("900-041-49", { parentCode: "HW", hazardous: true }) },
    { kind: "parks", record: makePark("north", { overlaps: ["south"], titles: ["国家生态工业示范园区"] }) },
    { kind: "parks", record: makePark("south", { overlaps: ["north"] }) },
    { kind: "enterprises", record: makeEnterprise("a", { parkId: "north" }) },
    { kind: "enterprises", record: makeEnterprise("b", { parkId: "south", companyZh: "某集团" }) },
    { kind: "enterprises", record: makeEnterprise("c") },
    { kind: "exchanges", record: makeExchange("x1", { resourceCode: "SW02", quantity, sameCompany: false }) },
    { kind: "exchanges", record: makeExchange("x2", { supplierId: "c", receiverId: "a" }) },
    { kind: "listings", record: makeListing("l1", { resourceCodes: ["SW02", "HW"], quantity }) },
    { kind: "rules", record: makeRule("r1") },
    { kind: "factors", record: makeFactor("f1") },
  ];
}

type Changes = { readonly [K in keyof RecordByKind]: Omit<RecordByKind[K], "id" | "code"> };

/** For every property of every kind another value than `sampleRecords` has in the first record of that kind. */
export const changes: Changes = {
  resources: {
    scheme: "own",
    parentCode: "HW",
    groupZh: null,
    layer: "water",
    nameZh: "煤灰",
    nameEn: "ash",
    hazardous: true,
    familyOnly: true,
    note: "n",
    evidence: { ...evidence, grade: "press" },
  },
  parks: {
    nameZh: "北园",
    nameEn: "North",
    aliases: ["p-old"],
    provinceCode: "32",
    cityCode: "320100",
    countyCode: "370102",
    countyZh: "历下区",
    level: "国家级经开区",
    ecoType: "综合类",
    ecoStatus: "named",
    approvedOn: "2020",
    namedOn: "2021-05",
    titles: [],
    lon: 117.000001,
    lat: 36,
    coordSource: "map",
    coordErrorKm: 4,
    mainIndustries: ["化工"],
    overlaps: [],
    note: "",
    evidence: { ...evidence, synthetic: true },
  },
  enterprises: {
    nameZh: "甲",
    nameEn: "A",
    aliases: ["a-old"],
    kind: "pooled",
    parkId: null,
    areaZh: "北园",
    areaEn: "North",
    countyCode: "370102",
    cityCode: null,
    provinceCode: null,
    industryZh: "化工",
    industryCode: "26",
    industryBasis: "name",
    companyZh: "集团",
    lon: 117,
    lat: 0,
    coordSource: "",
    coordErrorKm: 2,
    note: "n",
    evidence: { ...evidence, asOfYear: null },
  },
  exchanges: {
    aliases: ["x-old"],
    supplierId: "c",
    receiverId: "c",
    resourceCode: null,
    resourceZh: "灰",
    resourceEn: "ash",
    layer: "energy",
    linkKind: "utility",
    quantity: makeQuantity(50, "t/d", "capacity", "material"),
    quantityNote: "n",
    hazardous: false,
    status: "planned",
    statusNote: "拟建",
    yearFrom: 2020,
    yearTo: 2021,
    sameCompany: null,
    evidence: { ...evidence, note: "n" },
  },
  listings: {
    aliases: ["l-old"],
    enterpriseId: "b",
    direction: "need",
    resourceCodes: ["HW", "SW02"],
    resourceZh: "灰",
    resourceEn: "ash",
    layer: "water",
    quantity: null,
    quantityNote: "n",
    quality: "干",
    hazardous: true,
    status: "stock",
    statusNote: "n",
    yearFrom: 2020,
    yearTo: 2021,
    validUntil: "2026-12-31",
    confidentiality: "secret",
    evidence: { ...evidence, sourceUrl: null },
  },
  rules: {
    wasteZh: "灰",
    wasteEn: "ash",
    resourceCodes: ["SW02", "HW"],
    sourceIndustryCodes: ["4411"],
    useZh: "制砖",
    useEn: "bricks",
    targetIndustryZh: "砖瓦",
    targetIndustryCodes: ["3031"],
    replacesZh: "黏土",
    substitutionRatio: 0.9,
    substitutionNote: "n",
    technicalLimit: "≤30%",
    minWasteShare: "70%",
    minWasteShareSource: "n",
    ghgSavingKgPerTonne: -1.5,
    ghgBasis: "n",
    standard: "GB",
    hazardous: false,
    support: "practice",
    evidence: { ...evidence, confidence: "low" },
  },
  factors: {
    nameZh: "渣产率",
    nameEn: "slag",
    value: "12",
    unit: "kg/t",
    note: "n",
    evidence: { ...evidence, sourceKind: "paper" },
  },
};
