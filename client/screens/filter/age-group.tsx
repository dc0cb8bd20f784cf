import type { AgeDimension } from "#graph/schema/filter/dimension.ts";
import { memberOf, withMembers } from "#graph/schema/filter/filter.ts";
import { Picker } from "#client/ui/picker.tsx";
import { useWords } from "#client/ui/use-words.ts";
import { useView } from "#client/ui/view-context.tsx";
import { countOf, FacetSwitch, type Counts } from "./facet-group.tsx";

const offeredYears = [3, 5, 10, 15, 20];

interface AgeGroupProps {
  readonly dimension: AgeDimension;
  readonly counts: Counts;
}

/** The age from which an exchange counts as not confirmed, how many are older, and whether they are kept. */
export function AgeGroup({ dimension, counts }: AgeGroupProps) {
  const { t, say, count } = useWords();
  const { view, change } = useView();
  const [keep, years] = dimension.parameters;
  const chosen = memberOf(view.filter, years);
  const offered = [...new Set([...offeredYears, chosen])].sort((left, right) => left - right);
  const inYears = (value: number) => t("filter.ageYears", { count: value, text: String(value) });
  return (
    <fieldset className="facet">
      <legend>{say(dimension.title)}</legend>
      <Picker
        label={t("filter.age")}
        value={String(chosen)}
        options={offered.map((value) => ({ value: String(value), label: inYears(value) }))}
        onChange={(value) => change({ filter: withMembers(view.filter, [[years, Number(value)]]) })}
      />
      <FacetSwitch
        label={say(dimension.older).replace("{{years}}", String(chosen))}
        count={count(countOf(counts, "yes"))}
        isSelected={memberOf(view.filter, keep)}
        onChange={(isOn) => change({ filter: withMembers(view.filter, [[keep, isOn]]) })}
      />
      <p className="secondary">{t("filter.ageUnknown", { text: count(countOf(counts, "unknown")) })}</p>
    </fieldset>
  );
}
