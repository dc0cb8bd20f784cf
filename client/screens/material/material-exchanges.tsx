import { useQuery } from "@tanstack/react-query";
import type { MaterialDetail } from "#graph/schema/answers/material.ts";
import { exchangesOfMaterialQuery } from "#client/queries.ts";
import { LeftOut } from "#client/screens/filter/hidden-by-filter.tsx";
import { Asked, EmptyNote } from "#client/ui/asked.tsx";
import { ExchangeList } from "#client/ui/exchange-item.tsx";
import { ViewLink } from "#client/ui/links.tsx";
import { Section } from "#client/ui/panel.tsx";
import { useWords } from "#client/ui/use-words.ts";
import { useView } from "#client/ui/view-context.tsx";

interface MaterialExchangesProps {
  readonly material: MaterialDetail;
}

const exchangesShown = 10;

/** The exchanges of the material under the filter, how many it hides, and the click that lets each kind in. */
export function MaterialExchanges({ material }: MaterialExchangesProps) {
  const { t, count } = useWords();
  const { view } = useView();
  const { matching, total } = material.facets;
  const exchanges = useQuery({
    ...exchangesOfMaterialQuery(material.id, view.filter),
    enabled: matching > 0,
  });
  return (
    <Section
      title={t("material.exchanges")}
      aside={
        matching > 0 && (
          <ViewLink patch={{ tab: "table", table: "exchanges", resource: material.id, sort: [] }}>
            {t("list.all", { text: count(matching) })}
          </ViewLink>
        )
      }
    >
      {total === 0 ? <EmptyNote>{t("material.noExchange")}</EmptyNote> : <LeftOut facets={material.facets} />}
      {matching > 0 && (
        <Asked what={t("what.exchanges")} result={exchanges}>
          {(page) => <ExchangeList exchanges={page.items.slice(0, exchangesShown)} total={page.total} />}
        </Asked>
      )}
    </Section>
  );
}
