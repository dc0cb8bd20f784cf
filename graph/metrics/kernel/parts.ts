/**
 * A kernel whose work falls into parts, which threads may share: each part gives sums of its own, and these are added in
 * the order of the parts, so that the result has the same bytes however many threads there are.
 */
export interface PartKernel<I> {
  /** Unlike that of any other kernel. */
  readonly name: string;
  /** Numbers that a part gives. */
  lengthOf(input: I): number;
  /** Opens memory to work with; the function puts the sums of one part, from 0 to `parts - 1`, into `out`, which is all 0. */
  open(input: I): (part: number, parts: number, out: Float64Array) => void;
}

/** Who works on parts. */
export interface Crew {
  /** Calls `take` with the sums of each part, in the order of the parts; they are gone after the call. */
  run<I extends object>(
    kernel: PartKernel<I>,
    input: I,
    parts: number,
    take: (sums: Float64Array) => void,
  ): void;
}

/** One part after the other in this thread. */
export const alone: Crew = {
  run(kernel, input, parts, take) {
    const work = kernel.open(input);
    const sums = new Float64Array(kernel.lengthOf(input));
    for (let part = 0; part < parts; part++) {
      sums.fill(0);
      work(part, parts, sums);
      take(sums);
    }
  },
};

let crew: Crew = alone;

/** From now on this crew works for this thread. What kernels return does not depend on it. */
export function employ(next: Crew): void {
  crew = next;
}

/** Numbers in all parts together, so that large networks have fewer of them and not more memory. */
const mostNumbers = 16_000_000;
const mostParts = 16;

/** Works all parts of a kernel out. */
export function inParts<I extends object>(
  kernel: PartKernel<I>,
  input: I,
  take: (sums: Float64Array) => void,
): void {
  const parts = Math.floor(mostNumbers / Math.max(1, kernel.lengthOf(input)));
  crew.run(kernel, input, Math.min(mostParts, Math.max(4, parts)), take);
}

/** The members of a list that belong to a part. */
export function shareOf(list: Uint32Array, part: number, parts: number): Uint32Array {
  const size = Math.ceil(list.length / parts);
  return list.subarray(part * size, (part + 1) * size);
}

/** Adds `from[first + k]` times a factor to `sums[k]`. */
export function addTo(sums: Float64Array, from: Float64Array, first = 0, factor = 1): void {
  for (let index = 0; index < sums.length; index++)
    sums[index] = (sums[index] as number) + (from[first + index] as number) * factor;
}
