/*
 * Work over many records in pieces, so that a thread that also answers requests can turn in between. Whoever has no one
 * waiting runs it to its end.
 */

/** Work that pauses where it yields and ends with a result. */
export type Steps<T> = Generator<void, T>;

/** Items between two pauses: well below a millisecond of light work. */
const stepLength = 1000;

/** Does something with each item, in order. */
export function* forEachInSteps<T>(
  items: readonly T[],
  work: (item: T, position: number) => void,
): Steps<void> {
  for (let start = 0; start < items.length; start += stepLength) {
    const end = Math.min(start + stepLength, items.length);
    for (let position = start; position < end; position++) work(items[position] as T, position);
    yield;
  }
}

export function runToEnd<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
