import * as fc from "fast-check";
import type { Activity } from "#graph/schema/records/activity.ts";
import type { Coefficient } from "#graph/schema/records/coefficient.ts";
import type { Enterprise } from "#graph/schema/records/enterprise.ts";
import { Evidence, type EvidenceGrade } from "#graph/schema/records/evidence.ts";
import type { Exchange } from "#graph/schema/records/exchange.ts";
import type { Factor } from "#graph/schema/records/factor.ts";
import type { Listing } from "#graph/schema/records/listing.ts";
import type { Park } from "#graph/schema/records/park.ts";
import { priceItems, type Price, unitByPriceItem } from "#graph/schema/records/price.ts";
import type { Quantity } from "#graph/schema/records/quantity.ts";
import type { TaggedRecord } from "#graph/schema/records/records.ts";
import type { Resource } from "#graph/schema/records/resource.ts";
import type { Rule } from "#graph/schema/records/rule.ts";
import type { Total } from "#graph/schema/records/total.ts";

/** Texts with any character of Unicode, line ends, quotes and NUL among them. */
const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.constantFrom(
    "粉煤灰",
    "𠮷野家 👩‍🔬",
    "a'b\"c;--",
    "línea\r\n\t",
    "\u0000",
    "é",
    "e\u0301",
    "\u{10FFFF}",
    " ",
  ),
);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const word = <const T extends string>(...words: T[]) => fc.constantFrom(...words);
const amount = fc.oneof(
  fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }).map(Math.abs),
  fc.constantFrom(0, 1, 0.1 + 0.2, 1e-300, 5e-324, Number.MAX_VALUE, Number.MAX_SAFE_INTEGER),
);
const signed = fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((value) => value + 0);
const year = maybe(fc.integer({ min: 1900, max: 2100 }));
const flag = fc.constantFrom(true, false, null);

const grades = ["measured", "declared", "literature", "press", "inferred"] satisfies EvidenceGrade[];
const evidence: fc.Arbitrary<Evidence> = fc.record({
  grade: word(...grades),
  sourceKind: word("official", "paper", "entered", "generator"),
  sourceUrl: maybe(fc.webUrl()),
  confidence: word("high", "medium", "low"),
  asOfYear: year,
  noteZh: maybe(text),
  noteEn: maybe(text),
  synthetic: fc.boolean(),
});

const quantity: fc.Arbitrary<Quantity | null> = maybe(
  fc.record({
    amount,
    unit: word("t/a", "m3/d", "GJ/a"),
    kind: word("reported", "approximate", "capacity", "planned"),
    perYear: amount,
    perYearUnit: word("t/a", "GJ/a", "m3/a"),
    assumption: word("365-days-per-year", "8000-hours-per-year", null as never),
  }),
);

const lon = fc.double({ min: -180, max: 180, noNaN: true }).map((degrees) => degrees + 0);
const lat = fc.double({ min: -90, max: 90, noNaN: true }).map((degrees) => degrees + 0);
const layer = word("material", "energy", "water");

/** Keys that records may have and point at. References drawn from them may dangle: that is the caller's business. */
export interface Keys {
  readonly codes: readonly string[];
  readonly parkIds: readonly string[];
  readonly enterpriseIds: readonly string[];
  /** Ids of exchanges, listings, rules, factors, activities, coefficients, totals and prices. */
  readonly otherIds: readonly string[];
}

