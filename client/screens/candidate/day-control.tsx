import { useId, useState } from "react";
import { Button } from "react-aria-components/Button";
import { Day } from "#graph/schema/day.ts";
import { isComposing } from "#client/ui/composing.ts";
import { useWords } from "#client/ui/use-words.ts";
import { useView } from "#client/ui/view-context.tsx";

/** The last day of the old law and the first of the new one. */
const daysOfChange = ["2026-08-14", "2026-08-15"] as const;

interface DayControlProps {
  /** ISO date the answer was judged by; undefined until it is here. */
  readonly judgedBy: string | undefined;
}

/** The day candidates are judged by: typed, or one of the two days between which the law changed. */
export function DayControl({ judgedBy }: DayControlProps) {
  const { t } = useWords();
  const { view, change } = useView();
  return (
    <fieldset className="day-control">
      <legend className="visually-hidden">{t("day.title")}</legend>
      <DayField key={view.asOf ?? judgedBy ?? ""} value={view.asOf ?? judgedBy ?? ""} />
      {view.asOf !== null && (
        <Button className="button" onPress={() => change({ asOf: null })}>
          {t("day.today")}
        </Button>
      )}
      <span className="secondary">
        {t("day.changed")}{" "}
        {daysOfChange.map((day) => (
          <Button
            key={day}
            className="button-quiet"
            isDisabled={view.asOf === day}
            onPress={() => change({ asOf: day })}
          >
            {t("day.see", { day })}
          </Button>
        ))}
      </span>
    </fieldset>
  );
}

/** A day as people write it; what is no day stays in the field with what one looks like. */
function DayField({ value }: { readonly value: string }) {
  const { t } = useWords();
  const { change } = useView();
  const [text, setText] = useState(value);
  const [isWrong, setWrong] = useState(false);
  const [field, fault] = [useId(), useId()];
  const commit = () => {
    const day = Day.safeParse(text.trim());
    setWrong(!day.success);
    if (day.success && day.data !== value) change({ asOf: day.data });
    else if (day.success) setText(value);
  };
  return (
    <>
      <label htmlFor={field}>{t("day.by")}</label>
      <input
        id={field}
        className="input day-input"
        maxLength={20}
        value={text}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? fault : undefined}
        onChange={(event) => setText(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === "Enter" && !isComposing(event)) commit();
        }}
      />
      <span>{t("day.law")}</span>
      {isWrong && (
        <span id={fault} role="alert" className="verdict-fail">
          {t("day.wrong")}
        </span>
      )}
    </>
  );
}

/** By which day a panel's candidates were judged, and the way back to today. */
export function DayNote({ judgedBy }: { readonly judgedBy: string }) {
  const { t } = useWords();
  const { view, change } = useView();
  return (
    <p className="secondary day-note">
      {t(view.asOf === null ? "day.judgedToday" : "day.judged", { day: judgedBy })}{" "}
      {view.asOf !== null && (
        <Button className="button-quiet" onPress={() => change({ asOf: null })}>
          {t("day.today")}
        </Button>
      )}
    </p>
  );
}
