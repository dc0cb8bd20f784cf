import type { Enterprise } from "#graph/schema/records/enterprise.ts";

/** How near two GB/T 4754 codes are: equal digits from the left, 4 (or the whole shorter rule code) down to 2; 0 = apart. */
export type IndustryLevel = 0 | 2 | 3 | 4;

/** Codes that take or make the same stream although the list separates them. */
const kindred: readonly (readonly string[])[] = [
  ["4411", "4412"],
  ["3110", "3120"],
];

/** `wanted` is a rule's code, `actual` an enterprise's. A rule code of three digits is met in full by any code under it. */
export function industryLevel(wanted: string, actual: string | null): IndustryLevel {
  if (actual === null || wanted.length < 2 || actual.length < 2) return 0;
  if (actual.startsWith(wanted)) return 4;
  if (isKindred(wanted, actual)) return 3;
  if (wanted.slice(0, 3) === actual.slice(0, 3) && actual.length >= 3) return 3;
  return wanted.slice(0, 2) === actual.slice(0, 2) ? 2 : 0;
}

function isKindred(left: string, right: string): boolean {
  return kindred.some((family) => family.includes(left) && family.includes(right));
}

/** Whether an industry is one of a rule's, to the last digit or by kinship. */
export function isRole(codes: readonly string[], industry: string): boolean {
  return codes.some((code) => industryLevel(code, industry) === 4 || isKindred(code, industry));
}

export function bestLevel(wanted: readonly string[], actual: string | null): IndustryLevel {
  let best: IndustryLevel = 0;
  for (const code of wanted) {
    const level = industryLevel(code, actual);
    if (level > best) best = level;
  }
  return best;
}

/** Classes that hold unlike processes: basic chemicals of any kind. */
const manifold: ReadonlySet<string> = new Set(["2611", "2613", "2614", "2651"]);

/**
 * Classes that do not say which goods a plant can use: "other …" (fourth digit 9) and basic chemicals. A plant of such a
 * class is taken for a user of a material only where it is known to use it.
 */
export function isUntellingIndustry(code: string): boolean {
  return (code.length === 4 && code.endsWith("9")) || manifold.has(code);
}

/** Firms whose trade is waste treatment; they are not buyers of goods and do not feed each other with raw waste. */
export function isWasteTreatment(code: string | null): boolean {
  return code !== null && (code.startsWith("772") || code.startsWith("782"));
}

const notCoalFired =
  /燃机|燃气|煤气|天然气|污泥|秸秆|生物|余热|垃圾|核能|核电|尾气|CCGT|gas turbine|gas-fired|biomass|nuclear/i;
const grindingOnly = /粉磨|微粉|slag powder|grinding/i;
const electrolysis = /电解|electroly/i;

/** Resources that come out of, or serve, a coal boiler only: ash, slag, desulphurisation gypsum and its reagents, gangue. */
const coalBoilerSubstances: ReadonlySet<string> = new Set([
  "fly-ash",
  "boiler-slag",
  "fgd-gypsum",
  "gangue",
  "coal-slime",
  "red-mud",
  "carbide-slag",
  "lime-mud",
  "filter-mud",
  "paper-sludge",
  "sewage-sludge",
  "ammonium-sulphate",
]);

/** A plant that polishes effluent, or treats an industrial one, has no municipal sludge to give. */
const notMunicipal = /再生水|中水|工业废水|循环产业园|化工|治理厂|reclaimed water/;

/** Streams that enter a cement kiln as raw meal: a grinding station has no kiln. */
const rawMealSubstances: ReadonlySet<string> = new Set(["carbide-slag", "lime-mud", "red-mud"]);
/** Streams that enter an alumina refinery: a smelter of the same industry code has none. */
const aluminaSubstances: ReadonlySet<string> = new Set(["carbide-slag", "fly-ash", "red-mud"]);

/** Processes an industry code alone does not tell; bits of a set. */
const coalBoiler = 1;
const cementKiln = 2;
const aluminaRefinery = 4;
const municipalSludge = 8;

/**
 * Processes a plant of its industry does not have, as far as its name tells: a gas turbine is not a coal boiler, a grinding
 * station no kiln, a smelter no refinery. 0 where nothing speaks against.
 */
export function missingProcessesOf({ industryCode, nameZh, nameEn }: Enterprise): number {
  const name = `${nameZh} ${nameEn ?? ""}`;
  switch (industryCode ?? "") {
    case "4411":
    case "4412":
      return notCoalFired.test(name) ? coalBoiler : 0;
    case "3011":
      return grindingOnly.test(name) ? cementKiln : 0;
    case "3216":
      return electrolysis.test(name) ? aluminaRefinery : 0;
    case "4620":
      return notMunicipal.test(name) ? municipalSludge : 0;
    default:
      return 0;
  }
}

/** Processes by which a plant makes or uses these substances; a set of the same bits. */
export function processesFor(substances: readonly string[]): number {
  const any = (list: ReadonlySet<string>, bit: number) => (substances.some((id) => list.has(id)) ? bit : 0);
  return (
    any(coalBoilerSubstances, coalBoiler) |
    any(rawMealSubstances, cementKiln) |
    any(aluminaSubstances, aluminaRefinery) |
    (substances.includes("sewage-sludge") ? municipalSludge : 0)
  );
}
