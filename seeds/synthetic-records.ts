import { cities, type City } from "#graph/schema/region/cities.ts";
import type { Enterprise } from "#graph/schema/records/enterprise.ts";
import type { Evidence } from "#graph/schema/records/evidence.ts";
import type { Exchange } from "#graph/schema/records/exchange.ts";
import type { Listing } from "#graph/schema/records/listing.ts";
import type { Park } from "#graph/schema/records/park.ts";
import { unitByLayer, type Layer } from "#graph/schema/records/layer.ts";
import { makeQuantity, type Quantity, type QuantityKind } from "#graph/schema/records/quantity.ts";
import type { Resource } from "#graph/schema/records/resource.ts";
import { pick, randomInt, randomNormal, type Random } from "./random.ts";

const evidence: Evidence = {
  grade: "inferred",
  sourceKind: "generator",
  sourceUrl: null,
  confidence: "low",
  asOfYear: null,
  noteZh: null,
  noteEn: null,
  synthetic: true,
};

/** Industries of synthetic enterprises, GB/T 4754-2017. */
const industries = [
  ["26", "化学原料和化学制品制造业"],
  ["25", "石油、煤炭及其他燃料加工业"],
  ["30", "非金属矿物制品业"],
  ["31", "黑色金属冶炼和压延加工业"],
  ["32", "有色金属冶炼和压延加工业"],
  ["13", "农副食品加工业"],
  ["17", "纺织业"],
  ["22", "造纸和纸制品业"],
  ["27", "医药制造业"],
  ["44", "电力、热力生产和供应业"],
] as const;

/** Seven digits keep the order of keys the order of making. */
const numbered = (number: number) => String(number + 1).padStart(7, "0");
const parkId = (number: number) => `syn-p-${numbered(number)}`;
const enterpriseId = (number: number) => `syn-e-${numbered(number)}`;

const nearestByCity = new Map(cities.map((city) => [city.code, nearestCities(city)]));

/** The three nearest city seats of the same province. */
function nearestCities(city: City): readonly City[] {
  const distance = (other: City) => Math.hypot((other.lon - city.lon) * 0.82, other.lat - city.lat);
  return cities
    .filter((other) => other !== city && other.provinceCode === city.provinceCode)
    .sort((left, right) => distance(left) - distance(right))
    .slice(0, 3);
}

/** A park on the way from its city's seat to that of a neighbour in the same province, nearer its own. */
export function makePark(number: number, random: Random): Park {
  const city = pick(random, cities);
  const neighbour = pick(random, nearestByCity.get(city.code) ?? [city]);
  const way = random() * 0.45;
  const near = (own: number, other: number) =>
    Number((own + way * (other - own) + (random() - 0.5) * 0.1).toFixed(4));
  const { provinceCode, code: cityCode } = city;
  return {
    id: parkId(number),
    nameZh: `合成园区${numbered(number)}`,
    nameEn: `Synthetic park ${numbered(number)}`,
    otherNames: [],
    aliases: [],
    provinceCode,
    cityCode,
    countyCode: null,
    countyZh: null,
    levelZh: null,
    levelEn: null,
    ecoTypeZh: null,
    ecoTypeEn: null,
    ecoStatus: null,
    approvedOn: null,
    namedOn: null,
    titlesZh: [],
    titlesEn: [],
    lon: near(city.lon, neighbour.lon),
    lat: near(city.lat, neighbour.lat),
    coordSourceZh: "生成器",
    coordSourceEn: "generator",
    coordErrorKm: 5,
    mainIndustriesZh: [pick(random, industries)[1]],
    mainIndustriesEn: [],
    overlaps: [],
    noteZh: null,
    noteEn: null,
    evidence,
  };
}

