import type { End } from "#graph/matching/ends/end.ts";
import { fitBase, hypothesisFit, practiceFit, roleFitBound } from "#graph/matching/rules/fit.ts";
import { makeTarget, rulesOfOffer } from "./make-target.ts";
import type { MatchIndex } from "./match-index.ts";
import type { Target } from "./search.ts";

/**
 * Enterprises that practice alone makes receivers of an offer. For a list: plants of an industry that no rule names and
 * that takes the code elsewhere in at least two recorded exchanges; what towns give (SW60–SW64) and hazardous waste go only
 * to those who say that they take it. For a rank without a cut: every industry.
 */
export function usersByPractice(offer: End, index: MatchIndex, isGuess: boolean): readonly Target[] {
  const cases = isGuess ? rulesOfOffer(offer, index) : [];
  const codes = isGuess ? offer.codes.filter((code) => !onlyByDeclaration.test(code)) : offer.codes;
  return codes.flatMap((code) => {
    const barred = isGuess ? index.marks.noUsersByPractice(code) : index.marks.listers.need(code);
    const industries = isGuess ? industriesByPractice(cases, code, index) : index.industries;
    return industries.flatMap((industry) => {
      const isTaken = !isGuess && index.practice.supportOf(code, industry).level > 0;
      return makeTarget(
        {
          buckets: index.actorsByIndustry,
          keyName: industry,
          list: index.inferred,
          ownIsSupplier: true,
          basis: "offer-industry",
          match: "practice",
          code,
          ruleCase: null,
          maxFit: fitBase.practice,
          barred,
          elsewhere: isGuess,
          fitOf: (user) =>
            barred[user.party.index] === 1 ? 0 : practiceFit({ code, isTaken }, offer, user, isGuess),
        },
        index,
      );
    });
  });
}

const onlyByDeclaration = /^(?:SW6[0-4]|HW|\d)/;

function industriesByPractice(
  cases: ReturnType<typeof rulesOfOffer>,
  code: string,
  index: MatchIndex,
): readonly string[] {
  const ofCode = cases.filter((each) => each.code === code);
  const named = new Set(ofCode.flatMap(({ ruleCase }) => index.rules.usersOf(ruleCase)));
  return index.industriesTaking(code).filter((industry) => !named.has(industry));
}

/**
 * Plants that may take what the industry of a silent maker gives, where a rule leads from one industry to the other and
 * practice bears it out: an industry that takes the code elsewhere in at least two recorded exchanges. Neither side has
 * said so, hence only what goes to no licence and what neither of them lists.
 */
export function usersForMaker(maker: End, index: MatchIndex): readonly Target[] {
  const industry = maker.party.enterprise.industryCode;
  if (industry === null) return [];
  return index.rules.ofMaker(industry).flatMap((ruleCase) =>
    ruleCase.rule.resourceCodes.flatMap((code) => {
      if (onlyByDeclaration.test(code) || index.marks.listers.offer(code)[maker.party.index] === 1) return [];
      const barred = index.marks.noUsers(code);
      const taking = new Set(index.industriesTaking(code));
      return index.rules
        .usersOf(ruleCase)
        .filter((user) => taking.has(user))
        .flatMap((user) =>
          makeTarget(
            {
              buckets: index.actorsByIndustry,
              keyName: user,
              list: index.inferred,
              ownIsSupplier: true,
              basis: "industry-industry",
              match: "rule",
              code,
              ruleCase,
              maxFit: roleFitBound(ruleCase, maker, "supplies"),
              barred,
              fitOf: (end) => (barred[end.party.index] === 1 ? 0 : hypothesisFit(ruleCase, maker, end)),
            },
            index,
          ),
        );
    }),
  );
}
