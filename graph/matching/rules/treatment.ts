/** Inorganic classes do not burn: acids, alkalis, metal sludges, cyanides, residues of burning. */
const notBurnable: ReadonlySet<string> = new Set(
  "HW07 HW15 HW17 HW18 HW20 HW21 HW22 HW23 HW24 HW25 HW26 HW27 HW28 HW29 HW30 HW31 HW32 HW33 HW34 HW35 HW36 HW46 HW47 HW48".split(
    " ",
  ),
);
/** Liquid classes may not be landfilled as they are. */
const notLandfillable: ReadonlySet<string> = new Set("HW06 HW08 HW09 HW34 HW35".split(" "));

/** Classes that are treated in water: acids, alkalis, emulsions, metal solutions, cyanides, fluorides. */
const treatedInWater: ReadonlySet<string> = new Set(
  "HW06 HW07 HW09 HW12 HW16 HW17 HW21 HW22 HW23 HW32 HW33 HW34 HW35 HW46".split(" "),
);

/** What each treatment takes, by the word for it; the rest (利用, 协同) tells nothing of the class. */
const takenBy: readonly (readonly [word: string, takes: (code: string) => boolean])[] = [
  ["焚烧", (code) => !notBurnable.has(code)],
  ["水泥窑", (code) => !notBurnable.has(code)],
  ["等离子", () => true],
  ["填埋", (code) => !notLandfillable.has(code)],
  ["物化", (code) => treatedInWater.has(code)],
];

/**
 * Whether the treatment a receiver names can serve a class of hazardous waste: incineration takes what burns, landfill
 * what is solid, treatment in water what is dissolved. True where no treatment is named, or several are, or the class is
 * not known.
 */
export function treatmentSuits(code: string, wording: string): boolean {
  const named = ["焚烧", "填埋", "物化", "利用", "水泥窑", "等离子", "协同"].filter((word) =>
    wording.includes(word),
  );
  if (named.length !== 1 || !/^HW\d{2}$/.test(code)) return true;
  return takenBy.find(([word]) => word === named[0])?.[1](code) ?? true;
}

/** Whether a receiver names a treatment that takes the class: more than that it takes hazardous waste of some kind. */
export function namesTreatmentOf(code: string, wording: string): boolean {
  return takenBy.some(([word, takes]) => wording.includes(word) && takes(code));
}
