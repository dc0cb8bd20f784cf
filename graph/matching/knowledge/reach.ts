import { hazardClassOf } from "./codes.ts";
import { freightBy, haulBorneBy, haulOfYuan, type Freight } from "./freight.ts";
import type { PriceBook, Triple } from "./price-book.ts";

/**
 * How far a resource is carried: the distance at which half of the exchanges have ended (`typicalKm`, the middle of the
 * distance score) and the one beyond which a link is blocked (`hardKm`). Both are route lengths, so they are compared
 * with great circle × 1.3. `assumption` is true where the limit is ours and not read from a source.
 *
 * Sources: steam 10 / 25 km from the project's own calculation; what the price book has a worth for, from that worth and the
 * freight; median 33 km from Jensen et al. 2011 (Resour. Conserv. Recycl. 55(7):703); hot water 130 km, carbon
 * dioxide and hydrogen from lines and runs that were built. Everything else is an assumption until somebody measures it.
 */
export interface Reach {
  readonly typicalKm: number;
  readonly hardKm: number;
  /** A link whose shortest possible route is longer than this fails in any case: a search need not look beyond. */
  readonly widestKm: number;
  /** What a tonne with a worth in the price book can bear in carriage; null for everything else. */
  readonly borne: Borne | null;
  /** Heat only: within this far it is taken as feasible, beyond it a calculation is needed; null for everything else. */
  readonly screenKm: number | null;
  readonly assumption: boolean;
  readonly basisZh: string;
  readonly basisEn: string;
}

export interface Borne {
  readonly yuanPerTonne: Triple;
  /** The most that any substance of the code can bear, yuan/t. */
  readonly widestYuan: number;
  readonly truck: Freight;
  readonly ship: Freight | null;
}

type Basis = readonly [zh: string, en: string];

const heat: Basis = [
  "默认值：蒸汽筛选10公里、上限25公里，实际取决于流量、温度和压力",
  "default for steam: screen 10 km, limit 25 km; flow, temperature and pressure decide",
];
const hotWater: Basis = [
  "已建成长输供热管线80–130公里（聊热入济、石热入济等）",
  "built long hot-water lines of 80–130 km (Liaocheng and Shiheng to Jinan)",
];
const lowGrade: Basis = ["假定：低品位热只适合近距离", "assumed: low-grade heat only serves neighbours"];
const gasPipe: Basis = ["假定：副产煤气靠专用管道", "assumed: by-product gas needs its own pipe"];
const gasTruck: Basis = [
  "假定；已有约100公里管道和百余公里车船运输的先例",
  "assumed; precedents of about 100 km by pipe and somewhat more by truck or ship",
];
const bulky: Basis = ["假定：低值大宗废物运不远", "assumed: bulky waste of low value travels little"];
const hydrogenTruck: Basis = [
  "假定：长管拖车每车运氢很少，约150公里以内才经济；管道另算",
  "assumed: a tube trailer carries little hydrogen and pays within about 150 km; a pipe is another matter",
];
const residues: Basis = [
  "假定：食品、纺织残渣有饲料、原料价值，但易变质",
  "assumed: food and textile residues have a value as feed or raw material, but spoil",
];
const goods: Basis = ["假定：有价商品可远运", "assumed: goods with a price travel far"];
const local: Basis = ["假定：城市服务类废物就近处理", "assumed: municipal waste is treated nearby"];
const hazardousHaul: Basis = [
  "假定；转移遵循就近原则，具体以审批为准",
  "assumed; the proximity principle applies, the permit decides",
];
const valuableHazardous: Basis = [
  "假定：含有价金属，值得远运；转移遵循就近原则，以审批为准",
  "assumed: holds metals worth a long haul; the proximity principle applies, the permit decides",
];
const cheapHazardous: Basis = [
  "假定：酸、碱和焚烧残渣价低量大，危废运价为普通货物的2–4倍；转移遵循就近原则，以审批为准",
  "assumed: acids, alkalis and residues of burning are cheap and bulky, at 2 to 4 times the ordinary freight; the proximity principle applies, the permit decides",
];
const waterPipe: Basis = ["假定：水靠管道，近距离才经济", "assumed: water goes by pipe and pays only nearby"];

type Row = readonly [codes: string, typicalKm: number, hardKm: number, basis: Basis, sourced?: "sourced"];

