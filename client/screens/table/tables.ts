import { unitByLayer } from "#graph/schema/layer.ts";
import type { Candidate } from "#graph/schema/candidate.ts";
import type { Evidence } from "#graph/schema/evidence.ts";
import type { Quantity } from "#graph/schema/quantity.ts";
import type { Corridor, ExchangeView, ListingView, ParkSummary } from "#graph/schema/views.ts";
import {
  countGates,
  distanceText,
  resourceOf,
  selectionOf,
} from "#client/screens/candidate/candidate-words.ts";
import type { Words } from "#client/ui/use-words.ts";
import type { Column, TableOf } from "./column.ts";

/** Where each row comes from: in every file, whatever the table shows. */
function sourceColumns<Row>({ t }: Words, evidenceOf: (row: Row) => Evidence): readonly Column<Row>[] {
  const column = (id: string, title: string, value: Column<Row>["value"]): Column<Row> => ({
    id,
    title,
    value,
    width: 0,
    fileOnly: true,
  });
  return [
    column("sourceKind", t("column.sourceKind"), (row) => t(`source.${evidenceOf(row).sourceKind}`)),
    column("grade", t("column.grade"), (row) => t(`grade.${evidenceOf(row).grade}`)),
    column("confidence", t("column.confidence"), (row) => t(`confidence.${evidenceOf(row).confidence}`)),
    column("asOfYear", t("column.asOfYear"), (row) => evidenceOf(row).asOfYear),
    column("sourceUrl", t("column.sourceUrl"), (row) => evidenceOf(row).sourceUrl),
    column("sourceNote", t("column.sourceNote"), (row) => evidenceOf(row).note),
    column("synthetic", t("column.synthetic"), (row) =>
      evidenceOf(row).synthetic ? t("word.yes") : t("word.no"),
    ),
  ];
}

type Quantified = { readonly quantity: Quantity | null; readonly quantityNote: string | null };

/** Amount a year, its unit, what kind of figure it is, and what the source had entered. */
function quantityColumns<Row extends Quantified>(words: Words): readonly Column<Row>[] {
  const { t, amount } = words;
  return [
    {
      id: "perYear",
      title: t("column.perYear"),
      isNumber: true,
      width: 120,
      value: (row) => row.quantity?.perYear ?? null,
      show: ({ quantity }) =>
        quantity === null ? t("quantity.unknown") : amount(quantity.perYear, quantity.perYearUnit),
    },
    {
      id: "unit",
      title: t("column.unit"),
      width: 0,
      fileOnly: true,
      value: (row) => row.quantity?.perYearUnit ?? null,
    },
    {
      id: "quantityKind",
      title: t("column.quantityKind"),
      width: 76,
      value: (row) => (row.quantity === null ? null : t(`quantityKind.${row.quantity.kind}`)),
    },
    {
      id: "entered",
      title: t("column.entered"),
      width: 0,
      fileOnly: true,
      value: ({ quantity }) => (quantity === null ? null : `${quantity.amount} ${quantity.unit}`),
    },
    {
      id: "quantityNote",
      title: t("column.quantityNote"),
      width: 0,
      fileOnly: true,
      value: (row) => row.quantityNote,
    },
  ];
}

const years = ({ yearFrom, yearTo }: { readonly yearFrom: number | null; readonly yearTo: number | null }) =>
  yearFrom === yearTo || yearTo === null || yearFrom === null
    ? (yearFrom ?? yearTo)
    : `${yearFrom}–${yearTo}`;

export function parkTable(words: Words): TableOf<ParkSummary> {
  const { t, name, pick } = words;
  const number = (id: keyof ParkSummary & string, title: string, value: (park: ParkSummary) => number) =>
    ({ id, title, value, isNumber: true, width: 84 }) satisfies Column<ParkSummary>;
  return {
    keyOf: ({ id }) => id,
    selectionOf: ({ id }) => ({ kind: "place", placeId: `park:${id}` }),
    columns: [
      { id: "name", title: t("column.park"), width: 260, value: name },
      { id: "city", title: t("column.city"), width: 84, value: (park) => pick(park.cityZh, park.cityEn) },
      { id: "level", title: t("column.level"), width: 150, value: (park) => park.level },
      number("exchangeCount", t("column.exchanges"), (park) => park.exchangeCount),
      number("enterpriseCount", t("column.enterprises"), (park) => park.enterpriseCount),
      number("offerCount", t("column.offers"), (park) => park.offerCount),
      number("needCount", t("column.needs"), (park) => park.needCount),
      {
        id: "coordErrorKm",
        title: t("column.coordError"),
        isNumber: true,
        width: 96,
        value: (park) => park.coordErrorKm,
      },
      { id: "id", title: t("column.id"), width: 0, fileOnly: true, value: (park) => park.id },
      { id: "lon", title: t("column.lon"), width: 0, fileOnly: true, value: (park) => park.lon },
      { id: "lat", title: t("column.lat"), width: 0, fileOnly: true, value: (park) => park.lat },
      {
        id: "coordSource",
        title: t("column.coordSource"),
        width: 0,
        fileOnly: true,
        value: (park) => park.coordSource,
      },
      ...sourceColumns<ParkSummary>(words, (park) => park.evidence),
    ],
  };
}

