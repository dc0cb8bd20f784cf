import { describe, expect, test } from "vitest";
import { fitReading, foldText, readAloud, splitText } from "#server/use-cases/search/search-text.ts";
import { buildSearchIndex } from "#server/use-cases/search/search-index.ts";
import { searchEntries } from "#server/use-cases/search/search-entries.ts";
import { applyFilter } from "#graph/projection/filter/filtered-network.ts";
import { placeHeaders } from "#graph/projection/places/corridors.ts";
import { readSeedNetwork } from "#seeds/read-seed.ts";
import { noFilter } from "#graph/schema/filter/filter.ts";

const network = readSeedNetwork();
const filtered = applyFilter(network, noFilter);
const index = await buildSearchIndex(
  searchEntries({
    network,
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
    expect([each("park"), each("enterprise"), each("resource")]).toEqual([5, 4, 1]);
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
