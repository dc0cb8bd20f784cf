import { cities } from "#graph/schema/region/cities.ts";
import type { End } from "#graph/matching/ends/end.ts";
import { specialityIn, type Speciality } from "#graph/matching/knowledge/hazard-specialities.ts";

export type LicenceMode = "collect" | "store" | "use" | "dispose";

/** What a receiver's own record says of its licence: never more than its words. */
export interface LicenceRecord {
  /** What it may do with waste, as far as said; empty where nothing is. */
  readonly modes: readonly LicenceMode[];
  /** It gathers the waste of small producers and hands it on: no use, no disposal. */
  readonly collectsOnly: boolean;
  readonly speciality: Speciality | null;
  /** Classes and eight-digit codes it names as all that it takes; empty where it names none, or only the main ones. */
  readonly classes: readonly string[];
  /** Cities it serves; empty where it names none, or none alone. */
  readonly cityCodes: readonly string[];
  /** Most that it takes in a year as recorded, tonnes; null where no figure is known. */
  readonly tonnesPerYear: number | null;
  /** Planned or under construction: no licence can be held yet. */
  readonly isPlanned: boolean;
}

const modeWords: readonly (readonly [LicenceMode, RegExp])[] = [
  ["collect", /收集/],
  ["store", /贮存/],
  ["use", /(?<!可)利用|回收|再生|资源化/],
  ["dispose", /处置|焚烧|填埋|物化|等离子|水洗/],
];

const known = new WeakMap<End, LicenceRecord | null>();

/** Reads a receiver's record; null where the end is inferred and has none. */
export function licenceRecordOf(receiver: End): LicenceRecord | null {
  const before = known.get(receiver);
  if (before !== undefined) return before;
  const record = read(receiver);
  known.set(receiver, record);
  return record;
}

function read({ listing, party }: End): LicenceRecord | null {
  if (listing === null) return null;
  const { resourceZh, qualityZh, quantityNoteZh, statusNoteZh, evidence, status } = listing;
  const own = [resourceZh, qualityZh, quantityNoteZh, statusNoteZh, evidence.noteZh].join("；");
  const all = [own, party.enterprise.nameZh, party.enterprise.noteZh].join("；");
  const modes = modeWords.flatMap(([mode, words]) => (words.test(own) ? [mode] : []));
  const gathers = /小微|收集/.test(resourceZh) || /收集(?:许可|能力|点|单位)/.test(all);
  return {
    modes,
    collectsOnly: gathers && !modes.includes("use") && !modes.includes("dispose"),
    speciality: specialityIn(resourceZh),
    classes: classesIn(`${resourceZh}；${qualityZh ?? ""}`),
    cityCodes: citiesServed(own),
    tonnesPerYear: listing.quantity?.perYearUnit === "t/a" ? listing.quantity.perYear : null,
    isPlanned: status === "planned" || status === "under-construction",
  };
}

function classesIn(text: string): readonly string[] {
  if (/为主|等/.test(text)) return [];
  return [...new Set(text.match(/HW\d{2}|\d{3}-\d{3}-\d{2}/g) ?? [])];
}

/** Cities after 服务 or 面向, unless the words leave the list open. */
function citiesServed(text: string): readonly string[] {
  const area = /(?:服务|面向)([^；。（(]+)/.exec(text)?.[1] ?? "";
  if (/周边|全省|等/.test(area)) return [];
  return cities.filter(({ nameZh }) => area.includes(nameZh.replace(/市$/, ""))).map(({ code }) => code);
}
