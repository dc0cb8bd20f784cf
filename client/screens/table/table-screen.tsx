import { useQuery } from "@tanstack/react-query";
import { Button } from "react-aria-components/Button";
import { tableKinds, placeOfSelection } from "#client/model/view/view-state.ts";
import { metaQuery, placesQuery } from "#client/queries.ts";
import { CloseMark } from "#client/ui/close-mark.tsx";
import { ViewLink } from "#client/ui/links.tsx";
import { Picker } from "#client/ui/picker.tsx";
import { useWords } from "#client/ui/use-words.ts";
import { useView } from "#client/ui/view-context.tsx";
import { CandidateSections } from "./candidate-sections.tsx";
import { ListedTable } from "./listed-table.tsx";
import { MetricTable } from "./metric-table.tsx";
import { tableOf } from "./export-table.ts";
import { knowsPlace, listedKindOf, type ListedKind } from "./rows.ts";

interface TableScreenProps {
  /** True where the browser cannot draw the network and the table stands in for it. */
  readonly standsIn: boolean;
}

/** The table twin of the network: same filter, same selection. */
export function TableScreen({ standsIn }: TableScreenProps) {
  const { t } = useWords();
  const { view } = useView();
  const kind = listedKindOf(view);
  return (
    <section className="tables" aria-label={t("tab.table")}>
      {standsIn && <output className="note note-warning">{t("stage.noWebGl")}</output>}
      <nav className="table-kinds" aria-label={t("table.kinds")}>
        {tableKinds.map((table) => (
          <ViewLink
            key={table}
            patch={{ table, sort: [], group: null }}
            className={`table-kind ${table === view.table ? "current" : ""}`}
            isCurrent={table === view.table}
          >
            {t(`record.${table}`)}
          </ViewLink>
        ))}
        <span className="table-options">
          {kind !== null && <GroupOption kind={kind} />}
          <ResourceOption />
          <PlaceOption />
        </span>
      </nav>
      {view.table === "candidates" && <CandidateSections />}
      {kind === null ? <MetricTable /> : <ListedTable key={kind} kind={kind} />}
    </section>
  );
}

/** The column by which the rows stand together, where the table has such columns. */
function GroupOption({ kind }: { readonly kind: ListedKind }) {
  const words = useWords();
  const { view, change } = useView();
  const columns = tableOf[kind](words).columns.filter(({ groups }) => groups === true);
  if (columns.length === 0) return null;
  return (
    <Picker
      label={words.t("table.group.by")}
      value={view.group ?? ""}
      options={[
        { value: "", label: words.t("table.group.none") },
        ...columns.map(({ id, title }) => ({ value: id, label: title })),
      ]}
      onChange={(group) => change({ group: group === "" ? null : group })}
    />
  );
}

/** Narrows the rows to the selected place, and says which that is. */
function PlaceOption() {
  const { t, name } = useWords();
  const { view, change } = useView();
  const places = useQuery(placesQuery(view.filter));
  const placeId = placeOfSelection(view.selection);
  if (placeId === null || !knowsPlace(view.table)) return null;
  const place = places.data?.items.find(({ id }) => id === placeId);
  return (
    <label className="inline-check">
      <input
        type="checkbox"
        checked={view.selectedOnly}
        onChange={(event) => change({ selectedOnly: event.target.checked })}
      />
      {t("table.onlyPlace", { name: place === undefined ? placeId : name(place) })}
    </label>
  );
}

/** The one material the rows are narrowed to, with the click that takes it away. */
function ResourceOption() {
  const { t, name } = useWords();
  const { view, change } = useView();
  const meta = useQuery(metaQuery());
  if (view.resource === null || !knowsPlace(view.table)) return null;
  const resource = meta.data?.resources.find(({ code }) => code === view.resource);
  const material = resource === undefined ? view.resource : `${resource.code} ${name(resource)}`;
  return (
    <Button
      className="button"
      aria-label={t("table.anyMaterial", { name: material })}
      onPress={() => change({ resource: null })}
    >
      {t("table.material", { name: material })} <CloseMark />
    </Button>
  );
}
