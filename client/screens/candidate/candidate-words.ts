import type { Candidate } from "#graph/schema/answers/candidate.ts";
import type { Selection } from "#client/model/view/selection.ts";
import type { Words } from "#client/ui/use-words.ts";

export const selectionOf = (candidate: Candidate): Selection => ({
  kind: "candidate",
  from: candidate.supplier.placeId,
  to: candidate.receiver.placeId,
  id: candidate.id,
});

/** The slots of an explanation in their order. */
export const slotNames = [
  "what",
  "route",
  "saving",
  "decider",
  "permission",
  "precedent",
  "firstCall",
] as const;

type End = Candidate["supplier"];

export const placeNameOf = ({ pick }: Words, end: End): string => pick(end.placeNameZh, end.placeNameEn);

/** What would flow: the supplier's own words for it where it has some, else the code's name. */
export function resourceOf({ pick }: Words, candidate: Candidate): string {
  const { supplier, resourceNameZh, resourceNameEn } = candidate;
  return supplier.resourceZh === null
    ? pick(resourceNameZh, resourceNameEn)
    : pick(supplier.resourceZh, supplier.resourceEn);
}

export const countGates = (candidate: Candidate, verdict: "pass" | "fail" | "unknown"): number =>
  candidate.gates.filter((gate) => gate.verdict === verdict).length;

/** What the transfer needs, in a word or two: the class of its permission. */
export function permissionOf({ t }: Words, { gates }: Candidate): string {
  const gate = gates.find(({ id }) => id === "cross-province-permission");
  return t(`permission.${gate?.legal?.permission ?? "undetermined"}`);
}

/** Distance in words, always as the estimate it is. */
export function distanceText(words: Words, distance: Candidate["distance"]): string {
  const { t, measure } = words;
  if (distance.roadKmEstimate === null) return t("distance.unknown");
  const text = t("distance.estimate", { road: measure(Math.round(distance.roadKmEstimate)) });
  return distance.uncertain ? `${text}${t("distance.uncertain")}` : text;
}