const rows: readonly Row[] = [
  ["EN10", 10, 25, heat],
  ["EN20", 40, 130, hotWater, "sourced"],
  ["EN30", 3, 10, lowGrade],
  ["EN40 EN41 EN42 EN43 EN44", 10, 40, gasPipe],
  ["EN60", 20, 100, gasTruck],
  ["EN70", 10, 50, gasPipe],
  ["EN", 10, 25, heat],
  ["MA10", 60, 250, gasTruck],
  ["MA11", 50, 150, hydrogenTruck],
  ["MA12 MA13", 15, 100, gasTruck],
  ["MA14 MA24", 5, 20, gasPipe],
  ["MA40", 10, 40, bulky],
  ["MA20 MA21 MA22 MA32", 100, 400, goods],
  ["MA23 MA30 MA31 MA33 MA41 MA50 MA60 MA61 MA", 150, 600, goods],
  ["MA70 MA90", 80, 333, goods],
  ["MA80", 5, 20, bulky],
  ["SW12 SW59", 33, 120, bulky],
  ["SW92", 33, 120, bulky],
  ["SW13 SW14", 67, 250, residues],
  ["SW17", 150, 600, goods],
  ["SW60 SW61 SW63 SW64 SW82 SW83", 25, 80, local],
  ["SW62", 67, 250, local],
  ["SW70 SW71", 15, 50, bulky],
  ["SW80 SW81", 33, 150, bulky],
  ["HW", 100, 400, hazardousHaul],
  ["HW22 HW31 HW46 HW48 HW50", 150, 600, valuableHazardous],
  ["HW18 HW34 HW35", 80, 250, cheapHazardous],
  ["HW01", 40, 150, hazardousHaul],
  ["WA10 WA30 WA40 WA70", 10, 40, waterPipe],
  ["WA20", 20, 100, waterPipe],
  ["WA50 WA60 WA80", 5, 20, waterPipe],
  ["WA", 10, 40, waterPipe],
];

/** The road factor may be smaller than taken: with 8 % more than the limit a route is too long with a probability of .8. */
export const widening = 1.08;

/** Steam: project calculation; hot water and low-grade heat: general knowledge. */
const screenByCode: Readonly<Record<string, number>> = { EN10: 10, EN20: 20, EN30: 3 };

const reachByCode: ReadonlyMap<string, Reach> = new Map(
  rows.flatMap(([codes, typicalKm, hardKm, [basisZh, basisEn], sourced]) =>
    codes.split(" ").map((code) => [
      code,
      {
        typicalKm,
        hardKm,
        widestKm: hardKm * widening,
        borne: null,
        screenKm: screenByCode[code] ?? null,
        assumption: sourced === undefined,
        basisZh,
        basisEn,
      },
    ]),
  ),
);

const fallback: Reach = {
  typicalKm: 33,
  hardKm: 150,
  widestKm: 150 * widening,
  borne: null,
  screenKm: null,
  assumption: true,
  basisZh: "假定：中位33公里（英国产业共生项目），上限150公里",
  basisEn: "assumed: median 33 km (British symbiosis programme), limit 150 km",
};

/** No bulk solid is taken for one that hardly leaves its yard. */
const leastTypicalKm = 20;

/** Rounded to whole km: the figures behind it are no finer. */
function bulkReach(borne: Borne): Reach {
  const { yuanPerTonne, widestYuan, truck } = borne;
  const { likelyKm, mostKm } = haulBorneBy(yuanPerTonne, truck);
  const { low, best, high } = yuanPerTonne;
  const { rate, loading } = truck;
  const { asOfYear } = rate.evidence;
  const [yearZh, yearEn] = asOfYear === null ? ["", ""] : [`（${asOfYear}年）`, ` (${asOfYear})`];
  return {
    typicalKm: Math.max(leastTypicalKm, Math.round(likelyKm)),
    hardKm: Math.round(mostKm),
    widestKm: widening * Math.round(haulOfYuan(widestYuan, truck)),
    borne,
    screenKm: null,
    assumption: true,
    basisZh: `每吨可承受运费${low}–${best}–${high}元（假定），运价${rate.low}–${rate.high}元/吨公里${yearZh}，装卸约${loading.best}元`,
    basisEn: `a tonne bears ${low}–${best}–${high} yuan of carriage (assumed), freight ${rate.low}–${rate.high} yuan/t·km${yearEn}, loading about ${loading.best} yuan`,
  };
}

const unnamed: readonly string[] = [];

/** How far the resources of a network go under its price book. */
export interface Reaches {
  /** Freight by road; null where the book has none. */
  readonly truck: Freight | null;
  /**
   * The reach of a resource; of one with a worth in the price book by its substance where the names tell it. A hazardous
   * class without a row of its own takes that of HW, an unlisted code 33 / 150 km.
   */
  readonly of: (code: string, substances?: readonly string[]) => Reach;
}

export function reachesUnder(book: PriceBook): Reaches {
  const [truck, ship] = [freightBy("truck", book), freightBy("ship", book)];
  // By the list itself: an end keeps its own, and is asked again and again.
  const known = new Map<string, WeakMap<readonly string[], Reach>>();
  return {
    truck,
    of: (code, substances = unnamed) => {
      const ofCode = known.get(code) ?? new WeakMap<readonly string[], Reach>();
      known.set(code, ofCode);
      const before = ofCode.get(substances);
      if (before !== undefined) return before;
      const worth = book.find("worth", { code, substances });
      const widestYuan = Math.max(...book.ofCode("worth", code).map(({ high }) => high));
      const reach =
        worth === null || truck === null || worth.resourceCodes.length === 0
          ? listedReachOf(code)
          : bulkReach({ yuanPerTonne: worth, widestYuan, truck, ship });
      ofCode.set(substances, reach);
      return reach;
    },
  };
}

function listedReachOf(code: string): Reach {
  const listed = hazardClassOf(code) ?? code;
  return reachByCode.get(listed) ?? reachByCode.get(listed.slice(0, 2)) ?? fallback;
}
