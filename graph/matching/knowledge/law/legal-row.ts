import type { LegalBasis } from "#graph/schema/answers/legal-basis.ts";

export type PermissionClass = LegalBasis["permission"];

/** What kind of transfer it is, as far as the law cares. */
export type LegalCase =
  | "general-waste-same-province"
  | "general-waste-use"
  | "general-waste-disposal"
  | "general-waste-purpose-unknown"
  | "co-firing"
  | "hazardous-waste"
  | "hazardous-same-province"
  | "hazardous-licence"
  | "identification-needed"
  | "identification-needed-same-province"
  | "goods-unproven"
  | "not-waste"
  | "not-solid-waste";

/** What one act asks of one case, and between which days. */
export interface LegalRow {
  readonly case: LegalCase;
  readonly permission: PermissionClass;
  readonly instrumentZh: string;
  readonly instrumentEn: string;
  readonly article: string;
  /** First day the row applies, ISO date. */
  readonly inForceFrom: string;
  /** Last day the row applies; null while it is in force. */
  readonly inForceTo: string | null;
  /** Day the row was last compared with its text. */
  readonly checkedOn: string;
  readonly noteZh: string;
  readonly noteEn: string;
}
