import { beforeAll, describe, expect, it } from "vitest";
import { en, zh } from "#client/i18n/dictionary.ts";
import { optionNames } from "#client/i18n/option-names.ts";
import { readSources } from "#test/support/source-files.ts";

const placeholders = (text: string): readonly string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)]
    .map(([name]) => name)
    .toSorted((left, right) => left.localeCompare(right));
const hanzi = /\p{Script=Han}/u;

let sources: [path: string, text: string][];
beforeAll(async () => {
  sources = [...(await readSources(/^client\/.*\.tsx?$/))];
});

describe("the dictionary", () => {
  it("has each key in one place", () => {
    const rows = sources.flatMap(([path, text]) =>
      path.startsWith("client/i18n/") ? [...text.matchAll(/^ {2}"([\w./-]+)":/gm)].map(([, key]) => key) : [],
    );
    expect(rows.filter((key, index) => rows.indexOf(key) !== index)).toEqual([]);
    const named = Object.keys(optionNames);
    expect(named.filter((key) => rows.includes(key))).toEqual([]);
    expect(rows).toHaveLength(Object.keys(zh).length - named.length);
  });

  it("has the same placeholders in both languages, and no empty text", () => {
    const keys = Object.keys(zh) as (keyof typeof zh)[];
    expect(keys.map((key) => [key, placeholders(en[key])])).toEqual(
      keys.map((key) => [key, placeholders(zh[key])]),
    );
    expect(keys.filter((key) => zh[key].trim() === "" || en[key].trim() === "")).toEqual([]);
  });

  it("keeps Chinese out of English, but for the name of the language itself", () => {
    const chinese = Object.entries(en).filter(([, text]) => hanzi.test(text));
    expect(chinese.map(([key]) => key)).toEqual(["language.zh"]);
  });
});

describe("words on screen", () => {
  const withoutComments = (text: string) => text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");

  it("come from the dictionaries: no Chinese stands in the client's code outside them", () => {
    expect(sources.length).toBeGreaterThan(60);
    // Not shown: the ending that city names drop on the map, and two signs drawn to see whether a font has Chinese.
    const allowed = /^client\/(?:i18n|basemap)\/|drawing\/labels\.ts$|fonts\.ts$/;
    const found = sources.filter(([path, text]) => !allowed.test(path) && hanzi.test(withoutComments(text)));
    expect(found.map(([path]) => path)).toEqual([]);
  });

  it("are all used: no key is left over", async () => {
    const code = sources
      .filter(([path]) => !/^client\/i18n\/(?!language)/.test(path))
      .map(([, text]) => text)
      .join("\n");
    const words = [code, ...(await readSources(/^graph\/(?:schema\/.*|errors)\.ts$/)).values()].join("\n");
    const templates = [...code.matchAll(/`([a-zA-Z]+\.[\w.-]*)\$\{[^{}`]*\}([\w.-]*)`/g)];
    /** Written out whole, or made of a template and a word that stands in the code or in the contract. */
    const isUsed = (key: string) => {
      const plain = key.replace(/_(?:one|other)$/, "");
      return (
        code.includes(`"${plain}"`) ||
        templates.some(([, head = "", tail = ""]) => {
          const word = plain.slice(head.length, plain.length - tail.length);
          const fits = plain === head + word + tail;
          return fits && (words.includes(`"${word}"`) || words.includes(`  ${word}: `));
        })
      );
    };
    // Names of filter values stand in the table of dimensions, whether a screen shows them or not.
    const own = Object.keys(zh).filter((key) => !Object.hasOwn(optionNames, key));
    expect(own.filter((key) => !isUsed(key))).toEqual([]);
    // The check sees a word that nobody says, of a family in use too.
    expect(["metric.nobodySaysThis", "problem.never-heard-of"].filter(isUsed)).toEqual([]);
    expect(templates.length).toBeGreaterThan(10);
  });
});
