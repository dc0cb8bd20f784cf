import type { End } from "#graph/matching/ends/end.ts";
import { wasteFit } from "#graph/matching/rules/fit.ts";
import type { MatchIndex } from "./match-index.ts";
import type { Target } from "./search.ts";

type Sketch = Omit<Target, "key" | "reach" | "maxPractice" | "practiceOf"> & { readonly keyName: string };

/** A target where anything is filed under its key, else none. */
export function makeTarget(
  { keyName, ...rest }: Sketch,
  { practice, actorsByIndustry, partyIndex }: MatchIndex,
): Target[] {
  const key = rest.buckets.keyOf(keyName);
  if (key === undefined) return [];
  const { code, buckets, ownIsSupplier, match } = rest;
  const isDeclared = match === "same-code" || match === "parent-code";
  const isOfOneIndustry = ownIsSupplier && buckets === actorsByIndustry;
  const most = isOfOneIndustry ? practice.takingRate(code, keyName) : practice.bestTakingRate(code);
  return [
    {
      ...rest,
      key,
      reach: partyIndex.reaches.of(code),
      maxPractice: isDeclared ? 1 : most,
      practiceOf: (industry) => (isDeclared ? 1 : practice.takingRate(code, industry)),
    },
  ];
}

/** Rules that speak of what is offered, with how surely. */
export function rulesOfOffer(offer: End, { rules }: MatchIndex) {
  const industry = offer.party.enterprise.industryCode;
  return offer.codes.flatMap((code) =>
    rules
      .ofCode(code)
      .map((ruleCase) => ({ code, ruleCase, waste: wasteFit(ruleCase, offer, industry) }))
      .filter(({ waste }) => waste > 0),
  );
}
