import { cityByCode } from "#graph/schema/region/cities.ts";
import { countyByCode } from "#graph/schema/region/counties.ts";
import { provinceByCode } from "#graph/schema/region/provinces.ts";
import type { Enterprise } from "#graph/schema/records/enterprise.ts";
import type { Network } from "#graph/schema/records/network.ts";
import type { Text } from "#graph/schema/text.ts";

/** Two records of what is probably one plant. Only a person merges them. */
export interface TwinPair {
  /** Ids, the lower first. */
  readonly ids: readonly [string, string];
  /** What to tell at each of the two. */
  readonly reasons: readonly [Text, Text];
}

/**
 * Words that say what kind of thing an enterprise is, not which: they tell no two apart. Longest first, so that none is
 * cut out of another.
 */
const kindWords =
  /有限责任公司|股份有限公司|有限公司|集团公司|总公司|分公司|公司|集团|股份|责任|实业|企业|项目|工程|中心|总厂|合计|在建|筹建|一期|二期|三期|热电联产|热电厂|发电厂|电厂|发电|热电|电力|热力|供热|污水处理厂|污水处理|污水厂|再生水厂|再生水|中水|水务|水泥|焚烧|生活垃圾|垃圾|危险废物|处置|处理|环保|能源|科技|技术|化工|建材|材料|新型|再生|资源|综合|利用|循环|用户|厂/g;
const notHan = /\P{Script=Han}/gu;
/** What tells two works of one name apart. */
const unitWords =
  /[东西南北]部|[东西南北]厂|第?[一二三四五六七八九十\d]+[期号]|第[一二三四五六七八九十]|[A-Za-z]{2,}装置/g;

/** A note that says that the source names nobody. */
const namesNobody =
  /(?:无|未指明|未给出|未说明)(?:企业|电厂|水泥厂|水泥厂的)?(?:名称|名)|未指明(?:电厂|企业|水泥厂)/;

/**
 * Pairs of plants that are probably one plant under two ids: the same trade (GB/T 4754 to the last digit) in the same
 * county, or in the same city where the county of one is not known, and
 *
 * - names that share a word of Chinese which no third enterprise has (天山 in 溧阳天山水泥), or
 * - a name that says no more than place and trade (德州电厂), or of which the note says that the source names nobody,
 *   beside a full one.
 *
 * Two counties or parks that differ, two works of one name (东部, 西部; 一期, 二期), two units of companies that are known,
 * and two ends of one exchange are no twins. Pairs come in order of their ids. Cost: plants of one trade in one city,
 * squared, once for a list of enterprises: other exchanges are asked of the same pairs.
 */
export function probableTwins({
  enterprises,
  exchanges,
}: Pick<Network, "enterprises" | "exchanges">): readonly TwinPair[] {
  const partners = new Set(
    exchanges.flatMap(({ supplierId: a, receiverId: b }) => [`${a} ${b}`, `${b} ${a}`]),
  );
  const pairs = knownPairs.get(enterprises) ?? likePairs(enterprises);
  knownPairs.set(enterprises, pairs);
  return pairs.filter(({ ids }) => !partners.has(ids.join(" ")));
}

const knownPairs = new WeakMap<readonly Enterprise[], readonly TwinPair[]>();

