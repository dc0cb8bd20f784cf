import type { Candidate } from "#graph/schema/answers/candidate.ts";
import { isHazardousCode, type Resource } from "#graph/schema/records/resource.ts";

export type CodeMatch = Exclude<Candidate["match"], "rule" | "practice">;

/** How the codes of a network relate to each other. */
export interface CodeTable {
  /** How a thing of code `offered` answers a wish for code `needed`; null where the codes do not meet. */
  matchOf(offered: string, needed: string): CodeMatch | null;
  /** Codes of the network that meet `code`, itself included, in code-point order. */
  relativesOf(code: string): readonly CodeRelative[];
  readonly resourceByCode: ReadonlyMap<string, Resource>;
}

export interface CodeRelative {
  readonly code: string;
  readonly match: CodeMatch;
}

/** Heads of families: they name no class, so two rows that share one may be quite different things. */
const bareCodes: ReadonlySet<string> = new Set(["HW", "SW59", "EN", "WA", "MA"]);

/** Never part of "some hazardous waste": medical waste has its own collection and its own plants. */
const apartFromFamily: ReadonlySet<string> = new Set(["HW01"]);

/** The class of an eight-digit hazardous-waste code: 900-249-08 → HW08. */
export function hazardClassOf(code: string): string | null {
  return /^\d{3}-\d{3}-\d{2}$/.test(code) ? `HW${code.slice(-2)}` : null;
}

/** Broader codes, nearest first: EN41 → EN40, EN; 900-249-08 → HW08, HW. */
function ancestorsOf(code: string, resourceByCode: ReadonlyMap<string, Resource>): readonly string[] {
  const ancestors: string[] = [];
  let current = code;
  for (let depth = 0; depth < 4; depth++) {
    const parent = resourceByCode.get(current)?.parentCode ?? defaultParent(current);
    if (parent === null || parent === current) break;
    ancestors.push(parent);
    current = parent;
  }
  return ancestors;
}

/** Parents that follow from the way a code is written, for codes the network's list does not hold. */
function defaultParent(code: string): string | null {
  const hazardClass = hazardClassOf(code);
  if (hazardClass !== null) return hazardClass;
  const family = /^(HW|EN|WA|MA)\d{2}$/.exec(code)?.[1];
  return family ?? null;
}

/**
 * Relates codes. Equal codes match as `same-code`; a code and a broader one as `parent-code`; anything that rests on a
 * bare family (HW, SW59, EN, WA, MA, or a resource marked `familyOnly`) is `class-unknown` at best. Siblings do not meet.
 */
export function createCodeTable(resources: readonly Resource[], usedCodes: ReadonlySet<string>): CodeTable {
  const resourceByCode = new Map(resources.map((resource) => [resource.code, resource]));
  const isBare = (code: string) => isFamilyCode(code, { resourceByCode });
  const ancestors = new Map([...usedCodes].map((code) => [code, ancestorsOf(code, resourceByCode)]));
  const ofCode = (code: string) => ancestors.get(code) ?? ancestorsOf(code, resourceByCode);

  const matchOf = (offered: string, needed: string): CodeMatch | null => {
    if (offered === needed) return isBare(offered) ? "class-unknown" : "same-code";
    const broader = ofCode(offered).includes(needed)
      ? needed
      : ofCode(needed).includes(offered)
        ? offered
        : null;
    if (broader === null) return null;
    if (!isBare(broader)) return "parent-code";
    return apartFromFamily.has(offered) || apartFromFamily.has(needed) ? null : "class-unknown";
  };

  const sorted = [...usedCodes].sort();
  const relatives = new Map<string, readonly CodeRelative[]>();
  const relativesOf = (code: string): readonly CodeRelative[] => {
    const known = relatives.get(code);
    if (known !== undefined) return known;
    const found = sorted.flatMap((other) => {
      const match = matchOf(code, other);
      return match === null ? [] : [{ code: other, match }];
    });
    relatives.set(code, found);
    return found;
  };
  return { matchOf, relativesOf, resourceByCode };
}

/** Whether a code names a family only, no class. */
export function isFamilyCode(code: string, { resourceByCode }: Pick<CodeTable, "resourceByCode">): boolean {
  return bareCodes.has(code) || resourceByCode.get(code)?.familyOnly === true;
}

/** Whether a code stands for hazardous waste, by the way it is written or by the code list. */
export function isHazardous(code: string, table: CodeTable): boolean {
  return isHazardousCode(code) || table.resourceByCode.get(code)?.hazardous === true;
}
