import { useQuery } from "@tanstack/react-query";
import type { ExchangeView } from "#graph/schema/answers/record-views.ts";
import type { Selection } from "#client/model/view/selection.ts";
import { corridorsQuery, exchangesOfCorridorQuery, placesQuery } from "#client/queries.ts";
import { Asked, EmptyNote } from "#client/ui/asked.tsx";
import { ExchangeList } from "#client/ui/exchange-item.tsx";
import { FlowCell } from "#client/ui/flow-table.tsx";
import { SelectLink } from "#client/ui/links.tsx";
import { LayerName } from "#client/ui/marks.tsx";
import { Panel, Section } from "#client/ui/panel.tsx";
import { useWords } from "#client/ui/use-words.ts";
import { useView } from "#client/ui/view-context.tsx";

type CorridorSelection = Extract<Selection, { kind: "corridor" }>;

/** Right panel of a corridor: the exchanges behind the line, each with its source. */
export function CorridorPanel({ selection }: { readonly selection: CorridorSelection }) {
  const { t, name, count } = useWords();
  const { view } = useView();
  const exchanges = useQuery(exchangesOfCorridorQuery(selection, view.filter));
  const places = useQuery(placesQuery(view.filter));
  const nameOf = (id: string) => {
    const place = places.data?.items.find((one) => one.id === id);
    return place === undefined ? id : name(place);
  };
  return (
    <Panel
      title={t("corridor.title", { from: nameOf(selection.from), to: nameOf(selection.to) })}
      kicker={t(selection.from === selection.to ? "corridor.kickerInside" : "corridor.kicker")}
    >
      <div className="corridor-head">
        <LayerName layer={selection.layer} />
        <CorridorSum selection={selection} />
      </div>
      <p className="corridor-ends">
        <SelectLink selection={{ kind: "place", placeId: selection.from }}>
          {nameOf(selection.from)}
        </SelectLink>{" "}
        → <SelectLink selection={{ kind: "place", placeId: selection.to }}>{nameOf(selection.to)}</SelectLink>
      </p>
      <Asked what={t("what.exchanges")} result={exchanges}>
        {(page) =>
          page.items.length === 0 ? (
            <EmptyNote>{t("corridor.none")}</EmptyNote>
          ) : (
            <Section
              title={t("corridor.exchanges", { text: count(page.total) })}
              aside={<SourceKinds items={page.items} />}
            >
              <ExchangeList exchanges={page.items} total={page.total} />
            </Section>
          )
        }
      </Asked>
    </Panel>
  );
}

function CorridorSum({ selection }: { readonly selection: CorridorSelection }) {
  const { t } = useWords();
  const { view } = useView();
  const corridors = useQuery(corridorsQuery(view.filter));
  const corridor = corridors.data?.items.find(
    ({ from, to, flow }) => from === selection.from && to === selection.to && flow.layer === selection.layer,
  );
  if (corridor === undefined) return null;
  const { flow, crossProvince } = corridor;
  return (
    <>
      <FlowCell flow={flow} />
      <span className="secondary">
        {t("flow.coverage", { known: flow.quantifiedCount + flow.steamCount, all: flow.exchangeCount })}
      </span>
      {crossProvince && <span className="tag">{t("corridor.crossProvince")}</span>}
    </>
  );
}

/** Distinct kinds of source behind a list. */
function SourceKinds({ items }: { readonly items: readonly ExchangeView[] }) {
  const { t } = useWords();
  const kinds = [...new Set(items.map(({ evidence }) => evidence.sourceKind))];
  return <span className="secondary">{kinds.map((kind) => t(`source.${kind}`)).join(t("list.and"))}</span>;
}
