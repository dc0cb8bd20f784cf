/**
 * Scales of the stage. Area of a disc and square of a width grow in proportion to their value, and both adapt to the
 * largest value that is drawn now, so that a filtered view stays readable.
 */
export type Scale = (value: number) => number;

const widest = 9;
const widthOfOne = 2.1;
const thinnest = 1.25;
const largestRadius = 15;
const radiusOfOne = 3.4;

/** Largest finite value, 0 where there is none. */
function peak(values: Iterable<number>): number {
  let top = 0;
  for (const value of values) if (Number.isFinite(value) && value > top) top = value;
  return top;
}

/** Line width in CSS px for a number of exchanges: √n, one exchange at most 2.1 px, the widest at most 9 px. */
export function countWidthScale(counts: Iterable<number>): Scale {
  const factor = Math.min(widthOfOne, widest / Math.sqrt(Math.max(1, peak(counts))));
  return (count) => Math.max(thinnest, factor * Math.sqrt(Math.max(0, count)));
}

/** Line width in CSS px for a flow of one layer: √flow, the widest 9 px, never under 1.25 px. */
export function flowWidthScale(flows: Iterable<number>): Scale {
  const top = peak(flows);
  return (flow) => (top === 0 ? thinnest : Math.max(thinnest, widest * Math.sqrt(Math.max(0, flow) / top)));
}

/** Radius in CSS px of a disc whose area is in proportion to the number of exchanges; the largest at most 15 px. */
export function radiusScale(counts: Iterable<number>): Scale {
  const factor = Math.min(radiusOfOne, largestRadius / Math.sqrt(Math.max(1, peak(counts))));
  return (count) => factor * Math.sqrt(Math.max(0, count));
}

/** Radius in CSS px of a disc whose area is in proportion to a value of a measure, whatever its sign; the farthest from 0 gets 15 px. */
export function measureRadiusScale(values: Iterable<number>): Scale {
  const top = peak([...values].map(Math.abs));
  return (value) => (top === 0 ? 0 : largestRadius * Math.sqrt(Math.abs(value) / top));
}

const steps = [1, 2, 5];

/** Two or three round values (1, 2 or 5 times a power of ten), largest first, from `top` down to a sixteenth of it or `smallest`. */
export function roundSamples(top: number, smallest = 1): number[] {
  const samples: number[] = [];
  for (const part of [1, 4, 16]) {
    const value = roundDown(top / part);
    if (value >= smallest && !samples.includes(value)) samples.push(value);
  }
  if (samples.length === 1) samples.push(smallest);
  return samples;
}

/** The largest 1, 2 or 5 times a power of ten that is not above `value`; 0 for 0 and less. */
function roundDown(value: number): number {
  if (value <= 0) return 0;
  const power = 10 ** Math.floor(Math.log10(value));
  const step = steps.findLast((candidate) => candidate * power <= value * (1 + 1e-12)) ?? 1;
  return step * power;
}
