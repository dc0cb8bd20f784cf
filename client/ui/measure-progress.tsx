import { skipToken, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { Button } from "react-aria-components/Button";
import type { Measuring } from "./use-metric.ts";
import { useWords } from "./use-words.ts";

const patienceMs = 300;

interface MeasureProgressProps {
  readonly what: string;
  readonly measuring: Measuring;
}

/** A measure that is being computed, with the button that calls it off; one that was called off, with the button that starts it again. */
export function MeasureProgress({ what, measuring }: MeasureProgressProps) {
  const { t } = useWords();
  if (measuring.isCancelled)
    return (
      <div className="note">
        {t("measure.cancelled", { what })}{" "}
        <Button className="button" onPress={() => void measuring.refetch()}>
          {t("measure.again")}
        </Button>
      </div>
    );
  return measuring.isComputing ? <Computing what={what} measuring={measuring} /> : null;
}

/** Said only once it has taken long enough to be noticed. */
function Computing({ what, measuring }: MeasureProgressProps) {
  const { t, percent } = useWords();
  const share = useQuery<number>({ queryKey: measuring.progressKey, queryFn: skipToken }).data;
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="measure-progress">
      <output>
        {late && (
          <>
            <span className="progress-bar" aria-hidden="true" />
            {t("measure.computing", { what })}
            {share !== undefined && ` ${percent(share)}`}
          </>
        )}
      </output>
      {late && (
        <Button className="button" onPress={measuring.cancel}>
          {t("measure.cancel")}
        </Button>
      )}
    </div>
  );
}
