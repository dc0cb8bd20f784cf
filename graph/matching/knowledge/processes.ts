/**
 * What a plant is: processes an industry code does not tell apart, and what each gives and takes. A stream is a substance
 * (see `substancesIn`) or, where the thing has no name of its own, a resource code.
 */
interface Process {
  readonly id: string;
  /** Words of a plant's name, note or listings by which the process is told. */
  readonly words: RegExp;
  readonly gives: string;
  readonly takes: string;
}

/** One question about the plants of some industries; a stream that no answer names is not affected by it. */
interface Question {
  readonly industries: readonly string[];
  /** The answer where nothing is told; null = not known: any of them. */
  readonly usual: string | null;
  /** Where the answer is looked for: what a plant buys tells what it makes, but not by what fire. */
  readonly reads: "plant" | "plant-and-register" | "plant-and-area" | "plant-and-listings";
  readonly processes: readonly Process[];
}

const process = (id: string, words: RegExp, gives: string, takes: string): Process => ({
  id,
  words,
  gives,
  takes,
});

const power = ["4411", "4412", "4417"];
const residuesOfCoal = "fly-ash boiler-slag fgd-gypsum";
const sorbents = "red-mud carbide-slag lime-mud filter-mud";
const sludges = "sewage-sludge paper-sludge dyeing-sludge";
const gypsums = "fgd-gypsum phosphogypsum salt-gypsum titanogypsum";
const tailings = "gold-tailings iron-tailings graphite-tailings cyanide-tailings";

const questions: readonly Question[] = [
  {
    industries: power,
    usual: "coal-boiler",
    reads: "plant-and-register",
    processes: [
      process(
        "coal-boiler",
        /燃煤|煤电|矸石|煤泥|循环流化床|超临界|Coal Plant Tracker|coal-fired/i,
        `${residuesOfCoal} ammonium-sulphate`,
        `gangue coal-slime ${sorbents} ${sludges}`,
      ),
      process("gas-turbine", /燃机|燃气|天然气|Gas Plant Tracker|CCGT|gas turbine|gas-fired/i, "", ""),
      process("by-product-gas", /煤气|尾气|余热|余压/, "", ""),
      process(
        "waste-incinerator",
        /垃圾|固废焚烧|waste-to-energy|household waste/i,
        "incinerator-slag incineration-residue HW18",
        `household-waste ${sludges}`,
      ),
      process(
        "biomass-boiler",
        /秸秆|生物质?(?:能|发电|热电)|生物质|biomass|straw/i,
        "",
        "straw cotton-stalk forest-residue waste-wood",
      ),
      process("sludge-incinerator", /污泥(?:焚烧|发电|.{0,4}热电)|sludge incinerat/i, "", sludges),
      process("reactor", /核能|核电|nuclear/i, "", ""),
    ],
  },
  {
    industries: ["4411", "4412"],
    usual: "limestone-scrubber",
    reads: "plant",
    processes: [
      process("limestone-scrubber", /石灰石|石膏/, "fgd-gypsum", sorbents),
      process("ammonia-scrubber", /氨法|ammonia (?:scrub|desulph)/i, "ammonium-sulphate", ""),
    ],
  },
  {
    industries: ["3011"],
    usual: "kiln",
    reads: "plant",
    processes: [
      process("kiln", /窑|熟料|新型干法|kiln|clinker/i, "", `carbide-slag lime-mud ${sludges} HW`),
      // Only the wet process bears the alkali of red mud in the raw meal.
      process("wet-kiln", /湿法|wet[- ]process/i, "", "red-mud"),
      process("grinding", /粉磨|微粉|slag powder|grinding/i, "", ""),
    ],
  },
  {
    industries: ["3216"],
    usual: "alumina-refinery",
    reads: "plant",
    processes: [
      process("alumina-refinery", /氧化铝|alumina/i, "red-mud", "carbide-slag lime-mud"),
      process("ash-to-alumina", /粉煤灰提|高铝粉煤灰|alumina from (?:fly )?ash/i, "", "fly-ash"),
      process("smelter", /电解|再生铝|electroly|secondary alumini/i, "aluminium-dross", "scrap-aluminium"),
    ],
  },
  {
    industries: ["3024"],
    usual: null,
    reads: "plant-and-listings",
    processes: [
      process("gypsum-board", /石膏板|石膏建材|石膏制品|gypsum ?board|plasterboard/i, "", gypsums),
      process(
        "aerated-concrete",
        /加气|砌块|ALC|墙板|轻质混凝土|aerated/i,
        "",
        `fly-ash boiler-slag carbide-slag lime-mud ${tailings} fgd-gypsum`,
      ),
    ],
  },
  {
    industries: ["3031"],
    usual: null,
    reads: "plant-and-listings",
    processes: [
      process("gangue-kiln", /矸石/, "", "gangue"),
      process(
        "ash-block",
        /粉煤灰|灰渣|加气|砌块|墙体?材|炉渣|aerated/i,
        "",
        "fly-ash boiler-slag incinerator-slag gasifier-slag fgd-gypsum carbide-slag lime-mud",
      ),
      process("tailings-brick", /尾矿|tailings/i, "", tailings),
      process("sludge-kiln", /污泥|sludge/i, "", sludges),
      process("oil-sand-washing", /洗砂|油泥/, "", "oily-sludge"),
    ],
  },
  {
    industries: ["3039", "3011"],
    usual: null,
    reads: "plant-and-listings",
    processes: [
      process("ash-mill", /粉煤灰|电厂.*渣|fly ash/i, "", "fly-ash boiler-slag"),
      process("slag-mill", /矿渣|水渣|高炉渣|blast-furnace slag/i, "", "granulated-slag slag-powder"),
      process("steel-slag-works", /钢渣|steel slag/i, "", "steel-slag"),
      process("road-material", /赤泥|red mud/i, "", "red-mud"),
      process("tailings-works", /尾矿|tailings/i, "", tailings),
    ],
  },
  {
    industries: ["4620"],
    usual: "municipal",
    reads: "plant-and-area",
    processes: [
      process("municipal", /城镇|生活污水|市政/, "sewage-sludge", ""),
      process("industrial", /工业废水|化工|石化|印染|纺织|治理厂|industrial (?:waste)?water/i, "", ""),
      process("polishing", /再生水|中水|reclaimed water/i, "", ""),
    ],
  },
  {
    industries: ["2511"],
    usual: "refinery",
    reads: "plant",
    processes: [
      process("refinery", /炼油|refinery/i, "", "MA11"),
      process("coal-to-hydrogen", /煤制氢|煤气化|coal-to-hydrogen|gasification/i, "MA10", ""),
      process("fuel-cell", /燃料电池/, "", "MA11 fuel-cell-hydrogen"),
    ],
  },
  {
    industries: ["2621"],
    usual: "own-hydrogen",
    reads: "plant",
    processes: [
      process("own-hydrogen", /煤气化|gasification/i, "", ""),
      process("by-product-hydrogen", /副产氢|by-product hydrogen/i, "", "MA11"),
      process("fuel-cell", /燃料电池/, "", "fuel-cell-hydrogen"),
    ],
  },
  {
    industries: ["2614", "2613", "2619"],
    usual: "hydrogenation",
    reads: "plant",
    processes: [
      process("hydrogenation", /加氢|hydrogenat/i, "", "MA11"),
      process("fuel-cell", /燃料电池|加氢站/, "", "fuel-cell-hydrogen"),
    ],
  },
];

