import { cityByCode } from "#graph/schema/region/cities.ts";
import { CommunityMark } from "#client/ui/community-mark.tsx";
import { SelectLink } from "#client/ui/links.tsx";
import { useWords } from "#client/ui/use-words.ts";
import type { MetricResult } from "#graph/schema/answers/metric-result.ts";
import type { Places } from "./result-table.tsx";

type Member = Extract<MetricResult, { kind: "partition" }>["members"][number];

const communitiesShown = 6;
const membersNamed = 3;

interface CommunityListProps {
  readonly members: readonly Member[];
  readonly places: Places;
}

/** The largest communities: how many members, in which cities, and who. */
export function CommunityList({ members, places }: CommunityListProps) {
  const { t, name, count } = useWords();
  const groups = [...Map.groupBy(members, ({ community }) => community)]
    .sort(([left], [right]) => left - right)
    .slice(0, communitiesShown);
  const citiesOf = (group: readonly Member[]) => {
    const codes = new Set(group.map(({ placeId }) => places.get(placeId ?? "")?.cityCode ?? ""));
    return [...codes].flatMap((code) => cityByCode.get(code) ?? []).map(name);
  };
  return (
    <ol className="communities">
      {groups.map(([community, group]) => (
        <li key={community}>
          <CommunityMark community={community} />{" "}
          <strong>{t("metric.community", { number: community })}</strong> ·{" "}
          {t("metric.members", { count: group.length, text: count(group.length) })}
          {citiesOf(group).length > 0 && ` · ${citiesOf(group).join(t("list.and"))}`}
          <span className="secondary">
            {" "}
            {group.slice(0, membersNamed).map((member, index) => (
              <span key={member.id}>
                {index > 0 && t("list.and")}
                <SelectLink selection={{ kind: "enterprise", placeId: member.placeId ?? "", id: member.id }}>
                  {name(member)}
                </SelectLink>
              </span>
            ))}
            {group.length > membersNamed && "…"}
          </span>
        </li>
      ))}
    </ol>
  );
}
