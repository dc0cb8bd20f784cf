/**
 * What an industry takes, from what it makes and burns, never from a recorded exchange: so it may be held against any
 * library of cases without leaving a case out. Judged by the developers from what the named documents treat; no figure is
 * read from them, so the evidence is `assumed`.
 */
/** What the profiles rest on: reference documents on best available techniques (European Commission, JRC) and notes. */
export const profileSources: Readonly<Record<string, string>> = {
  NOTES: "Eurostat (2008) NACE Rev. 2, explanatory notes, KS-RA-07-015",
  IRPP: "Santonja et al. (2017) BAT reference document for the intensive rearing of poultry or pigs, EUR 28674",
  MTWR: "Garbarino et al. (2018) BAT reference document for the management of waste from extractive industries, EUR 28963",
  FDM: "Santonja et al. (2019) BAT reference document for the food, drink and milk industries, EUR 29978",
  TXT: "Roth et al. (2023) BAT reference document for the textiles industry, EUR 31392",
  TAN: "Black et al. (2013) BAT reference document for the tanning of hides and skins, EUR 26130",
  WBP: "Stubdrup et al. (2016) BAT reference document for the production of wood-based panels, EUR 27732",
  PP: "Suhr et al. (2015) BAT reference document for the production of pulp, paper and board, EUR 27235",
  IS: "Remus et al. (2013) BAT reference document for iron and steel production, EUR 25521",
  REF: "Barthe et al. (2015) BAT reference document for the refining of mineral oil and gas, EUR 27140",
  LVIC: "European Commission (2007) reference documents for large volume inorganic chemicals (ammonia, acids, fertilisers; solids and others)",
  LVOC: "Falcke et al. (2017) BAT reference document for the production of large volume organic chemicals, EUR 28882",
  POL: "European Commission (2007) reference document for the production of polymers",
  OFC: "European Commission (2006) reference document for the manufacture of organic fine chemicals",
  STS: "Chronopoulos et al. (2020) BAT reference document for surface treatment using organic solvents, EUR 30475",
  GLS: "Scalet et al. (2013) BAT reference document for the manufacture of glass, EUR 25786",
  CER: "European Commission (2007) reference document for the ceramic manufacturing industry",
  CLM: "Schorcht et al. (2013) BAT reference document for the production of cement, lime and magnesium oxide, EUR 26129",
  FMP: "Aries et al. (2022) BAT reference document for the ferrous metals processing industry, EUR 31321",
  SF: "European Commission (2005) reference document for smitheries and foundries",
  NFM: "Cusano et al. (2017) BAT reference document for the non-ferrous metals industries, EUR 28648",
  STM: "European Commission (2006) reference document for the surface treatment of metals and plastics",
  LCP: "Lecomte et al. (2017) BAT reference document for large combustion plants, EUR 28836",
  WT: "Pinasseau et al. (2018) BAT reference document for waste treatment, EUR 29362",
  CDW: "European Commission (2018) EU construction and demolition waste protocol and guidelines",
};

/** What an industry takes: starts of its codes in both classifications, families by degree (see `Degree`), a source. */
interface Profile {
  readonly nace: readonly string[];
  readonly gbt4754: readonly string[];
  /** Families taken as a main material or fuel, commonly, by some. */
  readonly families: readonly (readonly string[])[];
  readonly source: string;
}