type Side = "gives" | "takes";

/** What is known of a plant's processes. */
export interface PlantProcesses {
  /** Processes that words tell of, in the order of the table. */
  readonly told: readonly string[];
  /** Streams that its processes do not give, and do not take. */
  readonly never: Readonly<Record<Side, ReadonlySet<string>>>;
}

/** What is written about a plant. */
export interface PlantTexts {
  /** Its names and notes. */
  readonly plant: string;
  /** What its point is taken from: registers of power plants are kept by fuel. */
  readonly register: string;
  /** Where it stands, as the source says. */
  readonly area: string;
  /** What its listings say. */
  readonly listings: string;
  /** Streams it is on record to give or take: whatever it is called, it does. */
  readonly documented: (side: Side) => ReadonlySet<string>;
}

const none: ReadonlySet<string> = new Set();
export const noProcesses: PlantProcesses = { told: [], never: { gives: none, takes: none } };

const streams = (list: string) => (list === "" ? [] : list.split(" "));

/**
 * The processes of a plant of an industry (GB/T 4754, four digits) by what is written about it, else the usual one of
 * its trade. A stream that some process of the trade gives (takes), but none of this plant's, is one it never gives
 * (takes).
 */
export function processesOf(industryCode: string | null, texts: PlantTexts): PlantProcesses {
  const asked = questions.filter(({ industries }) => industries.includes(industryCode ?? ""));
  if (asked.length === 0) return noProcesses;
  const told: string[] = [];
  const never = { gives: new Set<string>(), takes: new Set<string>() };
  for (const question of asked) {
    const found = processesNamed(question, textFor(question, texts));
    told.push(...found.map(({ id }) => id));
    const usual = question.processes.filter(({ id }) => id === question.usual);
    const own = found.length > 0 ? found : usual;
    if (own.length === 0) continue;
    for (const side of ["gives", "takes"] as const) {
      const able = new Set(own.flatMap((each) => streams(each[side])));
      for (const stream of question.processes.flatMap((each) => streams(each[side])))
        if (!able.has(stream) && !texts.documented(side).has(stream)) never[side].add(stream);
    }
  }
  return { told, never };
}

const mostTexts = 20_000;
const namedByText = new Map<Question, Map<string, readonly Process[]>>();

/** What a text tells of, remembered: an evaluation reads the same plants again and again. */
function processesNamed(question: Question, text: string): readonly Process[] {
  const known = namedByText.get(question) ?? new Map<string, readonly Process[]>();
  namedByText.set(question, known);
  const named = known.get(text) ?? question.processes.filter(({ words }) => words.test(text));
  if (known.size < mostTexts) known.set(text, named);
  return named;
}

function textFor({ reads }: Question, { plant, register, area, listings }: PlantTexts): string {
  const besides = {
    plant: "",
    "plant-and-register": register,
    "plant-and-area": area,
    "plant-and-listings": listings,
  };
  return `${plant} ${besides[reads]}`;
}

/** Whether the processes of an industry's plants are told apart at all. */
export function isToldApart(industryCode: string | null): boolean {
  return questions.some(({ industries }) => industries.includes(industryCode ?? ""));
}

/** Streams under which a thing is known: its substances, else its code. */
export function streamsOf(code: string, substances: readonly string[]): readonly string[] {
  return substances.length > 0 ? substances : [code];
}

/** Whether a plant's processes give (take) none of these streams. */
export function isRuledOut({ never }: PlantProcesses, side: Side, wanted: readonly string[]): boolean {
  return never[side].size > 0 && wanted.length > 0 && wanted.every((stream) => never[side].has(stream));
}
