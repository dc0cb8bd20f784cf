import type { Issue } from "#graph/schema/checks/issue.ts";
import type { Text } from "#graph/schema/text.ts";

/** One thing wrong in a row, before it is known which file the row is in. */
export interface RowFault {
  readonly code: Issue["code"];
  readonly column: string;
  readonly value: string;
  readonly reason: Text;
  readonly severity?: Issue["severity"];
}
