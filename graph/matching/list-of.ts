import type { Candidate } from "#graph/schema/answers/candidate.ts";
import { roadRange } from "./ends/road-range.ts";
import { haulLimitOf } from "./gates/haul-limit.ts";
import { isUnpaidHaul } from "./gates/haul-reach.ts";
import type { Link } from "./link.ts";
import { isUnshownUse } from "./rules/fit.ts";

const farGuess = 1.5;

/**
 * The list a link stands in: what may exist already, what one end of which is a total (nobody to call there: it goes with
 * the gaps of the city), what only grounds elsewhere or a generous price would carry, and the rest by its ground.
 */
export function listOf(link: Link): Candidate["list"] {
  const { placement, likely, match, basis, supplier, receiver } = link;
  if (likely !== null) return "probably-existing";
  if (supplier.party.pooled || receiver.party.pooled) return "with-total";
  if (basis === "industry-industry") return "hypothesis";
  if (placement === "same-park") return "same-park";
  const isWeak = match === "practice" || isFarGuess(link) || isUnpaidHaul(link) || restsOnUnshownUse(link);
  return isWeak ? "hypothesis" : "between-parks";
}

/** A guess on a use that nobody is known to practise. */
function restsOnUnshownUse({ basis, ruleCase }: Link): boolean {
  return basis !== "offer-need" && ruleCase !== null && isUnshownUse(ruleCase.rule);
}

/**
 * A guess at an end that has said nothing, half as far again as is typical (one exchange in three goes so far): nearer
 * neighbours come first.
 */
function isFarGuess(link: Link): boolean {
  if (link.basis === "offer-need") return false;
  return roadRange(link.supplier, link.receiver).expectedKm > farGuess * haulLimitOf(link).reach.typicalKm;
}
