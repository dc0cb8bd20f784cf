/** Inorganic classes do not burn: acids, alkalis, metal sludges, cyanides, residues of burning. */
const notBurnable: ReadonlySet<string> = new Set(
  "HW07 HW15 HW17 HW18 HW20 HW21 HW22 HW23 HW24 HW25 HW26 HW27 HW28 HW29 HW30 HW31 HW32 HW33 HW34 HW35 HW36 HW46 HW47 HW48".split(
    " ",
  ),
);
/** Liquid classes may not be landfilled as they are. */
const notLandfillable: ReadonlySet<string> = new Set("HW06 HW08 HW09 HW34 HW35".split(" "));

/**
 * Whether the treatment a receiver names can serve a class of hazardous waste: incineration takes what burns, landfill
 * what is solid. True where no treatment is named, or several are, or the class is not known.
 */
export function treatmentSuits(code: string, wording: string): boolean {
  const named = ["焚烧", "填埋", "物化", "利用", "水泥窑", "等离子", "协同"].filter((word) =>
    wording.includes(word),
  );
  if (named.length !== 1) return true;
  if (named[0] === "焚烧") return !notBurnable.has(code);
  return named[0] !== "填埋" || !notLandfillable.has(code);
}
