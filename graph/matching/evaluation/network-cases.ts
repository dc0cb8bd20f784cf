import type { Exchange } from "#graph/schema/records/exchange.ts";
import type { Network } from "#graph/schema/records/network.ts";
import { createCodeTable, type CodeTable } from "#graph/matching/knowledge/codes.ts";
import type { Party, PartyIndex } from "#graph/matching/ends/parties.ts";

/**
 * What is hidden together with an exchange before its receiver is sought.
 *
 * - exchange: the rows of that pair and code;
 * - receiver: every exchange the receiver takes;
 * - park: every exchange with an end on the supplier's ground;
 * - city: every exchange with an end in the supplier's city;
 * - year: every exchange that did not run before this one's year, also those without a year. Exchanges without a year
 *   are not tested.
 */
export const protocols = ["exchange", "receiver", "park", "city", "year"] as const;
export type Protocol = (typeof protocols)[number];

export interface NetworkCase {
  readonly exchange: Exchange;
  readonly supplier: Party;
  readonly receiver: Party;
  readonly code: string;
  readonly hidden: {
    readonly exchangeIds: ReadonlySet<string>;
    readonly listingIds: ReadonlySet<string>;
    readonly ruleIds: ReadonlySet<string>;
  };
  /** Who may stand in the ranking: nobody of the supplier's company, none of its other receivers of the code. */
  readonly universe: readonly Party[];
  /** The supplier's ground: what is drawn as a whole by the bootstrap and left out as a whole by the folds. */
  readonly group: string;
  readonly sameCompany: boolean;
}

export interface CaseOptions {
  readonly protocol: Protocol;
  /** True = hide also the receiver's own listings of the code, and rules that no exchange still seen shows. */
  readonly strict: boolean;
}

/** One case per supplier, receiver and code, in order of the exchange's id; `untested` tells why others are none. */
export function networkCases(
  network: Network,
  partyIndex: PartyIndex,
  options: CaseOptions,
): { readonly cases: readonly NetworkCase[]; readonly untested: Readonly<Record<string, number>> } {
  const table = createCodeTable(network.resources, new Set(network.resources.map(({ code }) => code)));
  const untested = { noCode: 0, endNotCastable: 0, noYear: 0, repeated: 0 };
  const seen = new Set<string>();
  const cases: NetworkCase[] = [];
  for (const exchange of network.exchanges.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const { supplierId, receiverId, resourceCode: code } = exchange;
    const [supplier, receiver] = [supplierId, receiverId].map((id) => partyIndex.partyById.get(id));
    const key = `${supplierId} ${receiverId} ${code ?? ""}`;
    if (code === null) untested.noCode++;
    else if (supplier === undefined || receiver === undefined) untested.endNotCastable++;
    else if (options.protocol === "year" && yearFrom(exchange) === null) untested.noYear++;
    else if (seen.has(key)) untested.repeated++;
    else cases.push(caseOf({ exchange, supplier, receiver, code }, { network, partyIndex, table, options }));
    seen.add(key);
  }
  return { cases, untested };
}

type Tested = Pick<NetworkCase, "exchange" | "supplier" | "receiver" | "code">;

interface Context {
  readonly network: Network;
  readonly partyIndex: PartyIndex;
  readonly table: CodeTable;
  readonly options: CaseOptions;
}

function caseOf(tested: Tested, context: Context): NetworkCase {
  const { exchange, supplier, receiver, code } = tested;
  const { network, partyIndex } = context;
  const others = new Set(
    network.exchanges
      .filter((each) => each.supplierId === exchange.supplierId && each.resourceCode === code)
      .map(({ receiverId }) => receiverId),
  );
  others.delete(exchange.receiverId);
  const isOfCompany = (party: Party) => supplier.company >= 0 && party.company === supplier.company;
  return {
    ...tested,
    hidden: hiddenWith(tested, context),
    universe: partyIndex.parties.filter(
      (party) =>
        party === receiver || (party !== supplier && !others.has(party.enterprise.id) && !isOfCompany(party)),
    ),
    group: supplier.place.header.id,
    sameCompany: exchange.sameCompany === true || isOfCompany(receiver),
  };
}

function hiddenWith(
  { exchange, supplier, receiver, code }: Tested,
  { network, partyIndex, table, options: { protocol, strict } }: Context,
): NetworkCase["hidden"] {
  const isHidden: Record<Protocol, (each: Exchange) => boolean> = {
    exchange: () => false,
    receiver: ({ receiverId }) => receiverId === exchange.receiverId,
    park: (each) =>
      endsOf(each).some((id) => partyIndex.partyById.get(id)?.place.group === supplier.place.group),
    city: (each) =>
      endsOf(each).some((id) => {
        const city = partyIndex.partyById.get(id)?.enterprise.cityCode ?? null;
        return city !== null && city === supplier.enterprise.cityCode;
      }),
    year: (each) => (yearFrom(each) ?? Infinity) >= (yearFrom(exchange) ?? -Infinity),
  };
  const exchangeIds = new Set(
    network.exchanges
      .filter((each) => isSameThing(each, exchange) || isHidden[protocol](each))
      .map(({ id }) => id),
  );
  const listingIds = network.listings
    .filter(({ enterpriseId, direction, resourceCodes }) => {
      const isOwn =
        (direction === "offer" && enterpriseId === supplier.enterprise.id) ||
        (strict && direction === "need" && enterpriseId === receiver.enterprise.id);
      return isOwn && resourceCodes.some((other) => table.matchOf(code, other) !== null);
    })
    .map(({ id }) => id);
  const ruleIds = network.rules
    .filter(({ shownBy }) => shownBy.length > 0 && shownBy.every((id) => exchangeIds.has(id)))
    .map(({ id }) => id);
  return { exchangeIds, listingIds: new Set(listingIds), ruleIds: new Set(strict ? ruleIds : []) };
}

const endsOf = ({ supplierId, receiverId }: Exchange) => [supplierId, receiverId];

const isSameThing = (left: Exchange, right: Exchange) =>
  left.supplierId === right.supplierId &&
  left.receiverId === right.receiverId &&
  left.resourceCode === right.resourceCode;

const yearFrom = ({ yearFrom: first, yearTo, evidence }: Exchange) => first ?? yearTo ?? evidence.asOfYear;

/** Sets a figure is given for. */
export const caseSets = {
  all: () => true,
  differentCompanies: ({ sameCompany }: NetworkCase) => !sameCompany,
  /** Both ends may be called by name, and what moves is no product: the set of the bars. */
  plantsByProducts: ({ sameCompany, exchange, supplier, receiver }: NetworkCase) =>
    !sameCompany &&
    [supplier, receiver].every(({ enterprise }) => enterprise.kind === "plant") &&
    (exchange.linkKind === "by-product" || exchange.linkKind === "utility"),
  /** The same, and the two stand on different ground. */
  plantsBetweenParks: (each: NetworkCase): boolean =>
    caseSets.plantsByProducts(each) && each.supplier.place.group !== each.receiver.place.group,
} as const satisfies Record<string, (each: NetworkCase) => boolean>;

export type CaseSet = keyof typeof caseSets;