/** Pairs that are probably one plant, whatever passes between the two. */
function likePairs(enterprises: readonly Enterprise[]): readonly TwinPair[] {
  const names = enterprises.map(({ nameZh }) => nameZh);
  const rare = new Map<string, boolean>();
  const countsAsRare = (word: string) => {
    let holders = 0;
    // A word that many have is met soon.
    for (const name of names) if (name.includes(word) && ++holders > 2) return false;
    return true;
  };
  const isRare = (word: string) => {
    const known = rare.get(word) ?? countsAsRare(word);
    rare.set(word, known);
    return known;
  };
  const groups = new Map<string, Named[]>();
  for (const enterprise of enterprises) {
    const { kind, cityCode, industryCode } = enterprise;
    if (kind !== "plant" || cityCode === null || industryCode === null || industryCode.length < 4) continue;
    const key = `${cityCode} ${tradeOf(industryCode)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [nameOf(enterprise)]);
    else group.push(nameOf(enterprise));
  }
  const pairs = [...groups.values()].flatMap((group) =>
    group.flatMap((left, at) => group.slice(at + 1).flatMap((right) => pairOf(left, right, isRare) ?? [])),
  );
  return pairs.sort((left, right) => (left.ids.join(" ") < right.ids.join(" ") ? -1 : 1));
}

/** Power plants that give heat and those that give none stand under two codes; the same plant is told as either. */
const tradeOf = (industryCode: string) => (industryCode === "4412" ? "4411" : industryCode);

interface Named {
  readonly enterprise: Enterprise;
  /** The name without its place and kind. */
  readonly core: string;
  readonly isBare: boolean;
  readonly units: string;
}

function nameOf(enterprise: Enterprise): Named {
  const { nameZh, cityCode, countyCode, provinceCode } = enterprise;
  const places = [
    provinceByCode.get(provinceCode ?? "")?.nameZh,
    cityByCode.get(cityCode ?? "")?.nameZh,
    countyByCode.get(countyCode ?? "")?.nameZh,
  ].flatMap((name) => (name === undefined ? [] : [name, name.replace(/[省市县区]$/, "")]));
  const strip = (text: string) =>
    places
      .filter((place) => place.length > 1)
      .reduce((name, place) => name.replaceAll(place, ""), text)
      .replaceAll(unitWords, "")
      .replaceAll(kindWords, "");
  const plain = nameZh.normalize("NFKC");
  const core = strip(plain.replaceAll(/\([^)]*\)/g, "")).replaceAll(notHan, "");
  // A name in brackets is one; a name with a legal form is whole, however little it says.
  const saysNoName = strip(plain).replaceAll(/[()]/g, "").length < 2 && !/公司|集团/.test(plain);
  return {
    enterprise,
    core,
    isBare: saysNoName || namesNobody.test(enterprise.noteZh ?? ""),
    units: (nameZh.match(unitWords) ?? []).join(" "),
  };
}

function pairOf(left: Named, right: Named, isRare: (word: string) => boolean): TwinPair | null {
  if (left.enterprise.id > right.enterprise.id) return pairOf(right, left, isRare);
  if (left.units !== right.units || !mayBeOne(left.enterprise, right.enterprise)) return null;
  const word = sharedWord(left.core, right.core);
  const shared = word !== null && isRare(word) ? word : null;
  if (shared === null && left.isBare === right.isBare) return null;
  const [a, b] = [left.enterprise, right.enterprise];
  return { ids: [a.id, b.id], reasons: [reasonOf(a, b, shared), reasonOf(b, a, shared)] };
}

function mayBeOne(left: Enterprise, right: Enterprise): boolean {
  // Units of one company carry its name in common.
  if (left.companyZh !== null && right.companyZh !== null) return false;
  return (["countyCode", "parkId"] as const).every(
    (field) => left[field] === null || right[field] === null || left[field] === right[field],
  );
}

/** The longest run of two characters or more that both have; null where there is none. */
function sharedWord(left: string, right: string): string | null {
  for (let length = Math.min(left.length, right.length); length > 1; length--)
    for (let at = 0; at + length <= left.length; at++) {
      const word = left.slice(at, at + length);
      if (right.includes(word)) return word;
    }
  return null;
}

function reasonOf(own: Enterprise, other: Enterprise, shared: string | null): Text {
  const where = own.countyCode !== null && own.countyCode === other.countyCode ? "县" : "市";
  const zh = shared === null ? "其中一家没有自己的名称" : `名称都有“${shared}”`;
  const en = shared === null ? "one of the two has no name of its own" : `both names hold ${shared}`;
  return {
    zh: `可能与 ${other.id}（${other.nameZh}）是同一家：同${where}、同行业（${own.industryCode}），${zh}。请人工核对，确认后合并并把旧编号写入 aliases`,
    en: `is perhaps the same plant as ${other.id} (${other.nameEn ?? other.nameZh}): same ${where === "县" ? "county" : "city"}, same trade (${own.industryCode}), ${en}. Have a person compare them; if so, merge them and keep the former id in aliases`,
  };
}
