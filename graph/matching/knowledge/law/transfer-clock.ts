import type { TransferClock } from "#graph/schema/answers/legal-basis.ts";
import { addWorkingDays, isHolidayYearKnown } from "./working-days.ts";

/** Measures on the Transfer of Hazardous Waste (order 23), art. 23 to 27. */
const steps: readonly (readonly [TransferClock["steps"][number]["id"], string, number])[] = [
  ["first-review", "§24", 5],
  ["receiver-answers", "§25", 10],
  ["decision", "§26", 5],
];

/** First day of the measures: before it there is no clock to tell. */
const measuresInForceFrom = "2022-01-01";

/**
 * The days of a hazardous-waste application across provinces, 5 + 10 + 5 working days, were it handed in complete on
 * `startDay` (ISO date); null before the measures were in force. A day asked for by the authorities does not count, nor do
 * corrections: the clock is the shortest lawful wait that an applicant may have to plan with.
 */
export function transferClock(startDay: string): TransferClock | null {
  if (startDay < measuresInForceFrom) return null;
  let day = startDay;
  const dated = steps.map(([id, article, workingDays]) => {
    day = addWorkingDays(day, workingDays);
    return { id, article, workingDays, until: day };
  });
  return {
    startDay,
    steps: dated,
    completenessUntil: addWorkingDays(startDay, 5),
    validUntilAtMost: twelveMonthsAfter(day),
    holidaysKnown: isHolidayYearKnown(startDay) && isHolidayYearKnown(day),
  };
}

/** The day before the same day of the next year; 29 February gives 28 February. */
function twelveMonthsAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCFullYear(date.getUTCFullYear() + 1);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}
