import type { End } from "#graph/matching/ends/end.ts";
import { isWasteTreatment } from "#graph/matching/knowledge/industries.ts";

const residues = /残渣|飞灰|炉渣|沼渣|沼液|灰渣|干化污泥|蒸汽|余热|热力|冷凝水|再生水|residue|ash|steam/i;

/**
 * Whether two ends may be partners at all: different enterprises, different companies (an unknown company is no
 * hindrance), not two totals (nobody could act on it), not two waste-treatment firms handing the same waste round.
 */
export function canPair(supplier: End, receiver: End, code: string): boolean {
  const [from, to] = [supplier.party, receiver.party];
  if (from === to || (from.pooled && to.pooled)) return false;
  if (from.company >= 0 && from.company === to.company) return false;
  return !isWasteRoundTrip(supplier, receiver, code);
}

/** A treatment firm passes on what its process leaves (ash, steam, residue), not the waste it was sent. */
function isWasteRoundTrip(supplier: End, receiver: End, code: string): boolean {
  if (!/^(?:SW|HW|\d)/.test(code)) return false;
  const isTreater = supplier.party.enterprise.industryCode?.startsWith("772") === true;
  if (!isTreater || !isWasteTreatment(receiver.party.enterprise.industryCode)) return false;
  return !residues.test(supplier.listing?.resourceZh ?? "");
}
