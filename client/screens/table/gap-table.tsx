import type { Gap, GapSide } from "#graph/schema/answers/gap.ts";
import { SelectLink } from "#client/ui/links.tsx";
import type { Words } from "#client/ui/use-words.ts";
import { fileOnly, grouping, text, type Column, type TableOf } from "./column.ts";

/** What the totals of a city offer and want of a resource, and what that leaves. */
export function gapTable(words: Words): TableOf<Gap> {
  const { t, pick, amount } = words;
  const side = (id: "surplus" | "need"): Column<Gap> => ({
    id,
    title: t(`column.${id}`),
    isNumber: true,
    width: 150,
    value: (row) => row[id].perYear,
    show: (row) => sideText(words, row[id], row.unit),
  });
  return {
    keyOf: ({ cityCode, resourceCode }) => `${cityCode} ${resourceCode}`,
    selectionOf: ({ cityCode }) => ({ kind: "place", placeId: `city:${cityCode}` }),
    columns: [
      grouping(text("city", t("column.city"), 120, (row) => pick(row.cityNameZh, row.cityNameEn))),
      grouping(
        text("resource", t("column.resource"), 170, (row) => pick(row.resourceNameZh, row.resourceNameEn)),
      ),
      text("code", t("column.code"), 96, (row) => row.resourceCode),
      text("layer", t("column.layer"), 82, (row) => t(`layer.${row.layer}`)),
      side("surplus"),
      side("need"),
      {
        id: "balance",
        title: t("column.balance"),
        isNumber: true,
        width: 170,
        value: (row) => row.balancePerYear,
        show: ({ balancePerYear, unit }) =>
          balancePerYear === null
            ? t("quantity.unknown")
            : t(balancePerYear < 0 ? "gap.short" : "gap.over", {
                text: amount(Math.abs(balancePerYear), unit),
              }),
      },
      {
        ...text<Gap>("partners", t("column.partners"), 300, (row) => partnerNames(words, row).join("; ")),
        show: (row) => <PartnerLinks words={words} gap={row} />,
      },
      fileOnly("unit", t("column.unit"), (row) => row.unit),
      fileOnly("surplusUnknown", t("column.surplusUnknown"), (row) => row.surplus.unknown),
      fileOnly("needUnknown", t("column.needUnknown"), (row) => row.need.unknown),
      fileOnly("listings", t("column.listings"), ({ surplus, need }) =>
        [...surplus.listingIds, ...need.listingIds].join(" "),
      ),
    ],
  };
}

const partnerNames = ({ t, name }: Words, { partners }: Gap): readonly string[] =>
  partners.map((partner) => t(`gap.${partner.role}`, { name: name(partner) }));

/** Each plant by name leads to its candidate with the total; the row itself leads to the city. */
function PartnerLinks({ words, gap }: { readonly words: Words; readonly gap: Gap }) {
  const names = partnerNames(words, gap);
  return gap.partners.map(({ candidateId, fromPlaceId, toPlaceId }, at) => (
    <span key={candidateId} role="presentation" onClick={(event) => event.stopPropagation()}>
      {at > 0 && words.t("list.and")}
      <SelectLink selection={{ kind: "candidate", from: fromPlaceId, to: toPlaceId, id: candidateId }}>
        {names[at]}
      </SelectLink>
    </span>
  ));
}

/** The known sum, how many listings are not in it, and a dash where there is none at all. */
function sideText({ t, amount, count }: Words, { perYear, unknown }: GapSide, unit: Gap["unit"]): string {
  if (perYear === null) return unknown === 0 ? "–" : t("gap.allUnknown", { text: count(unknown) });
  const sum = amount(perYear, unit);
  return unknown === 0 ? sum : t("gap.someUnknown", { sum, text: count(unknown) });
}