/** A line a profile: NACE Rev. 2 | GB/T 4754-2017 | main | common | by some | source. */
const table = `
10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 | 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37 38 39 40 41 |  |  | heat electricity water wastewater fuel-gas | NOTES
20 21 | 26 27 28 |  | heat water electricity | wastewater acid alkali salt solvent carbon-dioxide hydrogen sulphur lime organic-chemical | LVOC
0111 0112 0113 0114 0115 0116 0119 0120 0121 0122 0123 0124 0125 0126 0127 0128 0129 0130 011 012 013 | 011 012 013 014 015 016 017 019 | manure organic biosludge | food crop wastewater lime water | gypsum coal-ash slag wood heat carbon-dioxide salt paper-sludge coal refuse electricity | IRPP
0113 0119 0130 | 014 | heat carbon-dioxide | water | electricity | NOTES
014 0141 0142 0143 0144 0145 0146 0147 0149 0150 016 | 031 032 039 05 | food crop |  | organic wood paper oil-fat water | IRPP
02 | 02 | manure | biosludge organic | wood coal-ash lime water | NOTES
03 | 041 | heat food | water organic | manure air-gases electricity carbon-dioxide wastewater | NOTES
05 06 07 08 09 | 06 07 08 09 10 11 | coal-ash mineral | slag wastewater water gypsum | red-mud heat electricity lime carbon-dioxide biosludge | MTWR
0812 | 10 | mineral |  | coal-ash slag | MTWR
10 | 13 14 | food | heat water crop | electricity carbon-dioxide oil-fat fuel-gas air-gases acid alkali paper plastic salt | FDM
1041 1042 | 133 | oil-fat food | crop heat | hydrogen electricity | FDM
1091 1092 109 | 132 | food crop | oil-fat manure | organic salt heat biosludge | FDM
1081 | 134 | crop food | lime heat | carbon-dioxide water coal | FDM
11 | 15 | food | carbon-dioxide heat water crop | electricity glass fuel-gas | FDM
1107 | 152 | carbon-dioxide | food water | plastic glass heat | FDM
12 | 16 | crop | paper heat |  | NOTES
13 14 | 17 18 | textile | water heat plastic | electricity wastewater salt alkali acid | TXT
15 | 19 | textile | food water salt | heat acid | TAN
16 | 20 | wood | heat crop | paper electricity plastic rubber coal | WBP
1621 | 202 | wood | crop heat paper | plastic textile solvent | WBP
1629 | 204 | wood crop | coal paper | food textile | WBP
1711 1710 | 221 | wood paper crop | heat alkali water electricity | lime salt sulphur acid carbon-dioxide textile | PP
1712 | 222 | paper | heat water wood electricity lime carbon-dioxide | crop wastewater acid alkali salt textile gypsum fuel-gas | PP
172 1721 1722 1729 | 223 | paper | plastic | wood heat crop | PP
18 | 23 | paper | plastic solvent |  | NOTES
1910 | 252 | coal | mineral-oil | fuel-gas rubber plastic | IS
1920 | 251 | hydrogen mineral-oil | heat fuel-gas water organic-chemical electricity | oil-fat solvent wastewater sulphur plastic acid alkali | REF
2011 | 2619 | carbon-dioxide air-gases hydrogen | fuel-gas electricity | heat water salt | LVIC
2012 | 2643 | acid | base-metals salt | iron rubber coal slag | LVIC
2013 | 2611 2612 2613 | acid alkali salt sulphur | heat carbon-dioxide water electricity hydrogen lime | gypsum slag base-metals coal-ash red-mud mineral coal wastewater fuel-gas | LVIC
2014 | 2614 | organic-chemical hydrogen solvent | heat carbon-dioxide food fuel-gas acid alkali electricity water | oil-fat crop wood coal sulphur salt air-gases mineral-oil | LVOC
2015 | 262 | acid manure salt alkali | carbon-dioxide sulphur food biosludge hydrogen organic | coal-ash crop heat fuel-gas coal gypsum mineral lime | LVIC
2016 2017 | 265 | organic-chemical plastic | acid heat hydrogen | salt solvent electricity rubber | POL
2020 | 263 | organic-chemical | acid alkali salt | sulphur solvent heat | OFC
2030 | 264 | solvent | plastic organic-chemical base-metals | mineral oil-fat mineral-oil | STS
2041 2042 | 268 | oil-fat | alkali solvent | heat salt | NOTES
2052 | 2663 | organic-chemical | food | plastic crop | OFC
2051 2053 2059 | 266 | oil-fat | solvent organic-chemical acid catalyst | food salt mineral-oil alkali lime carbon-dioxide | OFC
2060 | 28 | plastic organic-chemical | wood heat | acid alkali textile | POL
21 | 27 | food organic-chemical | solvent heat hydrogen | water acid alkali electricity crop | OFC
221 2211 2219 | 291 | rubber | plastic coal | textile heat | NOTES
222 2221 2222 2223 2229 | 292 | plastic | organic-chemical | wood rubber textile coal-ash mineral paper crop | NOTES
2311 2312 2313 2319 | 304 305 | glass | mineral | alkali heat slag fuel-gas air-gases | GLS
2314 | 306 | glass | slag mineral | alkali | GLS
2320 | 308 | mineral | base-metals slag | red-mud lime | CER
2331 2332 | 3031 | mineral coal-ash | biosludge slag | paper-sludge red-mud coal glass wood crop gypsum | CER
234 | 307 | mineral | glass coal-ash | heat slag | CER
2351 | 3011 | coal-ash slag gypsum lime mineral | rubber refuse iron red-mud plastic biosludge mineral-oil solvent coal | base-metals wood paper-sludge food catalyst crop heat textile organic | CLM
2352 | 3012 | gypsum lime | coal | heat carbon-dioxide coal-ash | CLM
2361 2363 2364 2365 2369 236 | 302 3021 3022 3029 | coal-ash slag mineral | lime | gypsum glass wood red-mud plastic rubber water | CLM
2362 | 3024 | gypsum | paper | coal-ash | CLM
2370 | 3032 | mineral |  | slag | NOTES
2391 | 309 | mineral | slag glass | coal base-metals | CER
2399 | 3034 3033 | slag mineral | glass coal-ash mineral-oil | rubber plastic coal gypsum paper | GLS
241 2410 | 311 312 313 314 | iron fuel-gas | coal plastic lime air-gases electricity vehicle | slag heat water base-metals electronics hydrogen rubber mineral wastewater mineral-oil carbon-dioxide catalyst | IS
242 243 2431 2432 2433 2434 | 313 | iron | electricity | acid heat | FMP
2451 2452 2453 2454 | 339 | iron | mineral base-metals | electricity coal | SF
244 2441 2442 2443 2444 2445 2446 | 32 | base-metals | electronics catalyst alkali electricity | iron slag acid heat coal fuel-gas red-mud salt water vehicle hydrogen sulphur carbon-dioxide lime plastic | NFM
2442 | 3216 3252 | base-metals alkali | electricity heat | mineral salt coal lime water plastic | NFM
25 | 33 | iron | base-metals acid | plastic electricity | STM
26 | 39 | base-metals | glass plastic acid | electronics solvent water air-gases | NOTES
27 | 38 | base-metals | plastic iron | electronics | NOTES
28 | 34 35 | iron | base-metals | plastic rubber | NOTES
29 30 | 36 37 | iron plastic | base-metals glass | textile rubber electricity | NOTES
31 | 21 | wood | plastic textile | iron | NOTES
32 | 24 41 | plastic base-metals | wood iron | textile glass | NOTES
3511 | 4411 4412 4417 4413 4419 | coal fuel-gas wood heat | refuse crop water electricity biosludge wastewater | organic food rubber hydrogen lime mineral-oil manure plastic paper-sludge paper acid alkali salt solvent oil-fat gypsum | LCP
3512 3513 3514 | 442 | electricity |  |  | NOTES
352 3521 3522 | 45 | fuel-gas | organic manure food | biosludge wastewater heat hydrogen crop coal | WT
3530 | 443 4430 | heat | fuel-gas wood refuse crop | electricity coal biosludge organic rubber water | LCP
36 | 461 463 469 | water | wastewater | heat electricity salt | NOTES
37 | 462 | wastewater | biosludge | food acid alkali iron water lime solvent heat | WT
381 3811 3812 | 7820 | refuse | plastic paper glass organic | iron wood food electronics | NOTES
3821 382 3820 | 7723 7724 | refuse organic | biosludge food crop manure | wood paper plastic coal-ash wastewater mineral textile | WT
3822 | 7724 | mineral-oil solvent | base-metals acid electronics catalyst | coal-ash alkali refuse biosludge salt | WT
3831 | 421 | vehicle electronics | iron base-metals | plastic | WT
3832 383 | 421 422 | iron base-metals plastic paper | glass rubber wood textile electronics | mineral refuse catalyst vehicle organic slag mineral-oil solvent | WT
39 | 7729 | mineral | biosludge manure | organic coal-ash lime slag | WT
41 | 47 | mineral | coal-ash slag | heat wood gypsum glass | CDW
42 | 48 | mineral slag | coal-ash | rubber glass plastic red-mud gypsum mineral-oil | CDW
4677 46 | 519 | iron paper | plastic base-metals | glass textile rubber wood electronics refuse | NOTES
49 50 | 54 55 | fuel-gas | mineral-oil oil-fat | electricity hydrogen | NOTES
52 | 53 59 | refuse |  | heat water mineral electricity | NOTES
55 56 | 61 62 | heat | food | water electricity | NOTES
68 84 85 86 87 88 | 70 83 84 | heat | electricity | water fuel-gas | LCP
8130 | 784 | organic manure | wood water | crop biosludge food mineral | NOTES
82 | 72 | plastic paper | refuse wood | textile | NOTES
93 | 89 | heat | water |  | NOTES
96 | 80 81 | heat textile | water | electricity | TXT
`;

