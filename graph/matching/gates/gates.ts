import type { Gate } from "#graph/schema/answers/candidate.ts";
import { crossProvincePermission } from "./cross-province-permission.ts";
import type { GateContext, GateLink, GateRule, GateText } from "./gate.ts";
import { grade, gradeFails } from "./grade.ts";
import { haulFails, haulReach } from "./haul-reach.ts";
import { asksHazardClass, hazardousLicence, licenceFailureOf } from "./hazardous-licence.ts";
import { crossProvincePermissionText } from "./text/cross-province-permission.ts";
import { gradeText } from "./text/grade.ts";
import { legalBasisOf } from "./legal-basis.ts";
import { haulReachText } from "./text/haul-reach.ts";
import { hazardousLicenceText } from "./text/hazardous-licence.ts";
import { wasteIdentificationText } from "./text/waste-identification.ts";
import { wasteIdentification } from "./waste-identification.ts";

/** The gates of a candidate, always in this order. */
const gates: readonly ((link: GateLink, context: GateContext) => Gate | null)[] = [
  written(wasteIdentification, wasteIdentificationText),
  written(hazardousLicence, hazardousLicenceText),
  written(crossProvincePermission, crossProvincePermissionText),
  written(haulReach, haulReachText),
  written(grade, gradeText),
];

/** Every gate that has something to judge, written out. Unknown is never pass. */
export function gatesOf(link: GateLink, context: GateContext): Gate[] {
  return gates.map((gate) => gate(link, context)).filter((gate) => gate !== null);
}

/**
 * Whether a link is held back: a gate that can fail does, or a hazardous waste matches by its family alone, which is a
 * question and no candidate. On numbers and records alone, so that a search can ask it of every pair it looks at.
 */
export function isHeldBack(link: GateLink): boolean {
  return asksHazardClass(link) || gradeFails(link) || licenceFailureOf(link) !== null || haulFails(link);
}

function written<Facts>({ id, judge }: GateRule<Facts>, text: GateText<Facts>) {
  return (link: GateLink, context: GateContext): Gate | null => {
    const judgement = judge(link, context);
    if (judgement === null) return null;
    const { verdict, facts, legal = null, remarks = new Set(), assumption = false } = judgement;
    const { zh, en } = text(facts);
    return {
      id,
      verdict,
      reasonZh: zh,
      reasonEn: en,
      assumption,
      legal: legal && legalBasisOf(legal, remarks, context.asOf),
    };
  };
}
