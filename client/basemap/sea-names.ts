import type { BasemapName } from "#client/model/map/basemap.ts";
import { toMap } from "#client/model/map/mercator.ts";

/** Seas of the window; the data file names only lakes and rivers. */
export const seaNames: readonly BasemapName[] = [
  {
    id: "sea|bohai",
    kind: "sea",
    nameZh: "渤海",
    nameEn: "Bohai Sea",
    rank: 1000,
    ...toMap({ lon: 119.7, lat: 38.25 }),
  },
  {
    id: "sea|yellow",
    kind: "sea",
    nameZh: "黄海",
    nameEn: "Yellow Sea",
    rank: 1000,
    ...toMap({ lon: 121.6, lat: 34.9 }),
  },
];
