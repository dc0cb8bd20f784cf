import type { End } from "#graph/matching/ends/end.ts";
import type { GateLink, GateRule } from "./gate.ts";

export interface GradeFacts {
  /** Steam is wanted and only hot water or low-grade heat is offered. */
  readonly tooCold: boolean;
  readonly kind: "heat" | "water" | "material";
  /** What the rule asks for; null where it says nothing in the language. */
  readonly limitZh: string | null;
  readonly limitEn: string | null;
}

/** Whether the grade of what is offered can serve the need. */
export const grade: GateRule<GradeFacts> = {
  id: "grade",
  judge: (link) => {
    const { supplier, receiver, code, ruleCase } = link;
    const tooCold = isTooCold(supplier, receiver, code);
    const { technicalLimitZh, technicalLimitEn, standard } = ruleCase?.rule ?? {};
    return {
      verdict: tooCold ? "fail" : "unknown",
      facts: {
        tooCold,
        kind: kindOf(code),
        limitZh: technicalLimitZh ?? standard ?? null,
        limitEn: technicalLimitEn ?? standard ?? null,
      },
    };
  },
};

export const gradeFails = ({ supplier, receiver, code }: GateLink) => isTooCold(supplier, receiver, code);

const kindOf = (code: string) =>
  code.startsWith("EN") ? "heat" : code.startsWith("WA") ? "water" : "material";

/** Heat by temperature: steam can always be throttled down, low-grade heat never becomes steam. */
const heatRank: Readonly<Record<string, number>> = { EN10: 3, EN20: 2, EN30: 1 };

const rankOf = (codes: readonly string[]) =>
  codes.reduce<number | null>((best, code) => {
    const rank = heatRank[code];
    return rank === undefined ? best : Math.max(best ?? 0, rank);
  }, null);

function isTooCold(supplier: End, receiver: End, code: string): boolean {
  const offered = rankOf(supplier.listing === null ? [code] : supplier.codes);
  const wanted = rankOf(receiver.listing === null ? [code] : receiver.codes);
  return offered !== null && wanted === 3 && offered < 3;
}
