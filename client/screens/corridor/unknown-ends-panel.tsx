import { useQuery } from "@tanstack/react-query";
import { isKnownPlace, placeKindOf } from "#graph/schema/answers/place.ts";
import type { ExchangeView } from "#graph/schema/answers/record-views.ts";
import { placesQuery, unknownEndsQuery } from "#client/queries.ts";
import { Asked, EmptyNote } from "#client/ui/asked.tsx";
import { ExchangeList } from "#client/ui/exchange-item.tsx";
import { SelectLink } from "#client/ui/links.tsx";
import { Panel, Section } from "#client/ui/panel.tsx";
import { useWords } from "#client/ui/use-words.ts";
import { useView } from "#client/ui/view-context.tsx";

/** Right panel of what has no line: exchanges with an end that is not known, of one place or of all. */
export function UnknownEndsPanel({ placeId }: { readonly placeId: string | null }) {
  const { t, count } = useWords();
  const { view } = useView();
  const exchanges = useQuery(unknownEndsQuery(placeId, view.filter));
  return (
    <Asked what={t("what.exchanges")} result={exchanges}>
      {({ items, total }) => (
        <Panel
          title={t("unknownEnds.title", { count: total, text: count(total) })}
          kicker={t("unknownEnds.kicker")}
        >
          {placeId !== null && <PlaceLine placeId={placeId} />}
          <p className="secondary">{t("unknownEnds.why")}</p>
          {total === 0 && <EmptyNote>{t("unknownEnds.none")}</EmptyNote>}
          {groups.map((group) => (
            <Group key={group} group={group} exchanges={items.filter((one) => groupOf(one) === group)} />
          ))}
          {total > items.length && (
            <p className="secondary">
              {t("list.shownOf", { shown: count(items.length), total: count(total) })}
            </p>
          )}
        </Panel>
      )}
    </Asked>
  );
}

/** What is not known of an exchange: where it goes, where it comes from, or both. */
const groups = ["out", "in", "both"] as const;
type Group = (typeof groups)[number];

const isPlaced = ({ placeId }: ExchangeView["supplier"]) => isKnownPlace(placeKindOf(placeId));

const groupOf = ({ supplier, receiver }: ExchangeView): Group =>
  isPlaced(supplier) ? "out" : isPlaced(receiver) ? "in" : "both";

interface GroupProps {
  readonly group: Group;
  readonly exchanges: readonly ExchangeView[];
}

function Group({ group, exchanges }: GroupProps) {
  const { t, count } = useWords();
  if (exchanges.length === 0) return null;
  return (
    <Section title={t(`unknownEnds.${group}`, { text: count(exchanges.length) })}>
      <ExchangeList exchanges={exchanges} total={exchanges.length} />
    </Section>
  );
}

function PlaceLine({ placeId }: { readonly placeId: string }) {
  const { name } = useWords();
  const { view } = useView();
  const places = useQuery(placesQuery(view.filter));
  const place = places.data?.items.find(({ id }) => id === placeId);
  return (
    <p>
      <SelectLink selection={{ kind: "place", placeId }}>
        {place === undefined ? placeId : name(place)}
      </SelectLink>
    </p>
  );
}
