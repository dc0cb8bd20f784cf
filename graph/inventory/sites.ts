import type { Network } from "#graph/schema/records/network.ts";
import { siteIdOf } from "./estimates.ts";

/** Where an estimate stands: an enterprise of the network, or a plant outside it. */
export interface Site {
  readonly id: string;
  /** Null for a plant outside the network. */
  readonly enterpriseId: string | null;
  readonly nameZh: string | null;
  readonly nameEn: string | null;
  readonly parkId: string | null;
  readonly provinceCode: string | null;
  readonly cityCode: string | null;
  readonly countyCode: string | null;
}

/** Every enterprise, and every plant outside the network that an activity names, by id. */
export function sitesOf({ enterprises, activities }: Network): ReadonlyMap<string, Site> {
  const sites = new Map<string, Site>();
  for (const activity of activities) {
    const { enterpriseId, plantZh, plantEn, provinceCode, cityCode, countyCode } = activity;
    const id = siteIdOf(activity);
    if (enterpriseId !== null || id === "") continue;
    const division = { provinceCode, cityCode, countyCode };
    sites.set(id, { id, enterpriseId, nameZh: plantZh, nameEn: plantEn, parkId: null, ...division });
  }
  for (const { id, nameZh, nameEn, parkId, provinceCode, cityCode, countyCode } of enterprises)
    sites.set(id, { id, enterpriseId: id, nameZh, nameEn, parkId, provinceCode, cityCode, countyCode });
  return sites;
}