const words = (cell = "") => cell.split(" ").filter((word) => word !== "");

export const profiles: readonly Profile[] = table
  .trim()
  .split("\n")
  .map((line) => {
    const [nace, gbt4754, main, common, possible, source = ""] = line.split("|").map((cell) => cell.trim());
    return {
      nace: words(nace),
      gbt4754: words(gbt4754),
      families: [words(main), words(common), words(possible)],
      source,
    };
  });

export const industrySchemes = ["nace", "gbt4754"] as const;
export type IndustryScheme = (typeof industrySchemes)[number];

/** 3 = a main material or fuel; 2 = commonly taken; 1 = taken by some; 0 = nothing known. */
export type Degree = 0 | 1 | 2 | 3;

const known = new Map<string, ReadonlyMap<string, Degree>>();

/**
 * What an industry is known to take: family of material (see `familiesOf`) → degree, the highest of all profiles it falls
 * under. A code wider than a profile has all that lies under it; several codes stand apart by "/".
 */
export function inputsOf(industryCode: string, scheme: IndustryScheme): ReadonlyMap<string, Degree> {
  const key = `${scheme} ${industryCode}`;
  const inputs = known.get(key) ?? readInputs(industryCode, scheme);
  known.set(key, inputs);
  return inputs;
}

function readInputs(industryCode: string, scheme: IndustryScheme): ReadonlyMap<string, Degree> {
  const codes = industryCode.split("/").map((code) => code.trim());
  const fits = (start: string) => codes.some((code) => code.startsWith(start) || start.startsWith(code));
  const degrees = new Map<string, Degree>();
  for (const profile of profiles) {
    if (!profile[scheme].some(fits)) continue;
    for (const [at, degree] of ([3, 2, 1] as const).entries())
      for (const id of profile.families[at] ?? [])
        if (degree > (degrees.get(id) ?? 0)) degrees.set(id, degree);
  }
  return degrees;
}
