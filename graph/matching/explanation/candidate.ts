import type { Candidate, CandidateEnd } from "#graph/schema/answers/candidate.ts";
import { unitByLayer } from "#graph/schema/records/layer.ts";
import { economicsOf, type EconomicsContext } from "#graph/matching/economics/economics.ts";
import type { CodeTable } from "#graph/matching/knowledge/codes.ts";
import { describeDistance } from "#graph/matching/ends/distance.ts";
import { yearOf, type End } from "#graph/matching/ends/end.ts";
import { judgeHaul } from "#graph/matching/gates/haul-reach.ts";
import { gatesOf } from "#graph/matching/gates/gates.ts";
import { wasteStateOf } from "#graph/matching/gates/waste-state.ts";
import type { Link } from "#graph/matching/link.ts";
import { listOf } from "#graph/matching/list-of.ts";
import { roadRange } from "#graph/matching/ends/road-range.ts";
import { describeLikely } from "./likely-existing.ts";
import type { Precedents } from "./precedents.ts";
import { lnCover, lnDistanceScore, lnRatio, pairEvidence } from "#graph/matching/ranking/score.ts";
import type { Text } from "#graph/schema/text.ts";
import { listedThing, nameOf } from "./ends-in-words.ts";
import { haulageOf } from "./haulage.ts";
import { openData } from "./open/open-data.ts";
import { reasonOf, slotsOf } from "./slots.ts";
import type { Told } from "./told.ts";

export interface ExplainContext {
  readonly table: CodeTable;
  readonly precedents: Precedents;
  readonly economics: EconomicsContext;
  readonly asOf: string;
  readonly asOfYear: number;
}

/** What a candidate is chosen by; written for every link, as its explanation is not. */
export interface CandidateHead extends Pick<
  Candidate,
  | "id"
  | "list"
  | "placement"
  | "basis"
  | "inferred"
  | "layer"
  | "resourceCode"
  | "match"
  | "supplier"
  | "receiver"
  | "blocked"
  | "existingExchangeId"
  | "likelyExisting"
  | "folded"
> {
  readonly link: Link;
}

export function headOf(
  link: Link,
  { table, precedents }: Pick<ExplainContext, "table" | "precedents">,
): CandidateHead {
  return {
    link,
    id: idOf(link),
    list: listOf(link),
    placement: link.placement,
    basis: link.basis,
    inferred: link.basis !== "offer-need",
    layer: layerOf(link, table),
    resourceCode: link.code,
    match: link.match,
    supplier: describeEnd(link.supplier),
    receiver: describeEnd(link.receiver),
    blocked: link.blocked,
    existingExchangeId: precedents.existingOf(link),
    likelyExisting: describeLikely(link),
    folded: null,
  };
}

/** A candidate written out with everything a user may ask of it. */
export function explainCandidate(
  { link, ...head }: CandidateHead,
  explainContext: ExplainContext,
): Candidate {
  const { supplier, receiver } = link;
  const resource = resourceName(link, explainContext.table);
  const distance = describeDistance(supplier.party.point, receiver.party.point);
  const precedent = explainContext.precedents.precedentOf(link);
  const gates = gatesOf(link, explainContext);
  const told = tellOf(link, {
    ...explainContext,
    resource,
    distance,
    precedent,
    gates,
    existingExchangeId: head.existingExchangeId,
  });
  const open = openData(told);
  const slots = slotsOf(told, open);
  const reason = reasonOf(slots);
  const covered = coverable(link, explainContext.table);
  const haulage = haulageOf(link.code, told.waste === "hazardous");
  return {
    ...head,
    resourceNameZh: resource.zh,
    resourceNameEn: resource.en,
    ...covered,
    distance,
    scoreParts: partsOf(link),
    score: round4(Math.exp(link.lnScore)),
    gates,
    rule: describeRule(link),
    precedent,
    unknowns: open.map(({ zh, en }) => ({ zh, en })),
    slots,
    economics: economicsOf({ id: head.id, link, haulage, unit: covered.unit }, explainContext.economics),
    reasonZh: reason.zh,
    reasonEn: reason.en,
  };
}

interface Telling
  extends ExplainContext, Pick<Told, "distance" | "precedent" | "gates" | "existingExchangeId"> {
  readonly resource: Text;
}

