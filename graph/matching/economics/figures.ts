import type { Band, YuanFigure } from "#graph/schema/answers/economics.ts";
import { middleOf, shareOf } from "./statistics.ts";

const surely = 0.8;

/** Four significant digits: more would pretend. */
export const significant = (value: number) => Number(value.toPrecision(4));

/** A figure with its 80 % band, as much wider as is needed to hold the figure: of a lopsided input it may lie at an end. */
export function bandOf(best: number, draws: Float64Array): Band {
  const { low, high } = middleOf(draws);
  return {
    low: significant(Math.min(best, low)),
    best: significant(best),
    high: significant(Math.max(best, high)),
  };
}

/** Money: its numbers are told only where at most half of it rests on assumptions. */
export function yuanFigure(best: number, draws: Float64Array, assumedShare: number): YuanFigure {
  const above = shareOf(draws, (value) => value > 0);
  return {
    sign: above >= surely ? "gain" : above <= 1 - surely ? "loss" : "open",
    band: isTellable(assumedShare) ? bandOf(best, draws) : null,
    assumedShare: significant(assumedShare),
  };
}

export const isTellable = (assumedShare: number) => assumedShare <= 0.5;
