import type { Enterprise } from "#graph/schema/records/enterprise.ts";
import type { Evidence } from "#graph/schema/records/evidence.ts";
import type { Exchange } from "#graph/schema/records/exchange.ts";
import { cityByCode } from "#graph/schema/region/cities.ts";
import { cityErrorKm, countyByCode, countyErrorKm } from "#graph/schema/region/counties.ts";
import { placeKindOf } from "#graph/schema/answers/place.ts";
import { ownPointErrorKm } from "#graph/projection/places/headers.ts";
import type { Origin } from "#graph/schema/answers/origin.ts";
import { toFullQuery } from "#graph/schema/filter/filter.ts";
import type { Park } from "#graph/schema/records/park.ts";
import {
  enterprisesOf,
  layerFlowOf,
  type FilteredNetwork,
} from "#graph/projection/filter/filtered-network.ts";

export type Cell = string | number | boolean | null;

/** One attribute of nodes or edges, the same in every export format. */
export interface Column<Row> {
  readonly name: string;
  /** `truth` is true, false or null for not known. */
  readonly type: "string" | "int" | "double" | "boolean" | "truth";
  readonly read: (row: Row) => Cell;
}

// What XML 1.0 (§2.2) forbids even as a reference: most control characters, lone surrogates, U+FFFE and U+FFFF.
// oxlint-disable-next-line no-control-regex
const uncarried = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

/** One attribute of a row. Characters that one of the formats cannot carry are left out in all of them. */
export function cellOf<Row>({ read }: Column<Row>, row: Row): Cell {
  const cell = read(row);
  return typeof cell === "string" ? cell.replace(uncarried, "") : cell;
}

export interface NodeRow {
  readonly enterprise: Enterprise;
  readonly park: Park | null;
  readonly placeId: string;
}

export interface EdgeRow {
  readonly exchange: Exchange;
  readonly supplier: Enterprise | undefined;
  readonly receiver: Enterprise | undefined;
}

/** What an export says about itself. */
export interface ExportNote extends Origin {
  readonly networkVersion: number;
  /** Every condition of the filter as a query string, defaults written out. */
  readonly filter: string;
}

export function noteOf(
  { network, filter }: FilteredNetwork,
  { contentHash, productVersion }: Origin,
): ExportNote {
  const conditions = Object.entries(toFullQuery(filter)).map(
    ([key, value]) => `${key}=${encodeURIComponent(value).replaceAll("%2C", ",")}`,
  );
  return { networkVersion: network.version, contentHash, productVersion, filter: conditions.join("&") };
}

/** Enterprises that are nodes under the filter, and every end of an exchange it left. */
export function* nodeRows(filtered: FilteredNetwork): Generator<NodeRow> {
  const { network, exchanges, placeIdByEnterprise } = filtered;
  const parkById = new Map(network.parks.map((park) => [park.id, park]));
  const wanted = new Set(enterprisesOf(filtered).map(({ id }) => id));
  for (const { supplierId, receiverId } of exchanges) wanted.add(supplierId).add(receiverId);
  for (const enterprise of network.enterprises)
    if (wanted.has(enterprise.id))
      yield {
        enterprise,
        park: parkById.get(enterprise.parkId ?? "") ?? null,
        placeId: placeIdByEnterprise.get(enterprise.id) ?? "",
      };
}

export function* edgeRows({ exchanges, enterpriseById }: FilteredNetwork): Generator<EdgeRow> {
  for (const exchange of exchanges)
    yield {
      exchange,
      supplier: enterpriseById.get(exchange.supplierId),
      receiver: enterpriseById.get(exchange.receiverId),
    };
}

/** The best known point of an enterprise with its error, km: its own, its park's, its county's or its city's seat. */
function pointOf({ enterprise, park }: NodeRow) {
  const { lon, lat, coordErrorKm, countyCode, cityCode } = enterprise;
  if (lon !== null && lat !== null)
    return { lon, lat, errorKm: coordErrorKm ?? ownPointErrorKm, of: "enterprise" };
  if (park !== null) return { lon: park.lon, lat: park.lat, errorKm: park.coordErrorKm, of: "park" };
  const county = countyByCode.get(countyCode ?? "");
  if (county !== undefined)
    return { lon: county.lon, lat: county.lat, errorKm: countyErrorKm(county), of: "county" };
  const city = cityByCode.get(cityCode ?? "");
  return city === undefined
    ? { lon: null, lat: null, errorKm: null, of: null }
    : { lon: city.lon, lat: city.lat, errorKm: cityErrorKm(city.code), of: "city" };
}

function evidenceColumns<Row>(evidenceOf: (row: Row) => Evidence): readonly Column<Row>[] {
  return [
    { name: "evidenceGrade", type: "string", read: (row) => evidenceOf(row).grade },
    { name: "sourceKind", type: "string", read: (row) => evidenceOf(row).sourceKind },
    { name: "sourceUrl", type: "string", read: (row) => evidenceOf(row).sourceUrl },
    { name: "confidence", type: "string", read: (row) => evidenceOf(row).confidence },
    { name: "asOfYear", type: "int", read: (row) => evidenceOf(row).asOfYear },
    { name: "evidenceNoteZh", type: "string", read: (row) => evidenceOf(row).noteZh },
    { name: "evidenceNoteEn", type: "string", read: (row) => evidenceOf(row).noteEn },
    { name: "synthetic", type: "boolean", read: (row) => evidenceOf(row).synthetic },
  ];
}

