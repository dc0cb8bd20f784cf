import { z } from "zod";
import { worded } from "./text.ts";

/** Days a question may name: earlier and later ones are slips of the pen. */
export const firstDay = "2000-01-01";
export const lastDay = "2049-12-31";

const digit = "[0-9０-９]";
const separated = ["-－", "/／", ".．"].map((mark) => `[${mark}]${digit}{1,2}[${mark}]${digit}{1,2}`);
const inWords = `年${digit}{1,2}月${digit}{1,2}[日号]?`;

/** `2026-08-14`, `2026/8/14`, `2026.8.14`, `2026年8月14日` or `20260814`, in half or full width. */
const dayText = new RegExp(`^${digit}{4}(?:${[...separated, inWords, `${digit}{4}`].join("|")})$`);

/** The ISO date of such a text; null where the calendar has no such day or it is too far off to be meant. */
function isoDayOf(text: string): string | null {
  const digits = text.normalize("NFKC").match(/\d+/g) ?? [];
  const parts = digits.length === 1 ? /^(\d{4})(\d\d)(\d\d)$/.exec(digits[0])?.slice(1) : digits;
  const [year = "", month = "", day = ""] = parts ?? [];
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const isDay = z.iso.date().safeParse(iso).success;
  return isDay && iso >= firstDay && iso <= lastDay ? iso : null;
}

const expected = `expected a day from ${firstDay} to ${lastDay} such as 2026-08-14 or 2026年8月14日`;

/** A calendar day as people write it → ISO date. */
export const Day = z
  .string()
  .regex(dayText, expected)
  .transform((text, context): string => {
    const iso = isoDayOf(text);
    if (iso !== null) return iso;
    context.addIssue({ code: "custom", message: expected });
    return z.NEVER;
  });

/** The day of a question about candidates. */
export const asOfQuery = worded(Day.optional(), {
  zh: "按哪一天判断法律、供需有效期与依据新旧：2000 至 2049 年的日期，如 2026-08-14 或 2026年8月14日；默认今天（北京时间）",
  en: "Day by which law, validity of listings and age of evidence are judged, from 2000 to 2049, such as 2026-08-14; default today in China",
});
