import { Button } from "react-aria-components/Button";
import type { Facets } from "#graph/schema/answers/facets.ts";
import { relaxations } from "#client/model/view/hidden-by-filter.ts";
import { noFilter } from "#graph/schema/filter/filter.ts";
import { useWords } from "#client/ui/use-words.ts";
import { useView } from "#client/ui/view-context.tsx";

/** How many exchanges the filter shows, how many it leaves out and why, each with the click that brings them back. */
export function LeftOut({ facets }: { readonly facets: Facets }) {
  const { t, say, count } = useWords();
  const { view, change } = useView();
  const hidden = facets.total - facets.matching;
  const rows = relaxations(facets, view.filter);
  const several = hidden - rows.reduce((total, row) => total + (row.exchanges ?? 0), 0);
  return (
    <div className={`left-out ${facets.matching === 0 ? "left-out-zero" : ""}`}>
      <p className="left-out-sum">
        <strong>{t("leftOut.shown", { shown: count(facets.matching), total: count(facets.total) })}</strong>
      </p>
      {facets.matching === 0 && <p>{t(rows.length === 0 ? "leftOut.zeroSeveral" : "leftOut.zero")}</p>}
      {hidden > 0 && (
        <details open={facets.matching === 0}>
          <summary>{t("leftOut.hidden", { count: hidden, text: count(hidden) })}</summary>
          <ul>
            {rows.map((row) => (
              <li key={row.dimension.key}>
                <span>{say(row.dimension.hidden)}</span>
                <Button className="button-quiet" onPress={() => change({ filter: row.filter })}>
                  {row.exchanges === null
                    ? t("leftOut.relax")
                    : t("leftOut.add", { text: count(row.exchanges) })}
                </Button>
              </li>
            ))}
            {several > 0 && rows.every((row) => row.exchanges !== null) && (
              <li className="secondary">{t("leftOut.several", { text: count(several) })}</li>
            )}
          </ul>
          <Button className="button left-out-all" onPress={() => change({ filter: noFilter })}>
            {t("leftOut.all")}
          </Button>
        </details>
      )}
    </div>
  );
}
