import type { Economics } from "#graph/schema/answers/economics.ts";
import { bandOf, isTellable, significant, yuanFigure } from "./figures.ts";
import { assumedShareOf, atBest, drawsOf, sumOf, type Input, type Term } from "./model.ts";
import { flipsOf, swingsOf, widthOf } from "./sensitivity.ts";
import { shareOf } from "./statistics.ts";
import { datumOf, missingWords } from "./words.ts";
import type { Missing } from "./value-terms.ts";

export interface SurplusCase {
  readonly terms: readonly Term[];
  /** Length of the way; a surplus has one. */
  readonly route: Input | null;
  readonly tonnes: { readonly best: number; readonly draws: Float64Array } | null;
  /** Resource fit, taken as the probability that the use works. */
  readonly fit: number;
  /** Whether the use works, drawn apart: works where the number is under the fit. */
  readonly luck: Float64Array;
}

type Surplus = Pick<
  Economics,
  | "surplus"
  | "surplusPerYear"
  | "pays"
  | "paysAndFits"
  | "breakEvenKm"
  | "corridor"
  | "tornado"
  | "decisive"
  | "missing"
>;

export function noSurplus(missing: readonly Missing[]): Surplus {
  const [first] = missing.map((each) => missingWords[each]);
  return {
    surplus: null,
    surplusPerYear: null,
    pays: null,
    paysAndFits: null,
    breakEvenKm: null,
    corridor: null,
    tornado: [],
    decisive:
      first === undefined
        ? null
        : {
            nameZh: first.name.zh,
            nameEn: first.name.en,
            howZh: first.how.zh,
            howEn: first.how.en,
            flips: null,
          },
    missing: missing.map((each) => missingWords[each].name),
  };
}

export function surplusOf({ terms, route, tonnes, fit, luck }: SurplusCase): Surplus {
  const [best, draws, assumedShare] = [sumOf(terms, atBest), drawsOf(terms), assumedShareOf(terms)];
  const yearly = tonnes && draws.map((yuan, world) => yuan * (tonnes.draws[world] ?? Number.NaN));
  return {
    surplus: yuanFigure(best, draws, assumedShare),
    surplusPerYear: tonnes && yearly && yuanFigure(best * tonnes.best, yearly, assumedShare),
    pays: significant(shareOf(draws, (yuan) => yuan > 0)),
    paysAndFits: significant(shareOf(draws, (yuan, world) => yuan > 0 && (luck[world] ?? 1) < fit)),
    breakEvenKm: route === null ? null : breakEvenOf(terms, route),
    corridor: corridorOf(terms),
    tornado: tornadoOf(terms, isTellable(assumedShare)),
    decisive: decisiveOf(terms, fit),
    missing: [],
  };
}

/** Where the surplus, which falls in a straight line with the way, is 0; 0 where it is below 0 from the first km. */
function breakEvenOf(terms: readonly Term[], route: Input): Economics["breakEvenKm"] {
  const perKm = terms.filter(({ inputs }) => inputs.includes(route));
  const rest = terms.filter((term) => !perKm.includes(term));
  if (perKm.length === 0) return null;
  const ofOneKm = perKm.map((term) => ({ ...term, inputs: term.inputs.filter((input) => input !== route) }));
  const [value, cost] = [drawsOf(rest), drawsOf(ofOneKm)];
  const reach = (yuan: number, yuanPerKm: number) => Math.max(0, yuan / -yuanPerKm);
  return bandOf(
    reach(sumOf(rest, atBest), sumOf(ofOneKm, atBest)),
    value.map((yuan, world) => reach(yuan, cost[world] ?? Number.NaN)),
  );
}

/**
 * The supplier gains from minus what disposal costs it, the receiver up to what the use saves it less the haul. Null where
 * the book has both in one figure: nothing tells then who gains how much.
 */
function corridorOf(terms: readonly Term[]): Economics["corridor"] {
  const ofSide = (side: Term["side"]) => terms.filter((term) => term.side === side);
  if (ofSide("both").length > 0) return null;
  const floor = ofSide("supplier").map((term): Term => ({ ...term, sign: term.sign === 1 ? -1 : 1 }));
  const figureOf = (part: readonly Term[]) =>
    yuanFigure(sumOf(part, atBest), drawsOf(part), assumedShareOf(part));
  return { floor: figureOf(floor), ceiling: figureOf(ofSide("receiver")) };
}

const bars = 3;

function tornadoOf(terms: readonly Term[], isTold: boolean): Economics["tornado"] {
  const swings = swingsOf(terms);
  const whole = swings.reduce((sum, swing) => sum + widthOf(swing), 0);
  return swings
    .filter((swing) => widthOf(swing) > 0)
    .slice(0, bars)
    .map((swing) => {
      const { name } = datumOf(swing.input);
      return {
        nameZh: name.zh ?? "",
        nameEn: name.en,
        swing: significant(widthOf(swing) / whole),
        low: isTold ? significant(swing.low) : null,
        high: isTold ? significant(swing.high) : null,
      };
    });
}

function decisiveOf(terms: readonly Term[], fit: number): Economics["decisive"] {
  const [first] = flipsOf(terms, fit);
  if (first === undefined || first.flips === 0) return null;
  const { name, how } = datumOf(first.input);
  return {
    nameZh: name.zh ?? "",
    nameEn: name.en,
    howZh: how.zh,
    howEn: how.en,
    flips: significant(first.flips),
  };
}