/** Any record of any kind with its key and its references drawn from `keys`; schema-shaped, otherwise wild. */
export function recordArbitrary(keys: Keys): fc.Arbitrary<TaggedRecord> {
  const code = fc.constantFrom(...keys.codes);
  const parkId = fc.constantFrom(...keys.parkIds);
  const enterpriseId = fc.constantFrom(...keys.enterpriseIds);
  const id = fc.constantFrom(...keys.otherIds);
  const codes = fc.uniqueArray(code, { maxLength: 3 });
  const aliases = fc.uniqueArray(word("old-1", "old-2", "old-3"), { maxLength: 2 });
  const resource: fc.Arbitrary<Resource> = fc.record({
    code,
    scheme: word("SW", "HW", "own"),
    parentCode: maybe(code),
    groupZh: maybe(text),
    groupEn: maybe(text),
    layer,
    nameZh: text,
    nameEn: text,
    hazardous: fc.boolean(),
    familyOnly: fc.boolean(),
    noteZh: maybe(text),
    noteEn: maybe(text),
    evidence,
  });
  const park: fc.Arbitrary<Park> = fc.record({
    id: parkId,
    nameZh: text,
    nameEn: maybe(text),
    otherNames: fc.array(text, { maxLength: 2 }),
    aliases,
    provinceCode: word("37", "32"),
    cityCode: word("370100", "320100"),
    countyCode: maybe(word("370102")),
    countyZh: maybe(text),
    levelZh: maybe(text),
    levelEn: maybe(text),
    ecoTypeZh: maybe(text),
    ecoTypeEn: maybe(text),
    ecoStatus: maybe(word("named", "construction-approved", "acceptance-passed", "provincial-eip")),
    approvedOn: maybe(word("2020", "2020-05", "2020-05-01")),
    namedOn: maybe(word("2021")),
    titlesZh: fc.array(text, { maxLength: 3 }),
    titlesEn: fc.array(text, { maxLength: 3 }),
    lon,
    lat,
    coordSourceZh: text,
    coordSourceEn: text,
    coordErrorKm: amount,
    mainIndustriesZh: fc.array(text, { maxLength: 3 }),
    mainIndustriesEn: fc.array(text, { maxLength: 3 }),
    overlaps: fc.uniqueArray(parkId, { maxLength: 2 }),
    noteZh: maybe(text),
    noteEn: maybe(text),
    evidence,
  });
  const enterprise: fc.Arbitrary<Enterprise> = fc.record({
    id: enterpriseId,
    nameZh: text,
    nameEn: maybe(text),
    otherNames: fc.array(text, { maxLength: 2 }),
    aliases,
    kind: word("plant", "pooled", "anonymised"),
    parkId: maybe(parkId),
    areaZh: maybe(text),
    areaEn: maybe(text),
    countyCode: maybe(word("370102")),
    cityCode: maybe(word("370100", "320100")),
    provinceCode: maybe(word("37", "32")),
    industryZh: maybe(text),
    industryEn: maybe(text),
    industryCode: maybe(word("C", "26", "4411")),
    industryBasisZh: maybe(text),
    industryBasisEn: maybe(text),
    companyZh: maybe(text),
    companyEn: maybe(text),
    lon: maybe(lon),
    lat: maybe(lat),
    coordSourceZh: maybe(text),
    coordSourceEn: maybe(text),
    coordErrorKm: maybe(amount),
    placeBasisZh: maybe(text),
    placeBasisEn: maybe(text),
    noteZh: maybe(text),
    noteEn: maybe(text),
    evidence,
  });
  const exchange: fc.Arbitrary<Exchange> = fc.record({
    id,
    aliases,
    supplierId: enterpriseId,
    receiverId: enterpriseId,
    resourceCode: maybe(code),
    resourceZh: text,
    resourceEn: maybe(text),
    layer,
    linkKind: word("by-product", "utility", "product", "water-supply"),
    quantity,
    quantityNoteZh: maybe(text),
    quantityNoteEn: maybe(text),
    hazardous: flag,
    status: word("operating", "under-construction", "planned", "historic"),
    statusNoteZh: maybe(text),
    statusNoteEn: maybe(text),
    yearFrom: year,
    yearTo: year,
    sameCompany: flag,
    evidence,
  });
  const listing: fc.Arbitrary<Listing> = fc.record({
    id,
    aliases,
    enterpriseId,
    direction: word("offer", "need"),
    resourceCodes: codes,
    resourceZh: text,
    resourceEn: maybe(text),
    layer,
    quantity,
    quantityNoteZh: maybe(text),
    quantityNoteEn: maybe(text),
    partOf: maybe(word("total-1", "total-2")),
    qualityZh: maybe(text),
    qualityEn: maybe(text),
    hazardous: flag,
    status: word("operating", "stock", "used-in-house", "utilised"),
    statusNoteZh: maybe(text),
    statusNoteEn: maybe(text),
    yearFrom: year,
    yearTo: year,
    validUntil: maybe(word("2026-12-31")),
    confidentiality: word("public", "registered", "partners", "own-park", "secret"),
    evidence,
  });
  const rule: fc.Arbitrary<Rule> = fc.record({
    id,
    wasteZh: text,
    wasteEn: maybe(text),
    resourceCodes: codes,
    sourceIndustryCodes: fc.array(word("26", "4411"), { maxLength: 2 }),
    useZh: text,
    useEn: maybe(text),
    targetIndustryZh: maybe(text),
    targetIndustryEn: maybe(text),
    targetIndustryCodes: fc.array(word("3011"), { maxLength: 2 }),
    replacesZh: maybe(text),
    replacesEn: maybe(text),
    substitutionRatio: maybe(amount),
    substitutionNoteZh: maybe(text),
    substitutionNoteEn: maybe(text),
    technicalLimitZh: maybe(text),
    technicalLimitEn: maybe(text),
    minWasteShareZh: maybe(text),
    minWasteShareEn: maybe(text),
    minWasteShareSourceZh: maybe(text),
    minWasteShareSourceEn: maybe(text),
    ghgSavingKgPerTonne: maybe(amount),
    ghgBasisZh: maybe(text),
    ghgBasisEn: maybe(text),
    standard: maybe(text),
    hazardous: flag,
    support: word("stored", "derived", "practice", "catalogue"),
    shownBy: fc.array(word("x-1", "x-2"), { maxLength: 2 }),
    evidence,
  });
  const factor: fc.Arbitrary<Factor> = fc.record({
    id,
    nameZh: text,
    nameEn: maybe(text),
    value: text,
    unitZh: maybe(text),
    unitEn: maybe(text),
    noteZh: maybe(text),
    noteEn: maybe(text),
    evidence,
  });
  const activity: fc.Arbitrary<Activity> = fc.record({
    id,
    enterpriseId: maybe(enterpriseId),
    plantId: maybe(word("plant-1", "plant-2")),
    plantZh: maybe(text),
    plantEn: maybe(text),
    provinceCode: maybe(word("37", "32")),
    cityCode: maybe(word("370100")),
    countyCode: maybe(word("370102")),
    lon: maybe(lon),
    lat: maybe(lat),
    activityCode: word("coal-power", "cement"),
    activityZh: text,
    activityEn: maybe(text),
    amount: maybe(amount),
    activityUnit: word("MW", "t/d"),
    basis: word("capacity", "output"),
    unitCount: maybe(fc.integer({ min: 1, max: 9 })),
    technology: maybe(word("cfb")),
    year,
    status: word("operating", "planned"),
    noteZh: maybe(text),
    noteEn: maybe(text),
    evidence,
  });
  const coefficient: fc.Arbitrary<Coefficient> = fc.record({
    id,
    activityCode: word("coal-power", "cement"),
    activityZh: text,
    activityEn: maybe(text),
    role: word("offer", "need", "activity", "use-rate", "reference"),
    resourceCode: maybe(code),
    resultCode: maybe(word("coal-burnt")),
    resultZh: text,
    resultEn: maybe(text),
    low: maybe(amount),
    best: amount,
    high: maybe(amount),
    resultUnit: word("t/a", "share"),
    inputUnit: word("MW", "t/a"),
    technology: maybe(word("cfb")),
    provinceCode: maybe(word("37")),
    regionZh: maybe(text),
    regionEn: maybe(text),
    yearFrom: year,
    yearTo: year,
    sourceCount: maybe(fc.nat(9)),
    restsOn: fc.array(word("x-1", "L002"), { maxLength: 2 }),
    noteZh: maybe(text),
    noteEn: maybe(text),
    evidence,
  });
  const total: fc.Arbitrary<Total> = fc.record({
    id,
    provinceCode: maybe(word("37")),
    cityCode: maybe(word("370100")),
    itemZh: text,
    itemEn: maybe(text),
    kind: word("output", "generation"),
    resourceCode: maybe(code),
    activityCodes: fc.array(word("coal-power"), { maxLength: 1 }),
    coefficientIds: fc.array(word("c-1"), { maxLength: 1 }),
    amount: maybe(amount),
    totalUnit: word("t/a", "MW"),
    months: fc.integer({ min: 1, max: 12 }),
    year,
    noteZh: maybe(text),
    noteEn: maybe(text),
    evidence,
  });
  const price: fc.Arbitrary<Price> = fc.record({
    id,
    item: word(...priceItems),
    nameZh: text,
    nameEn: maybe(text),
    resourceCodes: codes,
    substances: fc.array(text, { maxLength: 2 }),
    provinceCode: maybe(word("37", "32")),
    low: signed,
    best: signed,
    high: signed,
    unit: fc.constantFrom(...Object.values(unitByPriceItem)),
    kind: word("read", "derived", "assumed"),
    noteZh: maybe(text),
    noteEn: maybe(text),
    evidence,
  });
  return fc.oneof(
    resource.map((record): TaggedRecord => ({ kind: "resources", record })),
    park.map((record): TaggedRecord => ({ kind: "parks", record })),
    enterprise.map((record): TaggedRecord => ({ kind: "enterprises", record })),
    exchange.map((record): TaggedRecord => ({ kind: "exchanges", record })),
    listing.map((record): TaggedRecord => ({ kind: "listings", record })),
    rule.map((record): TaggedRecord => ({ kind: "rules", record })),
    factor.map((record): TaggedRecord => ({ kind: "factors", record })),
    activity.map((record): TaggedRecord => ({ kind: "activities", record })),
    coefficient.map((record): TaggedRecord => ({ kind: "coefficients", record })),
    total.map((record): TaggedRecord => ({ kind: "totals", record })),
    price.map((record): TaggedRecord => ({ kind: "prices", record })),
  );
}
