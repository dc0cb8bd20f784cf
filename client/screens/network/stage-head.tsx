import { cities } from "#graph/schema/region/cities.ts";
import { shortCityName } from "#client/model/drawing/labels.ts";
import type { PictureFacts } from "#client/model/drawing/picture-facts.ts";
import type { Legend } from "#client/model/drawing/stage-spec.ts";
import { SelectLink, ViewLink } from "#client/ui/links.tsx";
import { useView } from "#client/ui/view-context.tsx";
import { useWords, type Words } from "#client/ui/use-words.ts";

interface StageHeadProps {
  readonly facts: PictureFacts;
  readonly legend: Legend;
  /** Parks without an exchange under the filter, where the view may leave them out; else 0. */
  readonly quietParks: number;
}

/** One sentence over the picture: what is drawn, and a way to what cannot be drawn. */
export function StageHead({ facts, legend, quietParks }: StageHeadProps) {
  const { view } = useView();
  const words = useWords();
  const { t } = words;
  const { drawn, unknown, busiest } = headParts(facts, legend, words);
  return (
    <p className="stage-head">
      {drawn}
      {unknown !== null && (
        <>
          {t("head.then")}
          <SelectLink selection={{ kind: "unknown-ends", placeId: null }}>{unknown}</SelectLink>
        </>
      )}
      {busiest !== null && t("head.then") + busiest}
      {quietParks > 0 && (
        <>
          {t("head.then")}
          <ViewLink patch={{ quietParks: !view.quietParks }}>
            {t(view.quietParks ? "head.hideQuiet" : "head.showQuiet", { text: words.count(quietParks) })}
          </ViewLink>
        </>
      )}
    </p>
  );
}

/** The same sentence as one text, for pictures and paper. */
export function headText(facts: PictureFacts, legend: Legend, words: Words): string {
  const { drawn, unknown, busiest } = headParts(facts, legend, words);
  return [drawn, unknown, busiest].filter((part) => part !== null).join(words.t("head.then"));
}

interface HeadParts {
  readonly drawn: string;
  readonly unknown: string | null;
  readonly busiest: string | null;
}

function headParts(facts: PictureFacts, legend: Legend, { t, count, language }: Words): HeadParts {
  const { corridorsShown: shown, corridorsTotal: total } = legend;
  const { betweenParks, oneEndUnknown, bothEndsUnknown } = facts;
  const join = (parts: readonly string[]) => (parts.length === 0 ? null : parts.join(t("head.and")));
  const drawn = [
    t("head.corridors", { count: total, text: count(total) }),
    ...(shown < total ? [t("head.widest", { text: count(shown) })] : []),
    ...(shown > 0 ? [t("head.parks", { text: count(betweenParks) })] : []),
  ];
  const unknown = [
    ...(oneEndUnknown > 0 ? [t("head.oneEnd", { count: oneEndUnknown, text: count(oneEndUnknown) })] : []),
    ...(bothEndsUnknown > 0 ? [t("head.bothEnds", { text: count(bothEndsUnknown) })] : []),
  ];
  const locale = language === "en" ? "en" : "zh";
  const leading = [...new Set(facts.busiest.map(({ cityCode }) => cityCode))];
  const busiest = leading.flatMap((code) => {
    const city = cities.find((one) => one.code === code);
    const names = facts.busiest
      .filter(({ cityCode }) => cityCode === code)
      .map(({ layer }) => t(`layer.${layer}`).toLowerCase());
    if (city === undefined) return [];
    return [t("head.busiest", { layer: names.join(t("head.with")), city: shortCityName(city, locale) })];
  });
  return { drawn: drawn.join(t("head.and")), unknown: join(unknown), busiest: join(busiest) };
}
