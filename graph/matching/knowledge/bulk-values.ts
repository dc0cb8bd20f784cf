import type { Triple } from "./bulk-freight.ts";

/**
 * What carriage a tonne of a bulk solid can bear, yuan: what the user saves on what it replaces, and what the supplier saves
 * on storing it. All assumed until somebody asks the market; cement itself is said not to pay beyond 200 to 300 km by road
 * (CEMBUREAU, key facts, read 2026-11-30), so nothing that replaces it goes farther.
 */
interface BulkValue {
  readonly codes: readonly string[];
  /** Substances of the wide code that have this value (see `substancesIn`); empty = the code as a whole. */
  readonly substances: readonly string[];
  readonly yuanPerTonne: Triple;
}

type Row = readonly [codes: string, substances: string, low: number, best: number, high: number];

const rows: readonly Row[] = [
  ["SW02", "", 20, 45, 75],
  ["SW03", "", 10, 25, 45],
  ["SW04", "", 10, 25, 50],
  ["SW05", "", 5, 25, 40],
  ["SW06", "", 15, 35, 65],
  ["SW10", "", 5, 25, 50],
  ["SW11", "", 5, 25, 50],
  ["SW09", "", 5, 25, 45],
  ["SW07 SW90 SW91", "", 20, 30, 45],
  ["SW01", "", 10, 40, 75],
  ["SW01", "granulated-slag", 30, 60, 100],
  ["SW01", "steel-slag", 5, 25, 50],
  ["SW01", "iron-dust mill-scale slag-powder", 40, 80, 130],
  ["SW15", "", 5, 25, 45],
  ["SW16", "", 10, 35, 60],
  ["SW16", "carbide-slag", 15, 35, 60],
  ["SW16", "lime-mud", 5, 25, 40],
  ["SW72 SW73 SW74", "", 5, 20, 35],
];

export const bulkValues: readonly BulkValue[] = rows.map(([codes, substances, low, best, high]) => ({
  codes: codes.split(" "),
  substances: substances === "" ? [] : substances.split(" "),
  yuanPerTonne: { low, best, high },
}));

/** The value of a bulk solid; of several substances named the one that bears most. Null for what is no bulk solid. */
export function bulkValueOf(code: string, substances: readonly string[]): Triple | null {
  const ofCode = bulkValues.filter(({ codes }) => codes.includes(code));
  const named = ofCode.filter((row) => row.substances.some((id) => substances.includes(id)));
  const fitting = named.length > 0 ? named : ofCode.filter((row) => row.substances.length === 0);
  return fitting.reduce<Triple | null>(
    (most, { yuanPerTonne }) => (most === null || yuanPerTonne.high > most.high ? yuanPerTonne : most),
    null,
  );
}
