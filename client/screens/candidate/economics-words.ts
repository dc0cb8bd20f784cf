import type { Band, Economics } from "#graph/schema/answers/economics.ts";
import type { Words } from "#client/ui/use-words.ts";

/** Whole numbers: the prices behind them are no finer. */
export const whole = ({ count }: Words, value: number): string => count(Math.round(value) + 0);

/** A figure with its band, in whole numbers; alone where the band is no wider than that. */
export function bandText(words: Words, band: Band): string {
  const figures = {
    low: whole(words, band.low),
    best: whole(words, band.best),
    high: whole(words, band.high),
  };
  return figures.low === figures.high ? figures.best : words.t("economics.band", figures);
}

/** The range of prices in which both gain; where its numbers are not told, who would pay. */
export function corridorWords(words: Words, { floor, ceiling }: NonNullable<Economics["corridor"]>): string {
  const { t } = words;
  if (floor.band !== null && ceiling.band !== null)
    return t("economics.corridorText", {
      floor: whole(words, floor.band.best),
      ceiling: whole(words, ceiling.band.best),
    });
  return t(ceiling.sign === "loss" ? "economics.corridor.supplier" : "economics.corridor.either");
}
