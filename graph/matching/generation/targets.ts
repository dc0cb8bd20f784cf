import type { End } from "#graph/matching/ends/end.ts";
import {
  codeFit,
  codeFitBound,
  roleFitBound,
  sourceFitBound,
  ruleNeedFit,
  sourceFit,
  targetFit,
  wasteFit,
  type RuleCase,
} from "#graph/matching/rules/fit.ts";
import { usersByPractice, usersForMaker } from "./hypotheses.ts";
import { makeTarget as target, rulesOfOffer } from "./make-target.ts";
import type { Target } from "./search.ts";
import type { MatchIndex } from "./match-index.ts";

/** Where a listing looks for partners: the other side's listings by code, by rule, and enterprises by rule. */
export function targetsOfListing(end: End, index: MatchIndex): readonly Target[] {
  return end.listing?.direction === "offer"
    ? [
        ...needsForOffer(end, index),
        ...needsByRule(end, index),
        ...usersForOffer(end, index),
        ...usersByPractice(end, index, true),
      ]
    : [...offersForNeed(end, index), ...offersByRule(end, index), ...makersForNeed(end, index)];
}

/** Where an enterprise without a fitting listing looks: offers it could use, needs its waste could fill. */
export function targetsOfParty(end: End, index: MatchIndex): readonly Target[] {
  const industry = end.party.enterprise.industryCode;
  if (industry === null) return [];
  return [
    ...index.rules.ofUser(industry).flatMap((ruleCase) => offersUsable(end, ruleCase, index)),
    ...index.rules.ofMaker(industry).flatMap((ruleCase) => needsFillable(end, ruleCase, index)),
    ...usersForMaker(end, index),
  ];
}

function needsForOffer(offer: End, index: MatchIndex): Target[] {
  return offer.codes.flatMap((code) =>
    index.table.relativesOf(code).flatMap(({ code: needed, match }) =>
      target(
        {
          buckets: index.needsByCode,
          keyName: needed,
          list: index.needs,
          ownIsSupplier: true,
          basis: "offer-need",
          match,
          code,
          ruleCase: null,
          maxFit: codeFitBound(offer, match, code),
          fitOf: (need) => codeFit(offer, need, match, code),
        },
        index,
      ),
    ),
  );
}

function offersForNeed(need: End, index: MatchIndex): Target[] {
  return need.codes.flatMap((code) =>
    index.table.relativesOf(code).flatMap(({ code: offered, match }) =>
      target(
        {
          buckets: index.offersByCode,
          keyName: offered,
          list: index.offers,
          ownIsSupplier: false,
          basis: "offer-need",
          match,
          code: offered,
          ruleCase: null,
          maxFit: codeFitBound(need, match, offered),
          fitOf: (offer) => codeFit(offer, need, match, offered),
        },
        index,
      ),
    ),
  );
}

/** Whether the codes alone already let two listings meet; a rule then adds nothing. */
const meetByCode = (offer: End, need: End, { table }: MatchIndex) =>
  offer.codes.some((offered) => need.codes.some((needed) => table.matchOf(offered, needed) !== null));

function needsByRule(offer: End, index: MatchIndex): Target[] {
  return rulesOfOffer(offer, index).flatMap(({ code, ruleCase, waste }) =>
    target(
      {
        buckets: index.needsByRule,
        keyName: ruleCase.rule.id,
        list: index.needs,
        ownIsSupplier: true,
        basis: "offer-need",
        match: "rule",
        code,
        ruleCase,
        maxFit: ruleCase.support * waste,
        fitOf: (need) => (meetByCode(offer, need, index) ? 0 : ruleNeedFit(ruleCase, waste, need)),
      },
      index,
    ),
  );
}

const wasteOf = (ruleCase: RuleCase, offer: End) =>
  wasteFit(ruleCase, offer, offer.party.enterprise.industryCode);

function offersByRule(need: End, index: MatchIndex): Target[] {
  return index.rules.served(need).flatMap((ruleCase) =>
    ruleCase.rule.resourceCodes.flatMap((code) =>
      target(
        {
          buckets: index.offersByCode,
          keyName: code,
          list: index.offers,
          ownIsSupplier: false,
          basis: "offer-need",
          match: "rule",
          code,
          ruleCase,
          maxFit: ruleNeedFit(ruleCase, 1, need),
          fitOf: (offer) =>
            meetByCode(offer, need, index) ? 0 : ruleNeedFit(ruleCase, wasteOf(ruleCase, offer), need),
        },
        index,
      ),
    ),
  );
}

function usersForOffer(offer: End, index: MatchIndex): Target[] {
  return rulesOfOffer(offer, index).flatMap(({ code, ruleCase, waste }) => {
    const barred = index.marks.noUsers(code);
    return index.rules.usersOf(ruleCase).flatMap((industry) =>
      target(
        {
          buckets: index.actorsByIndustry,
          keyName: industry,
          list: index.inferred,
          ownIsSupplier: true,
          basis: "offer-industry",
          match: "rule",
          code,
          ruleCase,
          maxFit: ruleCase.support * waste,
          barred,
          fitOf: (user) => (barred[user.party.index] === 1 ? 0 : targetFit(ruleCase, waste, user, offer)),
        },
        index,
      ),
    );
  });
}

function makersForNeed(need: End, index: MatchIndex): Target[] {
  return need.codes.flatMap((code) => {
    const barred = index.marks.listers.offer(code);
    return index.rules.ofCode(code).flatMap((ruleCase) =>
      index.rules.makersOf(ruleCase).flatMap((industry) =>
        target(
          {
            buckets: index.actorsByIndustry,
            keyName: industry,
            list: index.inferred,
            ownIsSupplier: false,
            basis: "industry-need",
            match: "rule",
            code,
            ruleCase,
            maxFit: sourceFitBound(ruleCase, need),
            barred,
            fitOf: (maker) => (barred[maker.party.index] === 1 ? 0 : sourceFit(ruleCase, maker, need)),
          },
          index,
        ),
      ),
    );
  });
}

function offersUsable(user: End, ruleCase: RuleCase, index: MatchIndex): Target[] {
  return ruleCase.rule.resourceCodes.flatMap((code) =>
    index.marks.noUsers(code)[user.party.index] === 1
      ? []
      : target(
          {
            buckets: index.offersByCode,
            keyName: code,
            list: index.offers,
            ownIsSupplier: false,
            basis: "offer-industry",
            match: "rule",
            code,
            ruleCase,
            maxFit: roleFitBound(ruleCase, user, "receives"),
            fitOf: (offer) => targetFit(ruleCase, wasteOf(ruleCase, offer), user, offer),
          },
          index,
        ),
  );
}

function needsFillable(maker: End, ruleCase: RuleCase, index: MatchIndex): Target[] {
  return ruleCase.rule.resourceCodes.flatMap((code) =>
    index.marks.listers.offer(code)[maker.party.index] === 1
      ? []
      : target(
          {
            buckets: index.needsByCode,
            keyName: code,
            list: index.needs,
            ownIsSupplier: true,
            basis: "industry-need",
            match: "rule",
            code,
            ruleCase,
            maxFit: roleFitBound(ruleCase, maker, "supplies"),
            fitOf: (need) => sourceFit(ruleCase, maker, need),
          },
          index,
        ),
  );
}
