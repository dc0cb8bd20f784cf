import { describeNonPark } from "#graph/projection/places/headers.ts";
import {
  internalReuseOf,
  placeIdOfEnd,
  type FilteredNetwork,
} from "#graph/projection/filter/filtered-network.ts";
import { sumFlows } from "#graph/projection/places/flow-sum.ts";
import type { Exchange } from "#graph/schema/records/exchange.ts";
import { noFilter, type NetworkFilter } from "#graph/schema/filter/filter.ts";
import type { MetricFindings } from "#graph/schema/answers/metric-report.ts";
import type { FlowSum } from "#graph/schema/answers/corridor.ts";
import type { PlaceDetail } from "#graph/schema/answers/place-detail.ts";
import { placesUnder, type LoadedNetwork } from "#server/use-cases/loaded-network.ts";
import { countListings } from "./parks.ts";

type Metrics = PlaceDetail["metrics"];

/** What analyses found out about places, handed in so that the view only arranges. */
export interface PlaceFindings {
  readonly reports: readonly MetricFindings[];
  readonly candidateCount: number;
  /** ISO date the candidates were judged by. */
  readonly asOf: string;
}

/** Everything about one place of the network under a filter. */
export function describePlace(
  snapshot: LoadedNetwork,
  placeId: string,
  filter: NetworkFilter,
  findings: PlaceFindings,
): PlaceDetail {
  const header = snapshot.placeById.get(placeId) ?? describeNonPark(placeId, snapshot.enterpriseById);
  const counted = placesUnder(snapshot, filter).find((place) => place.id === placeId);
  const park = snapshot.parkById.get(placeId.slice("park:".length)) ?? null;
  return {
    place: counted ?? {
      ...header,
      enterpriseCount: 0,
      exchangeCount: 0,
      insideExchangeCount: 0,
      exchangeCountByLayer: { material: 0, energy: 0, water: 0 },
    },
    park: header.kind === "park" ? park : null,
    overlapping: (park?.overlaps ?? []).map((id) => {
      const other = snapshot.parkById.get(id);
      return { id, nameZh: other?.nameZh ?? id, nameEn: other?.nameEn ?? null };
    }),
    filter,
    recordedCount: placesUnder(snapshot, noFilter).find((place) => place.id === placeId)?.exchangeCount ?? 0,
    ...sumByDirection(snapshot, placeId, filter),
    partners: listPartners(snapshot, placeId, filter),
    metrics: findings.reports.flatMap((report) => rankIn(report, placeId)),
    enterpriseCount: counted?.enterpriseCount ?? 0,
    offerCount: countListings(snapshot, filter, "offer").get(placeId) ?? 0,
    needCount: countListings(snapshot, filter, "need").get(placeId) ?? 0,
    candidateCount: findings.candidateCount,
    asOf: findings.asOf,
    networkVersion: snapshot.network.version,
  };
}

/** Internal reuse is counted apart whatever the filter says, so the other three sums never contain it. */
function sumByDirection(snapshot: LoadedNetwork, placeId: string, filter: NetworkFilter) {
  const network = snapshot.filtered(filter);
  const between = exchangesAt(network, network.exchanges, placeId).filter(
    ({ exchange }) => exchange.sameCompany !== true,
  );
  const sum = (ends: readonly ExchangeHere[]): FlowSum[] =>
    filter.layers.map((layer) =>
      sumFlows(
        ends.map(({ exchange }) => exchange),
        layer,
      ),
    );
  return {
    outgoing: sum(between.filter(({ from, to }) => from === placeId && to !== placeId)),
    incoming: sum(between.filter(({ from, to }) => from !== placeId && to === placeId)),
    inside: sum(between.filter(({ from, to }) => from === to)),
    internalReuse: sum(exchangesAt(network, internalReuseOf(network), placeId)),
  };
}

interface ExchangeHere {
  readonly exchange: Exchange;
  readonly from: string;
  readonly to: string;
}

function exchangesAt(
  network: FilteredNetwork,
  exchanges: readonly Exchange[],
  placeId: string,
): ExchangeHere[] {
  return exchanges
    .map((exchange) => ({
      exchange,
      from: placeIdOfEnd(network, exchange.supplierId),
      to: placeIdOfEnd(network, exchange.receiverId),
    }))
    .filter(({ from, to }) => from === placeId || to === placeId);
}

/** Other places linked with this one, most exchanges first. */
function listPartners(
  snapshot: LoadedNetwork,
  placeId: string,
  filter: NetworkFilter,
): PlaceDetail["partners"] {
  const counts = new Map<string, { outgoingCount: number; incomingCount: number }>();
  const network = snapshot.filtered(filter);
  for (const { from, to } of exchangesAt(network, network.exchanges, placeId)) {
    if (from === to) continue;
    const other = from === placeId ? to : from;
    const count = counts.get(other) ?? { outgoingCount: 0, incomingCount: 0 };
    if (from === placeId) count.outgoingCount += 1;
    else count.incomingCount += 1;
    counts.set(other, count);
  }
  return [...counts]
    .map(([id, count]) => ({
      placeId: id,
      nameZh: snapshot.placeById.get(id)?.nameZh ?? id,
      nameEn: snapshot.placeById.get(id)?.nameEn ?? null,
      ...count,
    }))
    .sort(
      (left, right) =>
        right.outgoingCount + right.incomingCount - left.outgoingCount - left.incomingCount ||
        (left.placeId < right.placeId ? -1 : 1),
    );
}

/** Value and rank of one place in a report: 1 = highest, equal values share a rank, `of` counts places with a value. */
function rankIn({ metric, result }: MetricFindings, placeId: string): Metrics {
  if (result.kind !== "byNode") return [];
  const own = result.nodes.ids.indexOf(placeId);
  const scores = result.columns[0]?.values ?? [];
  if (own === -1) return [];
  const values = scores.filter((score) => score !== null);
  const value = scores[own] ?? null;
  const rank = value === null ? null : 1 + values.filter((other) => other > value).length;
  return [
    { metricId: metric.id, nameZh: metric.nameZh, nameEn: metric.nameEn, value, rank, of: values.length },
  ];
}
