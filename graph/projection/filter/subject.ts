import type { DimensionKey, ExchangeKey, PlaceKey } from "#graph/schema/filter/dimensions.ts";
import { isStale, type Ages } from "./ages.ts";
import { ecoStatusOfPark, ecoTypeOfPark, kindsOfPark } from "#graph/schema/filter/park-kinds.ts";
import { regionProvinceCodes } from "#graph/schema/answers/place.ts";
import type { Enterprise } from "#graph/schema/records/enterprise.ts";
import type { Evidence } from "#graph/schema/records/evidence.ts";
import type { Exchange } from "#graph/schema/records/exchange.ts";
import type { Layer } from "#graph/schema/records/layer.ts";
import type { Park } from "#graph/schema/records/park.ts";
import { isHazardousCode } from "#graph/schema/records/resource.ts";
import { spanOf, yearValues } from "./years.ts";

/** Where something stands, as far as the filter asks. */
export interface Site {
  readonly provinceCode: string | null;
  readonly cityCode: string | null;
  readonly park: Park | null;
}

/** One end of what is filtered. */
export interface End {
  readonly kind: Enterprise["kind"];
  readonly synthetic: boolean;
  readonly site: Site;
}

/** What the filter reads of an exchange, an offer, a need or a candidate. */
export interface Subject {
  readonly layer: Layer;
  readonly resourceCodes: readonly string[];
  readonly hazardous: boolean | null;
  /** One of each record that it is known from. */
  readonly evidence: readonly Evidence[];
  readonly ends: readonly End[];
}

export interface ExchangeSubject extends Subject {
  readonly exchange: Exchange;
  readonly ages: Ages;
}

type Values<S> = (subject: S) => string | readonly string[];

/** In the counts of a range: the exchanges that state no number. */
export const unknown = "unknown";

const none = "none";
const noPark: readonly string[] = [];

/** The values of each dimension of places that a place belongs to. */
export const valuesOfSite: Readonly<Record<PlaceKey, Values<Site>>> = {
  province: ({ provinceCode }) => regionProvinceCodes.filter((code) => code === provinceCode),
  city: ({ cityCode }) => (cityCode === null ? noPark : cityCode),
  parkKind: ({ park }) => (park === null ? noPark : kindsOfPark(park)),
  ecoType: ({ park }) => (park === null ? noPark : ecoTypeOfPark(park)),
  ecoStatus: ({ park }) => (park === null ? noPark : ecoStatusOfPark(park)),
};

const ofEitherEnd =
  (key: PlaceKey): Values<Subject> =>
  ({ ends }) => [...new Set(ends.flatMap(({ site }) => valuesOfSite[key](site)))];

/**
 * The values of each dimension that a record belongs to: what is counted beside each value of a control, and what a list
 * or flag of the filter is held against. A flag has the values `yes` and `no`; switched off, it drops `yes`.
 */
export const valuesOf: Readonly<Record<ExchangeKey, Values<ExchangeSubject>>> &
  Readonly<Record<Exclude<DimensionKey, ExchangeKey>, Values<Subject>>> = {
  layer: ({ layer }) => layer,
  status: ({ exchange }) => exchange.status,
  year: ({ exchange }) => {
    const span = spanOf(exchange);
    return span === null ? unknown : yearValues(span);
  },
  stale: ({ exchange, ages }) => staleness(exchange, ages),
  source: ({ evidence }) => [...new Set(evidence.map(({ sourceKind }) => sourceKind))],
  internal: ({ exchange }) => yesNo(exchange.sameCompany === true),
  pooled: ({ ends }) => yesNo(ends.some(({ kind }) => kind === "pooled")),
  synthetic: ({ evidence, ends }) =>
    yesNo(evidence.some(isEstimated) || ends.some(({ synthetic }) => synthetic)),
  linkKind: ({ exchange }) => exchange.linkKind,
  province: ofEitherEnd("province"),
  city: ofEitherEnd("city"),
  parkKind: ofEitherEnd("parkKind"),
  ecoType: ofEitherEnd("ecoType"),
  ecoStatus: ofEitherEnd("ecoStatus"),
  resourceCode: ({ resourceCodes }) =>
    resourceCodes.length === 0 ? none : [...new Set(resourceCodes.flatMap((code) => [code, classOf(code)]))],
  hazardous: ({ hazardous, resourceCodes }) => {
    if (resourceCodes.some(isHazardousCode) || hazardous === true) return "yes";
    return hazardous === null ? unknown : "no";
  },
};

/** The exchanges' subject for the filter. Its lists are made only where a condition asks for them. */
export function subjectOf(exchange: Exchange, supplier: End, receiver: End, ages: Ages): ExchangeSubject {
  return {
    exchange,
    ages,
    layer: exchange.layer,
    hazardous: exchange.hazardous,
    get resourceCodes() {
      return exchange.resourceCode === null ? [] : [exchange.resourceCode];
    },
    get evidence() {
      return [exchange.evidence];
    },
    get ends() {
      return [supplier, receiver];
    },
  };
}

/** Where an enterprise stands: what is known of its park counts before its own fields. */
export function endOf(enterprise: Enterprise, parkById: ReadonlyMap<string, Park>): End {
  const { kind, parkId, provinceCode, cityCode, evidence } = enterprise;
  const park = (parkId === null ? undefined : parkById.get(parkId)) ?? null;
  return {
    kind,
    synthetic: evidence.synthetic,
    site: {
      provinceCode: park?.provinceCode ?? provinceCode,
      cityCode: park?.cityCode ?? cityCode,
      park,
    },
  };
}

/** The heading of the catalogue that a code stands under: HW08 for 900-200-08; other codes are headings themselves. */
function classOf(code: string): string {
  return /^\d{3}-\d{3}-\d{2}$/.test(code) ? `HW${code.slice(-2)}` : code;
}

function isEstimated({ synthetic, grade }: Evidence): boolean {
  return synthetic || grade === "inferred";
}

function yesNo(answer: boolean): "yes" | "no" {
  return answer ? "yes" : "no";
}

function staleness(exchange: Exchange, ages: Ages): string {
  const stale = isStale(exchange, ages);
  return stale === null ? unknown : yesNo(stale);
}
