import type { End } from "./ends.ts";
import { codeFit, fitBase, ruleNeedFit, sourceFit, targetFit, wasteFit, type RuleCase } from "./fits.ts";
import { reachOf } from "./reach.ts";
import type { Target } from "./search.ts";
import type { Stock } from "./stock.ts";

type Sketch = Omit<Target, "key" | "reach"> & { readonly keyName: string };

function target({ keyName, ...rest }: Sketch): Target[] {
  const key = rest.buckets.keyOf(keyName);
  return key === undefined ? [] : [{ ...rest, key, reach: reachOf(rest.code) }];
}

/** Where a listing looks for partners: the other side's listings by code, by rule, and enterprises by rule. */
export function targetsOfListing(end: End, stock: Stock): readonly Target[] {
  return end.listing?.direction === "offer"
    ? [...needsForOffer(end, stock), ...needsByRule(end, stock), ...usersForOffer(end, stock)]
    : [...offersForNeed(end, stock), ...offersByRule(end, stock), ...makersForNeed(end, stock)];
}

/** Where an enterprise without a fitting listing looks: offers it could use, needs its waste could fill. */
export function targetsOfActor(end: End, stock: Stock): readonly Target[] {
  const industry = end.actor.enterprise.industryCode;
  if (industry === null) return [];
  return [
    ...stock.rules.ofUser(industry).flatMap((ruleCase) => offersUsable(end, ruleCase, stock)),
    ...stock.rules.ofMaker(industry).flatMap((ruleCase) => needsFillable(end, ruleCase, stock)),
  ];
}

function needsForOffer(offer: End, stock: Stock): Target[] {
  return offer.codes.flatMap((code) =>
    stock.table.relativesOf(code).flatMap(({ code: needed, match }) =>
      target({
        buckets: stock.needsByCode,
        keyName: needed,
        list: stock.needs,
        ownIsSupplier: true,
        basis: "offer-need",
        match,
        code,
        ruleCase: null,
        maxFit: fitBase.same,
        fitOf: (need) => codeFit(offer, need, match, code),
      }),
    ),
  );
}

function offersForNeed(need: End, stock: Stock): Target[] {
  return need.codes.flatMap((code) =>
    stock.table.relativesOf(code).flatMap(({ code: offered, match }) =>
      target({
        buckets: stock.offersByCode,
        keyName: offered,
        list: stock.offers,
        ownIsSupplier: false,
        basis: "offer-need",
        match,
        code: offered,
        ruleCase: null,
        maxFit: fitBase.same,
        fitOf: (offer) => codeFit(offer, need, match, offered),
      }),
    ),
  );
}

/** Whether the codes alone already let two listings meet; a rule then adds nothing. */
const meetByCode = (offer: End, need: End, { table }: Stock) =>
  offer.codes.some((offered) => need.codes.some((needed) => table.matchOf(offered, needed) !== null));

function needsByRule(offer: End, stock: Stock): Target[] {
  return rulesOfOffer(offer, stock).flatMap(({ code, ruleCase, waste }) =>
    target({
      buckets: stock.needsByRule,
      keyName: ruleCase.rule.id,
      list: stock.needs,
      ownIsSupplier: true,
      basis: "offer-need",
      match: "rule",
      code,
      ruleCase,
      maxFit: ruleCase.support * waste,
      fitOf: (need) => (meetByCode(offer, need, stock) ? 0 : ruleNeedFit(ruleCase, waste, need.actor)),
    }),
  );
}

/** Rules that speak of what is offered, with how surely. */
function rulesOfOffer(offer: End, { rules }: Stock) {
  const industry = offer.actor.enterprise.industryCode;
  return offer.codes.flatMap((code) =>
    rules
      .ofCode(code)
      .map((ruleCase) => ({ code, ruleCase, waste: wasteFit(ruleCase, offer, industry) }))
      .filter(({ waste }) => waste > 0),
  );
}

const wasteOf = (ruleCase: RuleCase, offer: End) =>
  wasteFit(ruleCase, offer, offer.actor.enterprise.industryCode);

function offersByRule(need: End, stock: Stock): Target[] {
  return stock.rules.served(need).flatMap((ruleCase) =>
    ruleCase.rule.resourceCodes.flatMap((code) =>
      target({
        buckets: stock.offersByCode,
        keyName: code,
        list: stock.offers,
        ownIsSupplier: false,
        basis: "offer-need",
        match: "rule",
        code,
        ruleCase,
        maxFit: ruleNeedFit(ruleCase, 1, need.actor),
        fitOf: (offer) =>
          meetByCode(offer, need, stock) ? 0 : ruleNeedFit(ruleCase, wasteOf(ruleCase, offer), need.actor),
      }),
    ),
  );
}

function usersForOffer(offer: End, stock: Stock): Target[] {
  return rulesOfOffer(offer, stock).flatMap(({ code, ruleCase, waste }) =>
    stock.rules.usersOf(ruleCase).flatMap((industry) =>
      target({
        buckets: stock.actorsByIndustry,
        keyName: industry,
        list: stock.inferred,
        ownIsSupplier: true,
        basis: "offer-industry",
        match: "rule",
        code,
        ruleCase,
        maxFit: ruleCase.support * waste,
        fitOf: (user) => (lists("need", user, code, stock) ? 0 : targetFit(ruleCase, waste, user)),
      }),
    ),
  );
}

function makersForNeed(need: End, stock: Stock): Target[] {
  return need.codes.flatMap((code) =>
    stock.rules.ofCode(code).flatMap((ruleCase) =>
      stock.rules.makersOf(ruleCase).flatMap((industry) =>
        target({
          buckets: stock.actorsByIndustry,
          keyName: industry,
          list: stock.inferred,
          ownIsSupplier: false,
          basis: "industry-need",
          match: "rule",
          code,
          ruleCase,
          maxFit: ruleCase.support,
          fitOf: (maker) => (lists("offer", maker, code, stock) ? 0 : sourceFit(ruleCase, maker, need)),
        }),
      ),
    ),
  );
}

function offersUsable(user: End, ruleCase: RuleCase, stock: Stock): Target[] {
  return ruleCase.rule.resourceCodes.flatMap((code) =>
    lists("need", user, code, stock)
      ? []
      : target({
          buckets: stock.offersByCode,
          keyName: code,
          list: stock.offers,
          ownIsSupplier: false,
          basis: "offer-industry",
          match: "rule",
          code,
          ruleCase,
          maxFit: ruleCase.support,
          fitOf: (offer) => targetFit(ruleCase, wasteOf(ruleCase, offer), user),
        }),
  );
}

function needsFillable(maker: End, ruleCase: RuleCase, stock: Stock): Target[] {
  return ruleCase.rule.resourceCodes.flatMap((code) =>
    lists("offer", maker, code, stock)
      ? []
      : target({
          buckets: stock.needsByCode,
          keyName: code,
          list: stock.needs,
          ownIsSupplier: true,
          basis: "industry-need",
          match: "rule",
          code,
          ruleCase,
          maxFit: ruleCase.support,
          fitOf: (need) => sourceFit(ruleCase, maker, need),
        }),
  );
}

/** An enterprise that says itself what it offers or needs is not guessed at. */
function lists(side: "offer" | "need", { actor }: End, code: string, { listedCodes, table }: Stock): boolean {
  const codes = listedCodes[side].get(actor.index) ?? [];
  return codes.some((own) => table.matchOf(own, code) !== null);
}
