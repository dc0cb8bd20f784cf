import type { NetworkFilter } from "#graph/schema/filter/filter.ts";
import type { Words } from "./use-words.ts";

/** The filter in one line: every condition that is set, in the words of its controls. */
export function filterText(filter: NetworkFilter, { t }: Pick<Words, "t">): string {
  const list = (title: string, members: readonly string[]) => `${title}: ${members.join(t("list.and"))}`;
  const flag = (title: string, isOn: boolean) => `${title}: ${t(isOn ? "word.yes" : "word.no")}`;
  return [
    list(
      t("filter.layer"),
      filter.layers.map((layer) => t(`layer.${layer}`)),
    ),
    list(
      t("filter.status"),
      filter.statuses.map((status) => t(`status.${status}`)),
    ),
    list(
      t("filter.linkKind"),
      filter.linkKinds.map((kind) => t(`linkKind.${kind}`)),
    ),
    filter.provinceCodes.length === 0
      ? null
      : list(
          t("filter.province"),
          filter.provinceCodes.map((code) => (code === "37" || code === "32" ? t(`province.${code}`) : code)),
        ),
    filter.sourceKinds.length === 0
      ? null
      : list(
          t("filter.source"),
          filter.sourceKinds.map((kind) => t(`source.${kind}`)),
        ),
    filter.yearFrom === null && filter.yearTo === null
      ? null
      : `${t("filter.year")}: ${filter.yearFrom ?? "…"}–${filter.yearTo ?? "…"} (${flag(t("filter.undated"), filter.undated)})`,
    flag(t("filter.internal"), filter.internal),
    flag(t("filter.pooled"), filter.pooled),
    flag(t("filter.synthetic"), filter.synthetic),
  ]
    .filter((part) => part !== null)
    .join("; ");
}
