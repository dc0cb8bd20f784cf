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