function tellOf(link: Link, { table, asOfYear, resource, ...telling }: Telling): Told {
  const { supplier, receiver } = link;
  const { distance, precedent, gates, existingExchangeId } = telling;
  const { expectedKm } = judgeHaul(link).facts;
  return {
    link,
    from: nameOf(supplier.party),
    to: nameOf(receiver.party),
    given: listedThing(supplier, resource.en) ?? wasteOf(link, resource),
    wanted: listedThing(receiver, resource.en),
    waste: wasteStateOf(link, table),
    roadKm: expectedKm,
    freight: supplier.party.reaches.truck,
    distance,
    gates,
    precedent,
    existingExchangeId,
    asOfYear,
  };
}

/** The waste as the rule calls it, else the name of the code. */
function wasteOf({ ruleCase }: Link, resource: Text): Text {
  if (ruleCase === null) return resource;
  return { zh: ruleCase.rule.wasteZh, en: ruleCase.rule.wasteEn ?? resource.en };
}

const round4 = (value: number) => Math.round(value * 10_000) / 10_000;

export function idOf({ supplier, receiver, code }: Link): string {
  const nameOf = (end: End) => end.listing?.id ?? end.party.enterprise.id;
  return `${nameOf(supplier)}~${nameOf(receiver)}~${code}`;
}

export function resourceName({ code }: Link, { resourceByCode }: CodeTable): Text {
  const resource = resourceByCode.get(code);
  return { zh: resource?.nameZh ?? code, en: resource?.nameEn ?? code };
}

function layerOf({ supplier, receiver, code }: Link, { resourceByCode }: CodeTable): Candidate["layer"] {
  return resourceByCode.get(code)?.layer ?? supplier.listing?.layer ?? receiver.listing?.layer ?? "material";
}

/** An end is described once, however many candidates it stands in. */
const described = new WeakMap<End, CandidateEnd>();

function describeEnd(end: End): CandidateEnd {
  const known = described.get(end);
  if (known !== undefined) return known;
  const description = newDescription(end);
  described.set(end, description);
  return description;
}

function newDescription({ party, listing, residual }: End): CandidateEnd {
  const { enterprise, place, point } = party;
  return {
    enterpriseId: enterprise.id,
    nameZh: enterprise.nameZh,
    nameEn: enterprise.nameEn,
    kind: enterprise.kind,
    placeId: place.header.id,
    placeNameZh: place.header.nameZh,
    placeNameEn: place.header.nameEn,
    parkKnown: place.header.kind === "park",
    provinceCode: enterprise.provinceCode,
    cityCode: enterprise.cityCode,
    industryCode: enterprise.industryCode,
    industryZh: enterprise.industryZh,
    industryEn: enterprise.industryEn,
    lon: point?.lon ?? null,
    lat: point?.lat ?? null,
    listingId: listing?.id ?? null,
    resourceZh: listing?.resourceZh ?? null,
    resourceEn: listing?.resourceEn ?? null,
    quantity: listing?.quantity ?? null,
    residual,
    asOfYear: listing === null ? null : yearOf(listing),
  };
}

function coverable(link: Link, table: CodeTable): Pick<Candidate, "coverablePerYear" | "unit"> {
  const { supplier, receiver } = link;
  const standard = unitByLayer[layerOf(link, table)];
  const known = !Number.isNaN(lnRatio(supplier, receiver));
  const [offered, wanted] = [supplier.listing?.quantity, receiver.listing?.quantity];
  const left = Math.min(supplier.residual?.perYear ?? Infinity, receiver.residual?.perYear ?? Infinity);
  if (!known || !offered || !wanted)
    return { coverablePerYear: null, unit: offered?.perYearUnit ?? wanted?.perYearUnit ?? standard };
  return { coverablePerYear: left, unit: offered.perYearUnit };
}

function partsOf(link: Link): Candidate["scoreParts"] {
  const { supplier, receiver, fit, code, ruleCase } = link;
  const { expectedKm } = roadRange(supplier, receiver);
  const isCovered = !Number.isNaN(lnRatio(supplier, receiver));
  return {
    resourceFit: round4(fit),
    practice: round4(link.practice),
    quantityCover: isCovered ? round4(Math.exp(lnCover(supplier, receiver))) : null,
    distance: Number.isNaN(expectedKm)
      ? null
      : round4(Math.exp(lnDistanceScore(expectedKm, supplier.party.reaches.of(code).typicalKm))),
    evidence: round4(Math.exp(pairEvidence(supplier, receiver, ruleCase))),
  };
}

function describeRule({ ruleCase }: Link): Candidate["rule"] {
  if (ruleCase === null) return null;
  const { id, useZh, useEn, technicalLimitZh, technicalLimitEn, standard, support } = ruleCase.rule;
  return { id, useZh, useEn, technicalLimitZh, technicalLimitEn, standard, support };
}
