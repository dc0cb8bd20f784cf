/** An act, the days between which its rows apply, and the day they were last compared with its text. */
export interface Act {
  readonly instrumentZh: string;
  readonly instrumentEn: string;
  readonly inForceFrom: string;
  /** Last day in force; null while nothing known has ended it. */
  readonly inForceTo: string | null;
  readonly checkedOn: string;
}

/** Day on which the rows were compared with third-party copies of the texts; the official gazette was not read. */
const checkedOn = "2026-11-21";

/** Repealed by art. 1242 of the Code. */
export const solidWasteLaw: Act = {
  instrumentZh: "固体废物污染环境防治法（2020年修订）",
  instrumentEn: "Solid Waste Law (2020 revision)",
  inForceFrom: "2020-09-01",
  inForceTo: "2026-08-14",
  checkedOn,
};

export const environmentalCode: Act = {
  instrumentZh: "生态环境法典",
  instrumentEn: "Ecological Environment Code",
  inForceFrom: "2026-08-15",
  inForceTo: null,
  checkedOn,
};
