import { SymbiosisError } from "#graph/errors.ts";
import { estimate, type Estimate, type EstimateInput } from "#graph/inventory/estimates.ts";
import { potentialOf, type Area } from "#graph/inventory/potential.ts";
import { sitesOf, type Site } from "#graph/inventory/sites.ts";
import { standingsOf, type Standing } from "#graph/inventory/stated.ts";
import { useRatesOf } from "#graph/inventory/use-rates.ts";
import { speaksOf, type Material } from "#graph/projection/materials.ts";
import type { EstimateInputs } from "#graph/schema/answers/estimate.ts";
import type { Potential, PotentialLevel } from "#graph/schema/answers/potential.ts";
import type { QueryOf } from "#graph/schema/api/contract.ts";
import { cityByCode } from "#graph/schema/region/cities.ts";
import { countyByCode } from "#graph/schema/region/counties.ts";
import { provinceByCode } from "#graph/schema/region/provinces.ts";
import type { LoadedNetwork } from "./loaded-network.ts";
import { assertKnown, materialOf } from "./selections.ts";

/** An estimate with what is known of its site and of the same from records. */
export interface SeenEstimate {
  readonly estimate: Estimate;
  readonly site: Site | null;
  readonly standing: Standing | null;
  /** Share of what arises that a published rate says is used; null where none is known. */
  readonly usedShare: number | null;
}

/** Estimates of one version, with what they stand beside. */
export interface EstimateSet {
  readonly estimates: readonly Estimate[];
  readonly seen: readonly SeenEstimate[];
}

/** The estimates of the records as they are; worked out once a version. */
export function estimatesUnder(snapshot: LoadedNetwork): EstimateSet {
  return snapshot.getOrCompute("estimates", () => estimateSet(snapshot, snapshot.network));
}

function estimateSet({ network }: LoadedNetwork, input: EstimateInput): EstimateSet {
  const estimates = estimate(input);
  const sites = sitesOf(network);
  const standings = standingsOf(network, estimates);
  const rateOf = useRatesOf(network.coefficients);
  const seen = estimates.map((each) => ({
    estimate: each,
    site: sites.get(each.siteId) ?? null,
    standing: standings.get(each.id) ?? null,
    usedShare: each.direction === "offer" ? (rateOf(each.resourceCode)?.best ?? null) : null,
  }));
  return { estimates, seen };
}

/** The estimates with other values for some coefficients and activities. Throws `unknown-id` for one that is not there. */
export function withInputs(snapshot: LoadedNetwork, inputs: EstimateInputs): EstimateSet {
  const { network } = snapshot;
  const { coefficients = {}, activities = {} } = inputs;
  assertAll(network.coefficients, coefficients, "coefficients");
  assertAll(network.activities, activities, "activities");
  return estimateSet(snapshot, {
    ...network,
    coefficients: network.coefficients.map((each) => {
      const given = coefficients[each.id];
      if (given === undefined) return each;
      const scale = given.best / each.best;
      const scaled = (bound: number | null) => (bound === null ? null : bound * scale);
      const { low = scaled(each.low), high = scaled(each.high) } = given;
      return { ...each, low, best: given.best, high };
    }),
    activities: network.activities.map((each) => {
      const amount = activities[each.id];
      return amount === undefined ? each : { ...each, amount };
    }),
  });
}

function assertAll(records: readonly { readonly id: string }[], given: object, pointer: string): void {
  const known = new Set(records.map(({ id }) => id));
  for (const id of Object.keys(given)) assertKnown(known, id, `/${pointer}/${id}`);
}

const asked = (snapshot: LoadedNetwork, id: string | undefined): Material | undefined =>
  id === undefined ? undefined : materialOf(snapshot, id, "resource");

export function selectEstimates(
  snapshot: LoadedNetwork,
  { seen }: EstimateSet,
  query: QueryOf<"estimates">,
): readonly SeenEstimate[] {
  const { park, province, city, layer, direction, standing } = query;
  const enterprise =
    query.enterprise === undefined ? undefined : snapshot.formerIds.enterprise(query.enterprise);
  assertKnown(snapshot.parkById, park, "park");
  assertSite(snapshot, seen, enterprise);
  const material = asked(snapshot, query.resource);
  return seen.filter(
    ({ estimate: each, site, standing: own }) =>
      (enterprise === undefined || each.siteId === enterprise) &&
      (park === undefined || site?.parkId === park) &&
      isInDivision(site, province, city) &&
      (layer === undefined || layer.includes(each.layer)) &&
      (direction === undefined || each.direction === direction) &&
      (standing === undefined || isStanding(own, standing)) &&
      (material === undefined || speaksOfEstimate(material, each)),
  );
}

