import { useEffect, useState, type ReactNode } from "react";
import { Button } from "react-aria-components/Button";
import { ApiFailure } from "#client/api.ts";
import { useWords } from "./use-words.ts";

interface Result<T> {
  readonly data: T | undefined;
  readonly error: Error | null;
  readonly refetch: () => unknown;
}

interface AskedProps<T> {
  /** What is being asked for, in the words of the page. */
  readonly what: string;
  readonly result: Result<T>;
  readonly children: (data: T) => ReactNode;
}

/** The answer to a question, or its progress, or what went wrong with a way to ask again: never a blank. */
export function Asked<T>({ what, result, children }: AskedProps<T>) {
  if (result.error !== null)
    return <FailureNote what={what} error={result.error} retry={() => void result.refetch()} />;
  if (result.data === undefined) return <Progress what={what} />;
  return children(result.data);
}

const patienceMs = 300;

/** Says that something is loading, but only once it has taken long enough to be noticed. */
export function Progress({ what }: { readonly what: string }) {
  const { t } = useWords();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <output className="progress">
      {late && (
        <>
          <span className="progress-bar" aria-hidden="true" />
          {t("state.loading", { what })}
        </>
      )}
    </output>
  );
}

interface FailureNoteProps {
  readonly what: string;
  readonly error: Error;
  readonly retry: () => void;
}

/** What failed, why as far as known, and a way to ask again; during an outage the page says that once for all parts. */
export function FailureNote({ what, error, retry }: FailureNoteProps) {
  const { t } = useWords();
  const remedy = useRemedy(error);
  if (error instanceof ApiFailure && error.isOutage)
    return <p className="note note-waiting">{t("outage.waiting", { what })}</p>;
  return (
    <div className="note note-failure" role="alert">
      <p>
        <strong>{t("state.failed", { what })}</strong> {remedy}
      </p>
      <Button className="button" onPress={retry}>
        {t("action.retry")}
      </Button>
    </div>
  );
}

/** Codes with a remedy of their own; what else may go wrong on the server is for its administrator. */
const codesWithRemedy = [
  "invalid-request",
  "unknown-id",
  "invalid-cursor",
  "metric-needs-one-layer",
  "too-many-requests",
  "work-queue-full",
  "analysis-too-long",
] as const;

function useRemedy(error: Error): string {
  const { t } = useWords();
  if (!(error instanceof ApiFailure)) return t("problem.page");
  if (error.problem === null) return t("problem.unreadable");
  const { code, requestId } = error.problem;
  const sentence = t(`problem.${codesWithRemedy.find((one) => one === code) ?? "internal"}`);
  return `${sentence} (${t("problem.request", { requestId })})`;
}

/** Nothing to show, and what to do about it. */
export function EmptyNote({ children }: { readonly children: ReactNode }) {
  return <p className="note note-empty">{children}</p>;
}
