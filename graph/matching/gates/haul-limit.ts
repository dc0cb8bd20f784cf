import { haulOfYuan } from "#graph/matching/knowledge/freight.ts";
import { widening, type Reach } from "#graph/matching/knowledge/reach.ts";
import type { End } from "#graph/matching/ends/end.ts";
import type { GateLink } from "./gate.ts";
import { haulRecordOf } from "./haul-record.ts";
import { steamReachKm } from "./steam-reach.ts";

/** The limit of one link: that of its resource, or what its own figures make of it. */
export interface HaulLimit {
  readonly hardKm: number;
  readonly by: "resource" | "ship" | "premium" | "steam" | "modest-heat";
  readonly reach: Reach;
  /** Yuan a tonne that an end states it pays for the haul; 0 where none does. */
  readonly premiumYuan: number;
}

export function haulLimitOf(link: GateLink): HaulLimit {
  const { code, supplier, receiver } = link;
  const substances = substancesOf(link);
  const reach = supplier.party.reaches.of(code, substances);
  const { borne } = reach;
  const [from, to] = [haulRecordOf(supplier), haulRecordOf(receiver)];
  const premiumYuan = borne === null ? 0 : from.premiumYuan + to.premiumYuan;
  if (borne !== null && borne.ship !== null && from.hasWharf && to.hasWharf) {
    const hardKm = Math.max(reach.hardKm, haulOfYuan(borne.yuanPerTonne.high + premiumYuan, borne.ship));
    return { hardKm: Math.round(hardKm), by: "ship", reach, premiumYuan };
  }
  if (borne !== null && premiumYuan > 0) {
    const hardKm = Math.round(reach.hardKm + premiumYuan / borne.truck.rate.low);
    return { hardKm, by: "premium", reach, premiumYuan };
  }
  if (code === "EN20" && !from.isGreatHeat && !to.isGreatHeat)
    return { hardKm: Math.min(reach.hardKm, modestHeatKm), by: "modest-heat", reach, premiumYuan };
  const steamKm = code === "EN10" ? steamKmOf(link) : null;
  if (steamKm !== null)
    return { hardKm: Math.min(reach.hardKm, Math.round(steamKm)), by: "steam", reach, premiumYuan };
  return { hardKm: reach.hardKm, by: "resource", reach, premiumYuan };
}

/** The farthest any link of this end may go: beyond it a search need not look. */
export function widestHaulKm(own: End, { widestKm, borne }: Reach): number {
  const { hasWharf, premiumYuan } = haulRecordOf(own);
  if (borne === null) return widestKm;
  const { widestYuan, truck, ship } = borne;
  const byShip = hasWharf && ship !== null ? widening * haulOfYuan(widestYuan + premiumYuan, ship) : 0;
  return Math.max(byShip, widestKm + (widening * premiumYuan) / truck.rate.low);
}

/** What the supplier says it has; where it is inferred, what the rule speaks of. */
export function substancesOf({ supplier, ruleCase }: GateLink): readonly string[] {
  return supplier.listing === null ? (ruleCase?.substances ?? []) : supplier.substances;
}

/** Hot water of no great amount, km: built lines of a town's size are 23 to 56 km long (Haiyang to Rushan, Zaozhuang). */
const modestHeatKm = 60;

/** Hours a year over which a yearly flow of steam is taken to run, as in the conversion of quantities. */
const hoursPerYear = 8000;

function steamKmOf({ supplier, receiver }: GateLink): number | null {
  const [source, sink] = [haulRecordOf(supplier).steam, haulRecordOf(receiver).steam];
  const tonnes = supplier.unit === "t/a" ? Math.exp(supplier.lnQuantity) / hoursPerYear : Number.NaN;
  return source === null || sink === null || Number.isNaN(tonnes) ? null : steamReachKm(source, sink, tonnes);
}