export function exchangeTable(words: Words): TableOf<ExchangeView> {
  const { t, name, pick } = words;
  return {
    keyOf: ({ id }) => id,
    selectionOf: ({ supplier, receiver, layer }) => ({
      kind: "corridor",
      from: supplier.placeId,
      to: receiver.placeId,
      layer,
    }),
    columns: [
      {
        id: "resource",
        title: t("column.resource"),
        width: 150,
        value: (row) => pick(row.resourceZh, row.resourceEn),
      },
      { id: "layer", title: t("column.layer"), width: 60, value: (row) => t(`layer.${row.layer}`) },
      { id: "supplier", title: t("column.supplier"), width: 190, value: (row) => name(row.supplier) },
      {
        id: "from",
        title: t("column.from"),
        width: 150,
        value: ({ supplier }) => pick(supplier.placeNameZh, supplier.placeNameEn),
      },
      { id: "receiver", title: t("column.receiver"), width: 190, value: (row) => name(row.receiver) },
      {
        id: "to",
        title: t("column.to"),
        width: 150,
        value: ({ receiver }) => pick(receiver.placeNameZh, receiver.placeNameEn),
      },
      ...quantityColumns<ExchangeView>(words),
      { id: "status", title: t("column.status"), width: 76, value: (row) => t(`status.${row.status}`) },
      { id: "years", title: t("column.years"), width: 90, value: years },
      {
        id: "source",
        title: t("column.sourceKind"),
        width: 130,
        value: (row) => t(`source.${row.evidence.sourceKind}`),
      },
      { id: "id", title: t("column.id"), width: 0, fileOnly: true, value: (row) => row.id },
      { id: "code", title: t("column.code"), width: 0, fileOnly: true, value: (row) => row.resourceCode },
      {
        id: "linkKind",
        title: t("column.linkKind"),
        width: 0,
        fileOnly: true,
        value: (row) => t(`linkKind.${row.linkKind}`),
      },
      {
        id: "statusNote",
        title: t("column.statusNote"),
        width: 0,
        fileOnly: true,
        value: (row) => row.statusNote,
      },
      ...sourceColumns<ExchangeView>(words, (row) => row.evidence),
    ],
  };
}

export function corridorTable(words: Words): TableOf<Corridor> {
  const { t, pick, amount } = words;
  return {
    keyOf: ({ from, to, flow }) => `${from}${to}${flow.layer}`,
    selectionOf: ({ from, to, flow }) => ({ kind: "corridor", from, to, layer: flow.layer }),
    columns: [
      {
        id: "from",
        title: t("column.from"),
        width: 200,
        value: (row) => pick(row.fromNameZh, row.fromNameEn),
      },
      { id: "to", title: t("column.to"), width: 200, value: (row) => pick(row.toNameZh, row.toNameEn) },
      { id: "layer", title: t("column.layer"), width: 64, value: (row) => t(`layer.${row.flow.layer}`) },
      {
        id: "exchanges",
        title: t("column.exchanges"),
        isNumber: true,
        width: 84,
        value: (row) => row.flow.exchangeCount,
      },
      {
        id: "quantified",
        title: t("column.quantified"),
        isNumber: true,
        width: 92,
        value: (row) => row.flow.quantifiedCount,
      },
      {
        id: "perYear",
        title: t("column.perYear"),
        isNumber: true,
        width: 130,
        value: (row) => row.flow.perYear,
        show: ({ flow }) =>
          flow.perYear === null ? t("quantity.unknown") : amount(flow.perYear, unitByLayer[flow.layer]),
      },
      {
        id: "unit",
        title: t("column.unit"),
        width: 0,
        fileOnly: true,
        value: (row) => unitByLayer[row.flow.layer],
      },
      {
        id: "steam",
        title: t("column.steam"),
        isNumber: true,
        width: 130,
        value: (row) => row.flow.steamTonnesPerYear,
        show: ({ flow }) => (flow.steamTonnesPerYear === null ? "–" : amount(flow.steamTonnesPerYear, "t/a")),
      },
      {
        id: "crossProvince",
        title: t("column.crossProvince"),
        width: 70,
        value: (row) => t(row.crossProvince ? "word.yes" : "word.no"),
      },
    ],
  };
}

