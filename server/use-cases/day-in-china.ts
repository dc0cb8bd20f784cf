/** The calendar day where the parks are: listings end at their midnight (UTC+8, no summer time). */
export function dayInChina(moment: Date): string {
  return new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** The calendar year where the parks are. */
export function yearInChina(moment: Date): number {
  return Number(dayInChina(moment).slice(0, 4));
}