/** Attributes of a node besides its id. */
export const nodeColumns: readonly Column<NodeRow>[] = [
  { name: "label", type: "string", read: ({ enterprise }) => enterprise.nameZh },
  { name: "nameEn", type: "string", read: ({ enterprise }) => enterprise.nameEn },
  { name: "kind", type: "string", read: ({ enterprise }) => enterprise.kind },
  { name: "placeId", type: "string", read: ({ placeId }) => placeId },
  { name: "placeKind", type: "string", read: ({ placeId }) => placeKindOf(placeId) },
  { name: "parkId", type: "string", read: ({ enterprise }) => enterprise.parkId },
  { name: "parkZh", type: "string", read: ({ park }) => park?.nameZh ?? null },
  { name: "parkEn", type: "string", read: ({ park }) => park?.nameEn ?? null },
  { name: "areaZh", type: "string", read: ({ enterprise }) => enterprise.areaZh },
  { name: "areaEn", type: "string", read: ({ enterprise }) => enterprise.areaEn },
  { name: "countyCode", type: "string", read: ({ enterprise }) => enterprise.countyCode },
  { name: "cityCode", type: "string", read: ({ enterprise }) => enterprise.cityCode },
  { name: "provinceCode", type: "string", read: ({ enterprise }) => enterprise.provinceCode },
  { name: "industryCode", type: "string", read: ({ enterprise }) => enterprise.industryCode },
  { name: "industryZh", type: "string", read: ({ enterprise }) => enterprise.industryZh },
  { name: "industryEn", type: "string", read: ({ enterprise }) => enterprise.industryEn },
  { name: "companyZh", type: "string", read: ({ enterprise }) => enterprise.companyZh },
  { name: "companyEn", type: "string", read: ({ enterprise }) => enterprise.companyEn },
  { name: "lon", type: "double", read: (row) => pointOf(row).lon },
  { name: "lat", type: "double", read: (row) => pointOf(row).lat },
  { name: "pointErrorKm", type: "double", read: (row) => pointOf(row).errorKm },
  { name: "pointOf", type: "string", read: (row) => pointOf(row).of },
  { name: "noteZh", type: "string", read: ({ enterprise }) => enterprise.noteZh },
  { name: "noteEn", type: "string", read: ({ enterprise }) => enterprise.noteEn },
  ...evidenceColumns<NodeRow>(({ enterprise }) => enterprise.evidence),
];

/**
 * Attributes of an edge besides its id and ends. `flowPerYear` is what may be summed inside a layer (t/a, GJ/a, m3/a);
 * `perYear` is any quantity as given, capacities and steam by mass included, in `perYearUnit`.
 */
export const edgeColumns: readonly Column<EdgeRow>[] = [
  { name: "supplierZh", type: "string", read: ({ supplier }) => supplier?.nameZh ?? null },
  { name: "receiverZh", type: "string", read: ({ receiver }) => receiver?.nameZh ?? null },
  { name: "layer", type: "string", read: ({ exchange }) => exchange.layer },
  { name: "resourceCode", type: "string", read: ({ exchange }) => exchange.resourceCode },
  { name: "resourceZh", type: "string", read: ({ exchange }) => exchange.resourceZh },
  { name: "resourceEn", type: "string", read: ({ exchange }) => exchange.resourceEn },
  { name: "linkKind", type: "string", read: ({ exchange }) => exchange.linkKind },
  { name: "hazardous", type: "truth", read: ({ exchange }) => exchange.hazardous },
  { name: "sameCompany", type: "truth", read: ({ exchange }) => exchange.sameCompany },
  { name: "status", type: "string", read: ({ exchange }) => exchange.status },
  { name: "statusNoteZh", type: "string", read: ({ exchange }) => exchange.statusNoteZh },
  { name: "statusNoteEn", type: "string", read: ({ exchange }) => exchange.statusNoteEn },
  { name: "yearFrom", type: "int", read: ({ exchange }) => exchange.yearFrom },
  { name: "yearTo", type: "int", read: ({ exchange }) => exchange.yearTo },
  { name: "flowPerYear", type: "double", read: ({ exchange }) => layerFlowOf(exchange) },
  { name: "perYear", type: "double", read: ({ exchange }) => exchange.quantity?.perYear ?? null },
  { name: "perYearUnit", type: "string", read: ({ exchange }) => exchange.quantity?.perYearUnit ?? null },
  { name: "quantityKind", type: "string", read: ({ exchange }) => exchange.quantity?.kind ?? null },
  { name: "enteredAmount", type: "double", read: ({ exchange }) => exchange.quantity?.amount ?? null },
  { name: "enteredUnit", type: "string", read: ({ exchange }) => exchange.quantity?.unit ?? null },
  { name: "assumption", type: "string", read: ({ exchange }) => exchange.quantity?.assumption ?? null },
  { name: "quantityNoteZh", type: "string", read: ({ exchange }) => exchange.quantityNoteZh },
  { name: "quantityNoteEn", type: "string", read: ({ exchange }) => exchange.quantityNoteEn },
  ...evidenceColumns<EdgeRow>(({ exchange }) => exchange.evidence),
];
