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
  /** It speaks of so much heat as a long line is built for. */
  readonly isGreatHeat: boolean;
}

/** Long lines serve 25 to 100 million m² (Laiwu to Tai'an, Liaocheng and Shiheng to Jinan); at 0.3 GJ/m² a season. */
const greatHeat = { squareMetres: 2e7, gigajoulesPerYear: 6e6 } as const;

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
    isGreatHeat:
      squareMetresIn(`${own} ${listing?.evidence.noteZh ?? ""}`) >= greatHeat.squareMetres ||
      (listing?.quantity?.perYearUnit === "GJ/a" && listing.quantity.perYear >= greatHeat.gigajoulesPerYear),
  };
}

/** The greatest heated area a text names: 45000000 m2, 4500万m2; 0 where it names none. */
function squareMetresIn(text: string): number {
  const areas = [...text.matchAll(/(\d+(?:\.\d+)?)\s*([万亿]?)\s*(?:m2|m²|平方米|平米)/g)];
  return areas.reduce((most, [, figure, scale]) => {
    const factor = scale === "亿" ? 1e8 : scale === "万" ? 1e4 : 1;
    return Math.max(most, Number(figure) * factor);
  }, 0);
}
