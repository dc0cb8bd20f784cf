import { useQuery } from "@tanstack/react-query";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef } from "react";
import type { Place } from "#graph/schema/answers/place.ts";
import type { EnterpriseView } from "#graph/schema/answers/record-views.ts";
import { enterprisesOfPlaceQuery, exchangesOfPlaceQuery } from "#client/queries.ts";
import { Asked, EmptyNote } from "#client/ui/asked.tsx";
import { SelectLink } from "#client/ui/links.tsx";
import { KindTag } from "#client/ui/marks.tsx";
import { Section } from "#client/ui/panel.tsx";
import { useWords } from "#client/ui/use-words.ts";
import { useView } from "#client/ui/view-context.tsx";
import { DrillDown } from "./drill-down.tsx";

interface PlaceEnterprisesProps {
  readonly place: Place;
  readonly count: number;
}

/** The enterprises of a place: a small picture of their exchanges, and all of them as a list. */
export function PlaceEnterprises({ place, count: total }: PlaceEnterprisesProps) {
  const { t, count } = useWords();
  const { view } = useView();
  const enterprises = useQuery({ ...enterprisesOfPlaceQuery(place.id), enabled: total > 0 });
  const exchanges = useQuery({ ...exchangesOfPlaceQuery(place.id, view.filter), enabled: total > 0 });
  return (
    <Section title={t("place.enterprises")} aside={<span className="secondary number">{count(total)}</span>}>
      {total === 0 ? (
        <EmptyNote>{t("place.noEnterprise")}</EmptyNote>
      ) : (
        <>
          {exchanges.data !== undefined && exchanges.data.items.length > 0 && (
            <DrillDown placeId={place.id} exchanges={exchanges.data.items} />
          )}
          <Asked what={t("what.enterprises")} result={enterprises}>
            {(page) => <EnterpriseList enterprises={page.items} total={page.total} />}
          </Asked>
        </>
      )}
    </Section>
  );
}

const rowHeight = 28;
const rowsInView = 9;

interface EnterpriseListProps {
  readonly enterprises: readonly EnterpriseView[];
  readonly total: number;
}

function EnterpriseList({ enterprises, total }: EnterpriseListProps) {
  const { t, name, count } = useWords();
  const scroller = useRef<HTMLElement>(null);
  const busiest = [...enterprises].sort((left, right) => right.exchangeCount - left.exchangeCount);
  // oxlint-disable-next-line react/incompatible-library -- the compiler is not used; the hook re-renders on scroll
  const rows = useVirtualizer({
    count: busiest.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
  });
  const height = Math.min(rowsInView, busiest.length) * rowHeight;
  return (
    <>
      {/* oxlint-disable jsx-a11y/no-noninteractive-tabindex -- a scrolling region must take the keyboard focus */}
      <section
        ref={scroller}
        className="virtual-list"
        style={{ height }}
        tabIndex={0}
        aria-label={t("place.enterpriseList")}
      >
        <ul style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map((row) => {
            const enterprise = busiest[row.index];
            return enterprise === undefined ? null : (
              <li
                key={enterprise.id}
                aria-setsize={busiest.length}
                aria-posinset={row.index + 1}
                style={{ transform: `translateY(${row.start}px)`, height: rowHeight }}
              >
                <SelectLink
                  className="link clip"
                  selection={{ kind: "enterprise", placeId: enterprise.placeId, id: enterprise.id }}
                >
                  {name(enterprise)}
                </SelectLink>
                <KindTag kind={enterprise.kind} />
                <span className="secondary number">
                  {t("enterprise.counts", {
                    exchanges: count(enterprise.exchangeCount),
                    listings: count(enterprise.listingCount),
                  })}
                </span>
              </li>
            );
          })}
        </ul>
      </section>
      {/* oxlint-enable jsx-a11y/no-noninteractive-tabindex */}
      {total > enterprises.length && (
        <p className="secondary">
          {t("list.shownOf", { shown: count(enterprises.length), total: count(total) })}
        </p>
      )}
    </>
  );
}
