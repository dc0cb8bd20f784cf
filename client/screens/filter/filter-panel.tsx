import { useQuery } from "@tanstack/react-query";
import { Button } from "react-aria-components/Button";
import type { FlagDimension } from "#graph/schema/filter/dimension.ts";
import { dimensions } from "#graph/schema/filter/dimensions.ts";
import { defaultFilter, memberOf, sameFilter, withMembers } from "#graph/schema/filter/filter.ts";
import type { Facets } from "#graph/schema/answers/facets.ts";
import { facetsQuery, topCandidatesQuery } from "#client/queries.ts";
import { Asked } from "#client/ui/asked.tsx";
import { useKept } from "#client/ui/use-kept.ts";
import { useWords } from "#client/ui/use-words.ts";
import { useView } from "#client/ui/view-context.tsx";
import { AgeGroup } from "./age-group.tsx";
import { countOf, FacetGroup, FacetSwitch } from "./facet-group.tsx";
import { LeftOut } from "./hidden-by-filter.tsx";
import { RangeGroup } from "./year-range.tsx";

type FlagRow = Extract<(typeof dimensions)[number], { readonly kind: "flag" }>;

/** Left panel: every control of the filter with the number of exchanges behind it. */
export function FilterPanel() {
  const { t } = useWords();
  const { view, change } = useView();
  const facets = useKept(facetsQuery(view.filter));
  return (
    <div className="filter">
      <div className="filter-head">
        <h2>{t("filter.title")}</h2>
        <Button
          className="button-quiet"
          isDisabled={sameFilter(view.filter, defaultFilter)}
          onPress={() => change({ filter: defaultFilter })}
        >
          {t("filter.reset")}
        </Button>
      </div>
      <Asked what={t("what.counts")} result={facets}>
        {(data) => <Controls facets={data} />}
      </Asked>
    </div>
  );
}

/** One control a dimension, in the order of the table; the flags stand together where the first of them stands. */
function Controls({ facets }: { readonly facets: Facets }) {
  const flags = dimensions.filter((dimension): dimension is FlagRow => dimension.kind === "flag");
  return (
    <>
      <LeftOut facets={facets} />
      {dimensions.map((dimension) => {
        const { key, kind } = dimension;
        if (kind === "list") return <FacetGroup key={key} dimension={dimension} counts={facets[key]} />;
        if (kind === "range") return <RangeGroup key={key} dimension={dimension} counts={facets[key]} />;
        if (kind === "age") return <AgeGroup key={key} dimension={dimension} counts={facets[key]} />;
        return dimension === flags[0] ? <LinkGroup key={key} flags={flags} facets={facets} /> : null;
      })}
    </>
  );
}

/** Links between companies, those kept on demand, and candidates: one switch each. */
function LinkGroup({ flags, facets }: { readonly flags: readonly FlagRow[]; readonly facets: Facets }) {
  const { t, count } = useWords();
  const { view, change } = useView();
  const candidates = useQuery(topCandidatesQuery(view, 1));
  return (
    <fieldset className="facet">
      <legend>{t("filter.links")}</legend>
      <p className="facet-row facet-fixed">
        <span>{t("filter.between")}</span>
        <span className="facet-count">{count(countOf(facets.internal, "no"))}</span>
      </p>
      {flags.map((flag) => (
        <FlagSwitch key={flag.key} flag={flag} exchanges={countOf(facets[flag.key], "yes")} />
      ))}
      <FacetSwitch
        label={t("filter.candidates")}
        isSelected={view.candidates}
        count={candidates.data === undefined ? "…" : count(candidates.data.total)}
        onChange={(candidates) => change({ candidates })}
      />
    </fieldset>
  );
}

function FlagSwitch({ flag, exchanges }: { readonly flag: FlagDimension; readonly exchanges: number }) {
  const { say, count } = useWords();
  const { view, change } = useView();
  const [parameter] = flag.parameters;
  return (
    <FacetSwitch
      label={say(flag.title)}
      isSelected={memberOf(view.filter, parameter)}
      count={count(exchanges)}
      onChange={(isOn) => change({ filter: withMembers(view.filter, [[parameter, isOn]]) })}
    />
  );
}
