import type { Evidence } from "#graph/schema/records/evidence.ts";
import type { Layer } from "#graph/schema/records/layer.ts";
import type { Quantity } from "#graph/schema/records/quantity.ts";
import { placeKindOf } from "#graph/schema/answers/place.ts";
import { EitherText } from "./either-text.tsx";
import { useWords } from "./use-words.ts";

/** A layer by colour and name: colour is never the only sign. */
export function LayerName({ layer }: { readonly layer: Layer }) {
  const { t } = useWords();
  return (
    <span className="layer-name">
      <span className={`swatch layer-${layer}`} aria-hidden="true" />
      {t(`layer.${layer}`)}
    </span>
  );
}

interface QuantityTextProps {
  readonly quantity: Quantity | null;
  readonly noteZh?: string | null;
  readonly noteEn?: string | null;
}

/** A quantity with unit and kind, or "not known"; a conversion's assumption stands beside it. */
export function QuantityText({ quantity, noteZh = null, noteEn = null }: QuantityTextProps) {
  const { t, amount, fullAmount } = useWords();
  return (
    <span className="quantity">
      {quantity === null ? (
        <span className="unknown">{t("quantity.unknown")}</span>
      ) : (
        <>
          <strong title={fullAmount(quantity.amount, quantity.unit)}>
            {amount(quantity.perYear, quantity.perYearUnit)}
          </strong>{" "}
          {t(`quantityKind.${quantity.kind}`)}
          {quantity.assumption !== null && (
            <span className="secondary">
              {" "}
              {t(`assumption.${quantity.assumption}`, {
                entered: fullAmount(quantity.amount, quantity.unit),
              })}
            </span>
          )}
        </>
      )}
      {(noteZh ?? noteEn) !== null && (
        <span className="secondary">
          {" "}
          <EitherText zh={noteZh} en={noteEn} />
        </span>
      )}
    </span>
  );
}

/** Where a fact comes from: kind of source, grade, confidence, year, and the address where it may be shown. */
export function EvidenceLine({ evidence }: { readonly evidence: Evidence }) {
  const { t } = useWords();
  const { sourceUrl } = evidence;
  return (
    <p className="evidence">
      {evidence.synthetic && <span className="tag tag-synthetic">{t("evidence.synthetic")}</span>}
      {evidence.grade === "inferred" && <span className="tag tag-synthetic">{t("grade.inferred")}</span>}
      {t("evidence.line", {
        source: t(`source.${evidence.sourceKind}`),
        grade: t(`grade.${evidence.grade}`),
        confidence: t(`confidence.${evidence.confidence}`),
        year: evidence.asOfYear ?? t("year.unstated"),
      })}
      {" · "}
      {sourceUrl === null ? (
        <span>
          {t(evidence.sourceKind === "rehosted-press" ? "evidence.withheld" : "evidence.noAddress")}
        </span>
      ) : (
        <a href={sourceUrl} target="_blank" rel="noreferrer">
          {t("evidence.open", { host: hostOf(sourceUrl) })}
        </a>
      )}
      {(evidence.noteZh ?? evidence.noteEn) !== null && (
        <span className="evidence-note">
          <EitherText zh={evidence.noteZh} en={evidence.noteEn} />
        </span>
      )}
    </p>
  );
}

const hostOf = (url: string) => URL.parse(url)?.hostname.replace(/^www\./, "") ?? url;

interface YearsProps {
  readonly from: number | null;
  readonly to: number | null;
}

export function Years({ from, to }: YearsProps) {
  const { t } = useWords();
  if (from === null && to === null) return <span className="unknown">{t("year.unstated")}</span>;
  return <span>{from === to || to === null || from === null ? (from ?? to) : `${from}–${to}`}</span>;
}

/** A pooled or anonymised end is never shown as if it were a firm. */
export function KindTag({ kind }: { readonly kind: "plant" | "pooled" | "anonymised" }) {
  const { t } = useWords();
  return kind === "plant" ? null : <span className="tag">{t(`enterpriseKind.${kind}`)}</span>;
}

/** What distances are measured from where the park of an end is not known; nothing where it is. */
export function ParkUnknown({ placeId }: { readonly placeId: string }) {
  const { t } = useWords();
  const kind = placeKindOf(placeId);
  return kind === "park" ? null : <span className="secondary"> {t(`parkUnknown.${kind}`)}</span>;
}