export function listingTable(words: Words): TableOf<ListingView> {
  const { t, name, pick } = words;
  return {
    keyOf: ({ id }) => id,
    selectionOf: ({ enterprise }) => ({ kind: "enterprise", placeId: enterprise.placeId, id: enterprise.id }),
    columns: [
      {
        id: "resource",
        title: t("column.resource"),
        width: 190,
        value: (row) => pick(row.resourceZh, row.resourceEn),
      },
      {
        id: "direction",
        title: t("column.direction"),
        width: 56,
        value: (row) => t(`direction.${row.direction}`),
      },
      { id: "layer", title: t("column.layer"), width: 60, value: (row) => t(`layer.${row.layer}`) },
      { id: "enterprise", title: t("column.enterprise"), width: 220, value: (row) => name(row.enterprise) },
      {
        id: "place",
        title: t("column.place"),
        width: 160,
        value: ({ enterprise }) => pick(enterprise.placeNameZh, enterprise.placeNameEn),
      },
      ...quantityColumns<ListingView>(words),
      {
        id: "status",
        title: t("column.status"),
        width: 84,
        value: (row) => t(`listingStatus.${row.status}`),
      },
      { id: "years", title: t("column.years"), width: 90, value: years },
      { id: "id", title: t("column.id"), width: 0, fileOnly: true, value: (row) => row.id },
      {
        id: "codes",
        title: t("column.code"),
        width: 0,
        fileOnly: true,
        value: (row) => row.resourceCodes.join(" "),
      },
      { id: "quality", title: t("column.quality"), width: 0, fileOnly: true, value: (row) => row.quality },
      ...sourceColumns<ListingView>(words, (row) => row.evidence),
    ],
  };
}

export function candidateTable(words: Words): TableOf<Candidate> {
  const { t, name, pick, percent } = words;
  const part = (id: keyof Candidate["scoreParts"]): Column<Candidate> => ({
    id,
    title: t(`scorePart.${id}`),
    isNumber: true,
    width: 84,
    value: (row) => row.scoreParts[id],
    show: ({ scoreParts }) => {
      const value = scoreParts[id];
      return value === null ? t("quantity.unknown") : percent(value);
    },
  });
  const fileOnly = (id: string, title: string, value: Column<Candidate>["value"]): Column<Candidate> => ({
    id,
    title,
    value,
    width: 0,
    fileOnly: true,
  });
  return {
    keyOf: ({ id }) => id,
    selectionOf,
    columns: [
      { id: "resource", title: t("column.resource"), width: 150, value: (row) => resourceOf(words, row) },
      { id: "supplier", title: t("column.supplier"), width: 180, value: (row) => name(row.supplier) },
      { id: "receiver", title: t("column.receiver"), width: 180, value: (row) => name(row.receiver) },
      part("resourceFit"),
      part("quantityCover"),
      part("distance"),
      part("evidence"),
      {
        id: "road",
        title: t("column.road"),
        isNumber: true,
        width: 96,
        value: ({ distance }) =>
          distance.roadKmEstimate === null ? null : Math.round(distance.roadKmEstimate),
      },
      { id: "gates", title: t("column.gates"), width: 130, value: (row) => gateText(words, row) },
      fileOnly("layer", t("column.layer"), (row) => t(`layer.${row.layer}`)),
      fileOnly("code", t("column.code"), (row) => row.resourceCode),
      fileOnly("from", t("column.from"), ({ supplier }) => pick(supplier.placeNameZh, supplier.placeNameEn)),
      fileOnly("to", t("column.to"), ({ receiver }) => pick(receiver.placeNameZh, receiver.placeNameEn)),
      fileOnly("coverable", t("candidate.coverable"), (row) => row.coverablePerYear),
      fileOnly("unit", t("column.unit"), (row) => row.unit),
      fileOnly("distanceText", t("candidate.distance"), ({ distance }) => distanceText(words, distance)),
      fileOnly("inferred", t("candidate.inferred"), (row) => t(row.inferred ? "word.yes" : "word.no")),
      fileOnly("reason", t("column.reason"), (row) => pick(row.reasonZh, row.reasonEn)),
      fileOnly("unknowns", t("candidate.open"), (row) =>
        row.unknowns.map((one) => pick(one.zh, one.en)).join("; "),
      ),
      fileOnly("rule", t("candidate.rule"), (row) => row.rule?.id ?? null),
      fileOnly("precedent", t("candidate.precedent"), (row) => row.precedent?.exchangeId ?? null),
      fileOnly("notFact", t("column.notFact"), () => t("candidate.notFact")),
    ],
  };
}

function gateText({ t }: Words, candidate: Candidate): string {
  return (["pass", "fail", "unknown"] as const)
    .map((verdict) => [verdict, countGates(candidate, verdict)] as const)
    .filter(([, gates]) => gates > 0)
    .map(([verdict, gates]) => `${t(`verdict.${verdict}`)} ${gates}`)
    .join(" · ");
}
