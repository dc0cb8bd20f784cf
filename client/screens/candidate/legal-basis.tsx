import type { LegalBasis } from "#graph/schema/answers/legal-basis.ts";
import { useWords } from "#client/ui/use-words.ts";

/** The dated row of the law behind a gate, how many working days its steps take, and what else it brings with it. */
export function LegalBasisNote({ legal }: { readonly legal: LegalBasis }) {
  const { t, pick, say } = useWords();
  return (
    <div className="legal">
      <p>
        <span className="tag">{t(`permission.${legal.permission}`)}</span>{" "}
        {pick(legal.instrumentZh, legal.instrumentEn)} {legal.article} ·{" "}
        {t("gate.inForce", { date: legal.inForceFrom, checked: legal.checkedOn })}{" "}
        {pick(legal.noteZh, legal.noteEn)}
      </p>
      {legal.clock !== null && <Clock clock={legal.clock} />}
      {legal.remarks.length > 0 && (
        <ul className="plain-list">
          {legal.remarks.map((remark) => (
            <li key={remark.id}>{say(remark)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** The steps of an application with their working days and last days, were it complete on the day of the question. */
function Clock({ clock }: { readonly clock: NonNullable<LegalBasis["clock"]> }) {
  const { t } = useWords();
  const days = clock.steps.reduce((sum, step) => sum + step.workingDays, 0);
  return (
    <>
      <p>{t("clock.title", { start: clock.startDay, days })}</p>
      <ol className="clock">
        {clock.steps.map((step) => (
          <li key={step.id}>
            {t("clock.step", {
              step: t(`clock.${step.id}`),
              days: step.workingDays,
              until: step.until,
              article: step.article,
            })}
          </li>
        ))}
      </ol>
      <p>
        {t("clock.completeness", { until: clock.completenessUntil })}{" "}
        {t("clock.validUntil", { until: clock.validUntilAtMost })}
        {!clock.holidaysKnown && ` ${t("clock.weekdays")}`}
      </p>
    </>
  );
}
