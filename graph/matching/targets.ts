import type { Cast } from "./actors.ts";
import type { Buckets } from "./buckets.ts";
import type { CodeTable } from "./codes.ts";
import type { End } from "./ends.ts";
import { codeFit, fitBase, ruleNeedFit, sourceFit, targetFit, wasteFit, type RuleCase } from "./fits.ts";
import { reachOf } from "./reach.ts";
import type { RuleBook } from "./rule-book.ts";
import type { Target } from "./search.ts";

/** Ends, rules and indexes of one network. */
export interface Stock {
  readonly cast: Cast;
  readonly table: CodeTable;
  readonly rules: RuleBook;
  readonly offers: readonly End[];
  readonly needs: readonly End[];
  /** One per enterprise, at the position of its number. */
  readonly inferred: readonly End[];
  readonly offersByCode: Buckets;
  readonly needsByCode: Buckets;
  readonly needsByIndustry: Buckets;
  readonly actorsByIndustry: Buckets;
  /** Codes each enterprise itself offers or needs, by its number. */
  readonly listedCodes: Readonly<Record<"offer" | "need", ReadonlyMap<number, readonly string[]>>>;
}

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
        ends: stock.needs,
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
        ends: stock.offers,
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

const rulesOfCodes = (codes: readonly string[], { rules }: Stock) =>
  codes.flatMap((code) => rules.ofCode(code));

/** Whether the codes alone already let two listings meet; a rule then adds nothing. */
const meetByCode = (offer: End, need: End, { table }: Stock) =>
  offer.codes.some((offered) => need.codes.some((needed) => table.matchOf(offered, needed) !== null));

function needsByRule(offer: End, stock: Stock): Target[] {
  return offer.codes.flatMap((code) =>
    stock.rules
      .ofCode(code)
      .filter((ruleCase) => wasteFit(ruleCase, offer, offer.actor.enterprise.industryCode) > 0)
      .flatMap((ruleCase) =>
        stock.rules.nearUsersOf(ruleCase).flatMap((industry) =>
          target({
            buckets: stock.needsByIndustry,
            keyName: industry,
            ends: stock.needs,
            ownIsSupplier: true,
            basis: "offer-need",
            match: "rule",
            code,
            ruleCase,
            maxFit: ruleCase.support,
            fitOf: (need) =>
              meetByCode(offer, need, stock)
                ? 0
                : ruleNeedFit(ruleCase, offer, need, rulesOfCodes(need.codes, stock)),
          }),
        ),
      ),
  );
}

function offersByRule(need: End, stock: Stock): Target[] {
  const industry = need.actor.enterprise.industryCode;
  if (industry === null) return [];
  const ofNeed = rulesOfCodes(need.codes, stock);
  return stock.rules.ofNearUser(industry).flatMap((ruleCase) =>
    ruleCase.rule.resourceCodes.flatMap((code) =>
      target({
        buckets: stock.offersByCode,
        keyName: code,
        ends: stock.offers,
        ownIsSupplier: false,
        basis: "offer-need",
        match: "rule",
        code,
        ruleCase,
        maxFit: ruleCase.support,
        fitOf: (offer) => (meetByCode(offer, need, stock) ? 0 : ruleNeedFit(ruleCase, offer, need, ofNeed)),
      }),
    ),
  );
}

function usersForOffer(offer: End, stock: Stock): Target[] {
  return offer.codes.flatMap((code) =>
    stock.rules.ofCode(code).flatMap((ruleCase) =>
      stock.rules.usersOf(ruleCase).flatMap((industry) =>
        target({
          buckets: stock.actorsByIndustry,
          keyName: industry,
          ends: stock.inferred,
          ownIsSupplier: true,
          basis: "offer-industry",
          match: "rule",
          code,
          ruleCase,
          maxFit: ruleCase.support,
          fitOf: (user) => (lists("need", user, code, stock) ? 0 : targetFit(ruleCase, offer, user.actor)),
        }),
      ),
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
          ends: stock.inferred,
          ownIsSupplier: false,
          basis: "industry-need",
          match: "rule",
          code,
          ruleCase,
          maxFit: ruleCase.support,
          fitOf: (maker) => (lists("offer", maker, code, stock) ? 0 : sourceFit(ruleCase, maker.actor, need)),
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
          ends: stock.offers,
          ownIsSupplier: false,
          basis: "offer-industry",
          match: "rule",
          code,
          ruleCase,
          maxFit: ruleCase.support,
          fitOf: (offer) => targetFit(ruleCase, offer, user.actor),
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
          ends: stock.needs,
          ownIsSupplier: true,
          basis: "industry-need",
          match: "rule",
          code,
          ruleCase,
          maxFit: ruleCase.support,
          fitOf: (need) => sourceFit(ruleCase, maker.actor, need),
        }),
  );
}

/** An enterprise that says itself what it offers or needs is not guessed at. */
function lists(side: "offer" | "need", { actor }: End, code: string, { listedCodes, table }: Stock): boolean {
  const codes = listedCodes[side].get(actor.index) ?? [];
  return codes.some((own) => table.matchOf(own, code) !== null);
}
