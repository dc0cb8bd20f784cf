import { useQuery } from "@tanstack/react-query";
import { Button } from "react-aria-components/Button";
import { SourceKind } from "#graph/schema/records/evidence.ts";
import { defaultFilter, type NetworkFilter } from "#graph/schema/filter/filter.ts";
import { Layer } from "#graph/schema/records/layer.ts";
import { ExchangeStatus, LinkKind } from "#graph/schema/records/status.ts";
import type { Facets } from "#graph/schema/answers/facets.ts";
import { facetsQuery, metaQuery, topCandidatesQuery } from "#client/queries.ts";
import { Asked } from "#client/ui/asked.tsx";
import { useWords } from "#client/ui/use-words.ts";
import { useView } from "#client/ui/view-context.tsx";
import { countOf, FacetGroup, FacetSwitch } from "./facet-group.tsx";
import { LeftOut } from "./hidden-by-filter.tsx";
import { YearRange } from "./year-range.tsx";

/** Left panel: every control of the filter with the number of exchanges behind it. */
export function FilterPanel() {
  const { t } = useWords();
  const { view, change } = useView();
  const facets = useQuery(facetsQuery(view.filter));
  const isDefault = JSON.stringify(view.filter) === JSON.stringify(defaultFilter);
  return (
    <div className="filter">
      <div className="filter-head">
        <h2>{t("filter.title")}</h2>
        <Button
          className="button-quiet"
          isDisabled={isDefault}
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

function useFilterChange() {
  const { view, change } = useView();
  return (patch: Partial<NetworkFilter>) => change({ filter: { ...view.filter, ...patch } });
}

function Controls({ facets }: { readonly facets: Facets }) {
  const { t } = useWords();
  const { view } = useView();
  const setFilter = useFilterChange();
  const { filter } = view;
  return (
    <>
      <LeftOut facets={facets} />
      <FacetGroup
        title={t("filter.layer")}
        options={Layer.options.map((value) => ({ value, label: t(`layer.${value}`), layer: value }))}
        counts={facets.layer}
        chosen={filter.layers}
        standard={defaultFilter.layers}
        onChange={(layers) => setFilter({ layers: [...layers] })}
      />
      <FacetGroup
        title={t("filter.status")}
        options={ExchangeStatus.options.map((value) => ({ value, label: t(`status.${value}`) }))}
        counts={facets.status}
        chosen={filter.statuses}
        standard={defaultFilter.statuses}
        onChange={(statuses) => setFilter({ statuses: [...statuses] })}
      />
      <YearRange facets={facets} />
      <FacetGroup
        title={t("filter.source")}
        options={SourceKind.options
          .filter((value) => countOf(facets.source, value) > 0 || filter.sourceKinds.includes(value))
          .map((value) => ({ value, label: t(`source.${value}`) }))}
        counts={facets.source}
        chosen={filter.sourceKinds}
        standard={[]}
        emptyMeansAll
        onChange={(sourceKinds) => setFilter({ sourceKinds: [...sourceKinds] })}
      />
      <LinkGroup facets={facets} />
      <FacetGroup
        title={t("filter.linkKind")}
        options={LinkKind.options.map((value) => ({ value, label: t(`linkKind.${value}`) }))}
        counts={facets.linkKind}
        chosen={filter.linkKinds}
        standard={defaultFilter.linkKinds}
        onChange={(linkKinds) => setFilter({ linkKinds: [...linkKinds] })}
      />
      <ProvinceGroup facets={facets} />
    </>
  );
}

/** Between companies, inside one company, candidates, pooled ends, estimated records: one switch each. */
function LinkGroup({ facets }: { readonly facets: Facets }) {
  const { t, count } = useWords();
  const { view, change } = useView();
  const setFilter = useFilterChange();
  const candidates = useQuery(topCandidatesQuery(view.filter, 1));
  const { filter } = view;
  return (
    <fieldset className="facet">
      <legend>{t("filter.links")}</legend>
      <p className="facet-row facet-fixed">
        <span>{t("filter.between")}</span>
        <span className="facet-count">{count(countOf(facets.internal, "no"))}</span>
      </p>
      <FacetSwitch
        label={t("filter.internal")}
        isSelected={filter.internal}
        count={count(countOf(facets.internal, "yes"))}
        onChange={(internal) => setFilter({ internal })}
      />
      <FacetSwitch
        label={t("filter.candidates")}
        isSelected={view.candidates}
        count={candidates.data === undefined ? "…" : count(candidates.data.total)}
        onChange={(candidates) => change({ candidates })}
      />
      <FacetSwitch
        label={t("filter.pooled")}
        isSelected={filter.pooled}
        count={count(countOf(facets.pooled, "yes"))}
        onChange={(pooled) => setFilter({ pooled })}
      />
      <FacetSwitch
        label={t("filter.synthetic")}
        isSelected={filter.synthetic}
        count={count(countOf(facets.synthetic, "yes"))}
        onChange={(synthetic) => setFilter({ synthetic })}
      />
    </fieldset>
  );
}

function ProvinceGroup({ facets }: { readonly facets: Facets }) {
  const words = useWords();
  const { view } = useView();
  const setFilter = useFilterChange();
  const meta = useQuery(metaQuery());
  const provinces = meta.data?.provinces ?? [];
  return (
    <FacetGroup
      title={words.t("filter.province")}
      options={provinces.map((province) => ({ value: province.code, label: words.name(province) }))}
      counts={facets.parksByProvince}
      describeCount={(parks) => words.t("filter.parks", { count: parks, text: words.count(parks) })}
      chosen={view.filter.provinceCodes}
      standard={[]}
      emptyMeansAll
      onChange={(provinceCodes) => setFilter({ provinceCodes: [...provinceCodes] })}
    />
  );
}
