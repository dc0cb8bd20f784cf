import type { End } from "#graph/matching/ends/end.ts";
import { qualityValuesIn } from "./quality-values.ts";
import { steamStateOf, type SteamState } from "./steam-reach.ts";

/** What an end's own words say about how far its goods may go. */
export interface HaulRecord {
  /** A wharf or berth is named: a place name with 港 or 运河 in it is none. */
  readonly hasWharf: boolean;
  /** Yuan a tonne that it says it adds for the haul; 0 where it says nothing. */
  readonly premiumYuan: number;
  readonly steam: SteamState | null;
}

const known = new WeakMap<End, HaulRecord>();

export function haulRecordOf(end: End): HaulRecord {
  const before = known.get(end);
  if (before !== undefined) return before;
  const record = read(end);
  known.set(end, record);
  return record;
}

const wharf = /码头|泊位|内河港|水运|船运|\bwharf\b|\bberth/i;
/** 运费补贴30元/吨, 到厂加价20元/t. */
const premium = /(?:补贴|加价|溢价)[^\d。；]{0,6}(\d+(?:\.\d+)?)\s*元\/(?:吨|t)/;

function read({ party, listing }: End): HaulRecord {
  const { nameZh, areaZh, noteZh, noteEn } = party.enterprise;
  const own = [listing?.qualityZh, listing?.quantityNoteZh, listing?.statusNoteZh].join(" ");
  return {
    hasWharf: wharf.test([nameZh, areaZh, noteZh, noteEn, own].join(" ")),
    premiumYuan: Number(premium.exec(own)?.[1] ?? 0),
    steam: steamStateOf(qualityValuesIn(listing?.qualityZh ?? "")),
  };
}
