import type { Issue } from "#graph/schema/checks/issue.ts";
import type { Text } from "#graph/schema/text.ts";

/** What is wrong with one cell. */
export class CellFault {
  readonly code: Issue["code"];
  readonly reason: Text;

  constructor(code: Issue["code"], reason: Text) {
    this.code = code;
    this.reason = reason;
  }
}
