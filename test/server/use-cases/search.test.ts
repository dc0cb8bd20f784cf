import { describe, expect, test } from "vitest";
import { fitReading, foldText, readAloud, splitText } from "#server/use-cases/search/search-text.ts";
import { buildSearchIndex } from "#server/use-cases/search/search-index.ts";
import { searchEntries } from "#server/use-cases/search/search-entries.ts";
import { applyFilter } from "#graph/projection/filter/filtered-network.ts";
import { materialNames } from "#graph/projection/materials.ts";
import { placeHeaders } from "#graph/projection/places/corridors.ts";
import { readSeedNetwork } from "#seeds/read-seed.ts";
import { counties } from "#graph/schema/region/counties.ts";
import { noFilter } from "#graph/schema/filter/filter.ts";

const network = readSeedNetwork();
const filtered = applyFilter(network, noFilter);
const index = await buildSearchIndex(
  searchEntries({
    network,
    materialNames: materialNames(network),
    placeIdByEnterprise: filtered.placeIdByEnterprise,
    placeById: new Map(placeHeaders(filtered).map((place) => [place.id, place])),
  }),
);
const namesFor = (text: string, limit = 20) => index.search(text, limit).items.map(({ nameZh }) => nameZh);

describe("search over the real network", () => {
  test.each([
    ["a Chinese fragment", "董家口", "青岛董家口化工产业园"],
    ["one character", "灰", "粉煤灰"],
    ["pinyin initials from the start", "qdgx", "青岛高新技术产业开发区"],
    ["pinyin initials from the middle", "djk", "青岛董家口化工产业园"],
    ["full pinyin", "qingdao", "青岛市"],
    ["full pinyin cut inside a syllable", "rizhaogangt", "日照钢铁有限公司"],
    ["full pinyin in syllables", "qing dao shi", "青岛市"],
    ["an English word", "fly ash", "粉煤灰"],
    ["the beginning of an English word", "lianyung", "连云港市"],
    ["an English word with a wrong letter", "Lianyumgang", "连云港市"],
    ["full-width letters", "ＱＩＮＧＤＡＯ", "青岛市"],
    ["a waste code", "HW08", "废矿物油与含矿物油废物"],
    ["a park's id", "sd-qingdao-lingang", "青岛临港经济开发区"],
    ["a city code", "370200", "青岛市"],
    ["fragments that stand apart", "青岛 化工", "青岛董家口化工产业园"],
    ["a fragment and a Latin word", "青岛 Dongjiakou", "青岛董家口化工产业园"],
    ["the company behind a firm", "济钢", "济钢集团(济南钢铁)"],
  ])("%s, when searched, then finds it", (_, text, name) => {
    expect(namesFor(text)).toContain(name);
  });

  test("a name, when typed in full, then comes first in its group", () => {
    for (const park of network.parks.slice(0, 60)) expect(namesFor(park.nameZh)[0]).toBe(park.nameZh);
  });

  test("hits, when many, then are grouped park, enterprise, resource, city, and each group has its share", () => {
    const { items, total } = index.search("化工", 10);
    const kinds = items.map(({ kind }) => kind);
    const order = ["park", "enterprise", "resource", "city"];
    expect(kinds).toEqual([...kinds].sort((left, right) => order.indexOf(left) - order.indexOf(right)));
    expect(items).toHaveLength(10);
    expect(total).toBeGreaterThan(50);
    const each = (kind: string) => kinds.filter((other) => other === kind).length;
    expect([each("park"), each("enterprise"), each("resource")]).toEqual([4, 3, 3]);
  });

  test("any name on an exchange, a listing or a rule, when typed in full, then comes first of the materials", () => {
    const names = [
      ...network.exchanges.map(({ resourceZh }) => resourceZh),
      ...network.listings.map(({ resourceZh }) => resourceZh),
      ...network.rules.map(({ wasteZh }) => wasteZh),
    ];
    const firstMaterial = (text: string) =>
      index.search(text, 40).items.find(({ kind }) => kind === "resource")?.nameZh;
    expect(new Set(names).size).toBeGreaterThan(300);
    expect([...new Set(names)].filter((name) => firstMaterial(name) !== name)).toEqual([]);
  });

  test.each([
    ["副产盐酸", "副产盐酸 under its code", "MA21 盐酸"],
    ["fcys", "by the initials of its name", "MA21 盐酸"],
    ["by-product hydrochloric", "by its English name", "MA21 盐酸"],
  ])("%s, when searched, then finds %s", (text, _, context) => {
    const hit = index.search(text, 40).items.find(({ nameZh }) => nameZh === "副产盐酸");
    expect([hit?.id, hit?.contextZh]).toEqual(["副产盐酸", context]);
  });

  test("a code, when one of its records' names is searched, then is found too", () => {
    expect(index.search("副产盐酸", 40).items.map(({ id }) => id)).toContain("MA21");
  });

  const idsOf = (text: string) => index.search(text, 60).items.map(({ id }) => id);
  test.each([
    ["a county", "无棣", ["sd-beihai-edz", "sd-chem-lubei", "sd-lubei"]],
    ["a county by its reading", "wudi", ["sd-beihai-edz", "sd-chem-lubei", "sd-lubei"]],
    ["a district", "邗江", ["js-weiyang-edz", "js-yangzhou-etdz", "js-yangzhou-hnte", "js-yz-env"]],
    ["a city that became a district", "莱芜市", ["sd-laiwu-hnte"]],
    ["a district with its city", "济南市莱芜区", ["sd-laiwu-hnte"]],
    ["a district with its city, in short", "徐州铜山", ["js-tongshan-edz"]],
    ["a city with its province", "山东省济南市", ["370100"]],
    ["a city that became a district and has no park", "即墨市", ["370200"]],
    ["a county that became a city", "邹平县", ["sd-zouping-etdz"]],
    ["a county that was renamed", "苍山县", ["sd-lanling-equip", "371300"]],
    ["a county where plants stand of which no more is known", "招远", ["370685"]],
    ["a city by the code it had", "371200", ["370100"]],
    ["an enterprise by an id it had", "js-yz-huadian-fd", ["js-yz-power"]],
  ])("%s, when searched, then finds what stands there", (_, text, wanted) => {
    expect(idsOf(text)).toEqual(expect.arrayContaining(wanted));
  });

  test("any county, by its full or short name or as the city or county it may have been, then finds its city", () => {
    for (const { nameZh, cityCode: city } of counties) {
      const short = nameZh.slice(0, -1);
      const names = short.length === 1 ? [nameZh] : [nameZh, short, `${short}县`, `${short}市`];
      for (const name of names) expect(index.search(name, 500).items.map(({ id }) => id)).toContain(city);
    }
  });

  test.each([
    ["单县", "曹县、成武、单县、商丘枝桠材(合计)"],
    ["shanxian", "曹县、成武、单县、商丘枝桠材(合计)"],
    ["luse", "武进垃圾焚烧发电厂(绿色动力)"],
    ["lvse", "武进垃圾焚烧发电厂(绿色动力)"],
    ["lüse", "武进垃圾焚烧发电厂(绿色动力)"],
  ])("%s, when searched, then finds %s", (text, name) => {
    expect(namesFor(text, 60)).toContain(name);
  });

  test("nothing, punctuation or a stranger, when searched, then finds nothing and breaks nothing", () => {
    for (const text of ["", " ", "!!!", "%", "\u202E", "qqqqqqqq", "鑷鑷鑷", "__proto__", "\u{1F600}"])
      expect(index.search(text, 10)).toEqual({ items: [], total: 0 });
  });

  test("a Chinese fragment of any name, when searched, then finds that name", () => {
    for (const enterprise of network.enterprises.filter((_, at) => at % 9 === 0)) {
      const han = /\p{Script=Han}{3}/u.exec(enterprise.nameZh)?.[0];
      if (han === undefined) continue;
      expect(namesFor(han, 500)).toContain(enterprise.nameZh);
    }
  });
});

describe("words of search", () => {
  test("text, when split, then gives pairs of Chinese, and words whole and in parts otherwise", () => {
    expect(splitText("青岛港 HW-08 灰")).toEqual({
      pairs: ["青岛", "岛港", "灰"],
      runs: ["hw-08"],
      words: ["hw-08", "hw", "08"],
    });
    expect(foldText("ＡＢＣ１２")).toBe("abc12");
  });

  test("a reading, when asked for letters, then fits at syllables only", () => {
    const reading = readAloud("济南钢铁A厂");
    expect(reading).toEqual({
      full: "jinangangtiechang",
      starts: "10100100010010000",
      initials: "jngtc",
    });
    expect(fitReading(reading, "jinan")).toBe(2);
    expect(fitReading(reading, "jn")).toBe(2);
    expect(fitReading(reading, "gang")).toBe(1);
    expect(fitReading(reading, "gt")).toBe(1);
    expect(fitReading(reading, "inan")).toBe(0);
    expect(fitReading(reading, "n")).toBe(1);
  });

  test("a character with two readings, when inside a known word, then is read as in the word", () => {
    expect(readAloud("重庆").full).toBe("chongqing");
    expect(readAloud("重工").full).toBe("zhonggong");
  });
});
