import { activities } from "#graph/schema/region/activities.ts";
import type { Text } from "#graph/schema/text.ts";

let names: ReadonlyMap<string, string> | null = null;

/** Every code of GB/T 4754-2017 with its Chinese name: sections, divisions, groups and classes. */
export function industryNames(): ReadonlyMap<string, string> {
  names ??= readNames();
  return names;
}

let sections: ReadonlyMap<string, string> | null = null;

/** The section each division of two digits stands in: 30 → C. */
export function industrySections(): ReadonlyMap<string, string> {
  sections ??= new Map(
    Object.entries(activities).flatMap(([section, { divisions }]) =>
      Object.keys(divisions).map((division) => [division, section] as const),
    ),
  );
  return sections;
}

function readNames(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [section, { name, divisions }] of Object.entries(activities)) {
    found.set(section, name);
    for (const [division, list] of Object.entries(divisions)) {
      const [divisionName = "", ...members] = list.split(" ");
      found.set(division, divisionName);
      for (const member of members) {
        const [, digits = "", memberName = ""] = /^(\d+)(.*)$/.exec(member) ?? [];
        found.set(`${division}${digits}`, memberName);
        if (digits.length === 2 && digits.endsWith("0")) found.set(`${division}${digits[0]}`, memberName);
      }
    }
  }
  return found;
}

/** What is wrong with an industry code; null for one of the list. */
export function industryFault(code: string): Text | null {
  const known = industryNames();
  if (known.has(code)) return null;
  const padded = ["0", "00"].map((zeros) => `${zeros}${code}`).find((each) => known.has(each));
  if (padded === undefined)
    return {
      zh: "GB/T 4754-2017 中没有该代码",
      en: "GB/T 4754-2017 has no such code",
    };
  return {
    zh: `GB/T 4754-2017 中没有该代码：表格软件是否去掉了 ${padded}（${known.get(padded)}）开头的零？`,
    en: `GB/T 4754-2017 has no such code: did your table program drop the zero of ${padded} (${known.get(padded)})?`,
  };
}

/**
 * What speaks for a lost zero in a code that is one of the list: with its zero it is one as well, of the length that
 * other codes beside it have (321 beside 3110: 0321, keeping chickens, or the smelting of metals?). Null where nothing
 * does.
 */
export function lostZeroDoubt(code: string, lengths: ReadonlySet<number>): Text | null {
  const known = industryNames();
  const padded = `0${code}`;
  if (!/^[1-9]/.test(code) || !lengths.has(padded.length) || !known.has(padded) || !known.has(code))
    return null;
  return {
    zh: `${code} 是“${known.get(code)}”；是否应为 ${padded}“${known.get(padded)}”，而表格软件去掉了开头的零？`,
    en: `${code} is "${known.get(code)}": or did your table program drop the zero of ${padded}, "${known.get(padded)}"?`,
  };
}
