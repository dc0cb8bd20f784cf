/**
 * Receivers of hazardous waste that take one kind only, by the words of their own record. `classes` are those the kind is
 * filed under in the national list of hazardous waste (2025 edition); waste of another class, or of a total that does not
 * name the kind, is not theirs.
 */
export interface Speciality {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  /** In the receiver's record. */
  readonly receiverWords: RegExp;
  readonly classes: readonly string[];
  /** In the supplier's record: names the kind whatever its class. */
  readonly supplierWords: RegExp;
}

type Row = readonly [
  id: string,
  zh: string,
  en: string,
  receiverWords: RegExp,
  classes: string,
  supplierWords: RegExp,
];

const rows: readonly Row[] = [
  [
    "precious-metals",
    "含贵金属危险废物",
    "hazardous waste with precious metals",
    /贵金属|稀贵金属/,
    "HW16",
    /贵金属|含金|含银|铂|钯|铑/,
  ],
  ["lead-batteries", "废铅蓄电池", "lead batteries", /铅蓄电池|铅酸|再生铅/, "HW31", /铅蓄电池|铅酸|废电池/],
  [
    "e-waste",
    "电子废弃物",
    "electronic waste",
    /电子废弃物|电子废物|废电路板|废线路板/,
    "",
    /电子废|电路板|线路板/,
  ],
  ["oil-sludge", "油泥", "oily sludge", /油泥/, "", /油泥|浮渣|罐底泥/],
  ["aluminium-dross", "铝灰渣", "aluminium dross", /铝灰/, "", /铝灰|铝渣/],
  ["cyanide-tailings", "氰化尾渣", "cyanide tailings", /氰化尾渣/, "", /氰化/],
  ["spent-carbon", "废活性炭", "spent activated carbon", /废活性炭/, "", /活性炭/],
  ["spent-catalyst", "废催化剂", "spent catalyst", /^废催化剂/, "HW50", /催化剂/],
];

const specialities: readonly Speciality[] = rows.map(
  ([id, zh, en, receiverWords, classes, supplierWords]) => ({
    id,
    zh,
    en,
    receiverWords,
    classes: classes === "" ? [] : classes.split(" "),
    supplierWords,
  }),
);

/** What a receiver of hazardous waste has specialised in, by the name of what it takes; null where it takes more. */
export function specialityIn(resourceZh: string): Speciality | null {
  return specialities.find(({ receiverWords }) => receiverWords.test(resourceZh)) ?? null;
}
