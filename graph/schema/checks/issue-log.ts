import type { Issue } from "./issue.ts";

/** Issues of one severity that are kept in full; of more only the number is kept. */
const mostKept = 10_000;

/** How often one thing is wrong with one column. */
export interface IssueCount {
  readonly severity: Issue["severity"];
  readonly code: Issue["code"];
  readonly column: string | null;
  readonly count: number;
}

/** Takes any number of issues: keeps the first ten thousand errors and as many warnings, and counts all. */
export class IssueLog {
  readonly #kept: Record<Issue["severity"], Issue[]> = { error: [], warning: [] };
  readonly #totals: Record<Issue["severity"], number> = { error: 0, warning: 0 };
  readonly #counts = new Map<string, { -readonly [P in keyof IssueCount]: IssueCount[P] }>();

  add(issue: Issue): void {
    const { severity, code, column } = issue;
    this.#totals[severity] += 1;
    if (this.#kept[severity].length < mostKept) this.#kept[severity].push(issue);
    const key = `${severity} ${code} ${column}`;
    const known = this.#counts.get(key);
    if (known === undefined) this.#counts.set(key, { severity, code, column, count: 1 });
    else known.count += 1;
  }

  /** The issues that were kept, errors before warnings, each as they stand in their files. */
  issues(): readonly Issue[] {
    return [...this.#kept.error.toSorted(byPlace), ...this.#kept.warning.toSorted(byPlace)];
  }

  /** What is wrong how often, most frequent first. */
  counts(): readonly IssueCount[] {
    return [...this.#counts.values()].toSorted((left, right) => right.count - left.count);
  }

  get errorCount(): number {
    return this.#totals.error;
  }

  get warningCount(): number {
    return this.#totals.warning;
  }
}

function byPlace(left: Issue, right: Issue): number {
  const [file, other] = [left.file ?? "", right.file ?? ""];
  if (file !== other) return file < other ? -1 : 1;
  return (left.line ?? 0) - (right.line ?? 0);
}
