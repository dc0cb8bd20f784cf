/** A figure with its uncertainty. */
export interface Triple {
  readonly low: number;
  readonly best: number;
  readonly high: number;
}

/** Yuan a tonne and km: provincial freight monitor of 2014 (cost 0.418, price 0.459, all goods 0.49). */
export const truckFreight: Triple = { low: 0.42, best: 0.45, high: 0.49 };
/** Yuan a tonne for loading and unloading; assumed. */
export const truckLoading: Triple = { low: 10, best: 15, high: 20 };
/** Canal, Yangtze and coast, yuan a tonne and km; assumed. */
export const shipFreight: Triple = { low: 0.06, best: 0.1, high: 0.15 };
/** Both wharves and the drays to them, yuan a tonne; assumed. */
export const shipLoading: Triple = { low: 25, best: 35, high: 50 };

/** How far a tonne that can bear so much carriage goes by road, km: likely, and at most. */
export function haulBorneBy({ best, high }: Triple): { readonly likelyKm: number; readonly mostKm: number } {
  return {
    likelyKm: Math.max(0, (best - truckLoading.best) / truckFreight.best),
    mostKm: haulOfYuan(high),
  };
}

/** The farthest road haul that `yuan` a tonne pays, km. */
export function haulOfYuan(yuan: number): number {
  return Math.max(0, (yuan - truckLoading.low) / truckFreight.low);
}

/** The farthest passage by ship that `yuan` a tonne pays, km. */
export function passageOfYuan(yuan: number): number {
  return Math.max(0, (yuan - shipLoading.low) / shipFreight.low);
}
