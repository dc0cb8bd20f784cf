/**
 * Working days as the General Office of the State Council arranges them year by year: holidays and the weekend days that
 * are worked for them. A year without a notice here falls back on Monday to Friday, and every answer says so.
 */
interface HolidayYear {
  readonly year: number;
  /** Day of the notice, ISO date. */
  readonly publishedOn: string;
  /** Days off, first and last day of each spell, as MM-DD. */
  readonly off: readonly (readonly [from: string, to: string])[];
  /** Saturdays and Sundays that are worked, as MM-DD. */
  readonly worked: readonly string[];
}

/** 国务院办公厅关于部分节假日安排的通知, of 2024-11-12 and 2025-11-04. That for 2027 was not found on 2026-11-30. */
const holidayYears: readonly HolidayYear[] = [
  {
    year: 2025,
    publishedOn: "2024-11-12",
    off: [
      ["01-01", "01-01"],
      ["01-28", "02-04"],
      ["04-04", "04-06"],
      ["05-01", "05-05"],
      ["05-31", "06-02"],
      ["10-01", "10-08"],
    ],
    worked: ["01-26", "02-08", "04-27", "09-28", "10-11"],
  },
  {
    year: 2026,
    publishedOn: "2025-11-04",
    off: [
      ["01-01", "01-03"],
      ["02-15", "02-23"],
      ["04-04", "04-06"],
      ["05-01", "05-05"],
      ["06-19", "06-21"],
      ["09-25", "09-27"],
      ["10-01", "10-07"],
    ],
    worked: ["01-04", "02-14", "02-28", "05-09", "09-20", "10-10"],
  },
];

/** Whether the holidays of a year (that of an ISO date) are known; otherwise its weekdays are taken for working days. */
export function isHolidayYearKnown(day: string): boolean {
  return holidayYears.some(({ year }) => year === Number(day.slice(0, 4)));
}

export function isWorkingDay(day: string): boolean {
  const monthDay = day.slice(5);
  const arranged = holidayYears.find(({ year }) => year === Number(day.slice(0, 4)));
  if (arranged?.worked.includes(monthDay)) return true;
  if (arranged?.off.some(([from, to]) => from <= monthDay && monthDay <= to)) return false;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/** The day `count` working days after `day`, which itself is not counted. */
export function addWorkingDays(day: string, count: number): string {
  let current = day;
  for (let left = count; left > 0;) {
    current = nextDay(current);
    if (isWorkingDay(current)) left--;
  }
  return current;
}

function nextDay(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}