/** An enterprise of a park, or without one somewhere in Shandong. */
export function makeEnterprise(
  { number, place }: { number: number; place: { park: number; cityCode: string } | null },
  random: Random,
): Enterprise {
  const [industryCode, industryZh] = pick(random, industries);
  return {
    id: enterpriseId(number),
    nameZh: `合成企业${numbered(number)}`,
    nameEn: `Synthetic enterprise ${numbered(number)}`,
    otherNames: [],
    aliases: [],
    kind: "plant",
    parkId: place === null ? null : parkId(place.park),
    areaZh: null,
    areaEn: null,
    countyCode: null,
    cityCode: place?.cityCode ?? null,
    provinceCode: place?.cityCode.slice(0, 2) ?? "37",
    industryZh,
    industryEn: null,
    industryCode,
    industryBasisZh: "生成器",
    industryBasisEn: "generator",
    companyZh: null,
    companyEn: null,
    lon: null,
    lat: null,
    coordSourceZh: null,
    coordSourceEn: null,
    coordErrorKm: null,
    placeBasisZh: null,
    placeBasisEn: null,
    noteZh: null,
    noteEn: null,
    evidence,
  };
}

interface ExchangeParts {
  readonly number: number;
  readonly supplier: number;
  readonly receiver: number;
  readonly resource: Resource;
}

export function makeExchange(
  { number, supplier, receiver, resource }: ExchangeParts,
  random: Random,
): Exchange {
  const status = drawStatus(random);
  return {
    id: `syn-x-${numbered(number)}`,
    aliases: [],
    supplierId: enterpriseId(supplier),
    receiverId: enterpriseId(receiver),
    resourceCode: resource.code,
    resourceZh: resource.nameZh,
    resourceEn: resource.nameEn,
    layer: resource.layer,
    linkKind: resource.layer === "material" ? "by-product" : "utility",
    quantity: drawQuantity(resource.layer, status === "planned" ? "planned" : null, random),
    quantityNoteZh: null,
    quantityNoteEn: null,
    hazardous: resource.hazardous,
    status,
    statusNoteZh: null,
    statusNoteEn: null,
    ...drawYears(random),
    sameCompany: false,
    evidence,
  };
}

interface ListingParts {
  readonly number: number;
  readonly enterprise: number;
  readonly resource: Resource;
}

export function makeListing({ number, enterprise, resource }: ListingParts, random: Random): Listing {
  return {
    id: `syn-l-${numbered(number)}`,
    aliases: [],
    enterpriseId: enterpriseId(enterprise),
    direction: random() < 0.5 ? "offer" : "need",
    resourceCodes: [resource.code],
    resourceZh: resource.nameZh,
    resourceEn: resource.nameEn,
    layer: resource.layer,
    quantity: drawQuantity(resource.layer, null, random),
    quantityNoteZh: null,
    quantityNoteEn: null,
    partOf: null,
    qualityZh: null,
    qualityEn: null,
    hazardous: resource.hazardous,
    status: "operating",
    statusNoteZh: null,
    statusNoteEn: null,
    ...drawYears(random),
    validUntil: null,
    confidentiality: pick(random, ["public", "registered", "partners"]),
    evidence,
  };
}

function drawStatus(random: Random): Exchange["status"] {
  const share = random();
  if (share < 0.85) return "operating";
  if (share < 0.9) return "under-construction";
  return share < 0.95 ? "planned" : "historic";
}

/** Middle of the log-normal law of yearly quantities: t, GJ and m³ a year. */
const usualQuantity: Record<Layer, number> = { material: 8000, energy: 60_000, water: 150_000 };

/** A yearly quantity of three digits; one in four is not known. */
function drawQuantity(layer: Layer, kind: QuantityKind | null, random: Random): Quantity | null {
  if (random() < 0.25) return null;
  const amount = Number((usualQuantity[layer] * Math.exp(1.5 * randomNormal(random))).toPrecision(3));
  const known = kind ?? pick(random, ["reported", "reported", "reported", "approximate", "capacity"]);
  return makeQuantity(amount, unitByLayer[layer], known, layer);
}

function drawYears(random: Random): { yearFrom: number; yearTo: number | null } {
  const yearFrom = 2005 + randomInt(random, 20);
  return { yearFrom, yearTo: random() < 0.3 ? yearFrom + randomInt(random, 2026 - yearFrom) : null };
}