/** A site without an estimate is no mistake, an id that nothing bears is. */
function assertSite(
  { enterpriseById }: LoadedNetwork,
  seen: readonly SeenEstimate[],
  id: string | undefined,
) {
  if (id === undefined || enterpriseById.has(id)) return;
  assertKnown(new Set(seen.map(({ estimate: { siteId } }) => siteId)), id, "enterprise");
}

const speaksOfEstimate = (material: Material, { resourceCode, resourceZh, resourceEn }: Estimate) =>
  speaksOf(material, { codes: [resourceCode], nameZh: resourceZh, nameEn: resourceEn });

/** No member named means any. */
function isInDivision(
  site: Site | null,
  provinces: readonly string[] | undefined,
  cities: readonly string[] | undefined,
): boolean {
  return (
    (provinces === undefined || provinces.includes(site?.provinceCode ?? "")) &&
    (cities === undefined || cities.includes(site?.cityCode ?? ""))
  );
}

function isStanding(own: Standing | null, wanted: NonNullable<QueryOf<"estimates">["standing"]>): boolean {
  const isStated = own?.stated !== null && own !== null;
  if (wanted === "estimated") return !isStated;
  return wanted === "replaced" ? isStated : own?.disagrees === true;
}

const areaOf: Readonly<Record<PotentialLevel, (site: Site, snapshot: LoadedNetwork) => Area | null>> = {
  park: ({ parkId }, { parkById }) => parkById.get(parkId ?? "") ?? null,
  county: ({ countyCode }) => named(countyByCode.get(countyCode ?? ""), countyCode),
  city: ({ cityCode }) => named(cityByCode.get(cityCode ?? ""), cityCode),
  province: ({ provinceCode }) => named(provinceByCode.get(provinceCode ?? ""), provinceCode),
};

function named(
  division: { readonly nameZh: string; readonly nameEn: string } | undefined,
  id: string | null,
): Area | null {
  return division === undefined || id === null
    ? null
    : { id, nameZh: division.nameZh, nameEn: division.nameEn };
}

export function selectPotential(snapshot: LoadedNetwork, query: QueryOf<"potential">): readonly Potential[] {
  const { level = "city", province, city, layer, estimates = "yes", sort = "rest-offer" } = query;
  if (level === "province" && city !== undefined)
    throw new SymbiosisError("invalid-request", "city is a part of the areas of level province", {
      details: [
        { pointer: "city", message: "a province is larger than a city: ask for level city, county or park" },
      ],
    });
  const material = asked(snapshot, query.resource);
  const key = `potential ${level} ${estimates} ${province?.join() ?? ""} ${city?.join() ?? ""}`;
  const rows = snapshot.getOrCompute(key, () =>
    potentialOf(
      snapshot.network,
      estimates === "yes" ? estimatesUnder(snapshot).estimates : [],
      level,
      (site) => (isInDivision(site, province, city) ? areaOf[level](site, snapshot) : null),
    ),
  );
  const kept = rows.filter(
    (row) =>
      (layer === undefined || layer.includes(row.layer)) &&
      (material === undefined ||
        speaksOf(material, { codes: [row.resourceCode], nameZh: row.resourceNameZh, nameEn: null })),
  );
  if (sort === "area") return kept;
  const sizeOf = ({ offer, need }: Potential) => (sort === "rest-offer" ? offer : need).rest?.best ?? -1;
  const families = new Set(
    snapshot.network.resources.filter(({ familyOnly }) => familyOnly).map(({ code }) => code),
  );
  const isFamily = ({ resourceCode }: Potential) => Number(families.has(resourceCode));
  // Amounts of different units do not compare: each unit has its own order. A sum over a family is large and finds no
  // partner for that: it stands behind what can be acted upon.
  return kept.toSorted(
    (left, right) =>
      unitOrder.indexOf(left.unit) - unitOrder.indexOf(right.unit) ||
      isFamily(left) - isFamily(right) ||
      sizeOf(right) - sizeOf(left),
  );
}

const unitOrder: readonly Potential["unit"][] = ["t/a", "GJ/a", "m3/a"];
