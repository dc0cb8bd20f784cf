import { durationsMs } from "#client/model/tokens.ts";

/** Moves the marks between the map (share 0) and the relation view (share 1), in frames or at once. */
export class LayoutChange {
  readonly #tell: (share: number) => void;
  #share: number;
  #frame: number | null = null;

  constructor(share: 0 | 1, tell: (share: number) => void) {
    this.#share = share;
    this.#tell = tell;
  }

  get share(): number {
    return this.#share;
  }

  to(target: 0 | 1, isAtOnce: boolean): void {
    this.stop();
    if (this.#share === target) return;
    if (isAtOnce) return this.#set(target);
    const start = performance.now();
    const from = this.#share;
    const step = () => {
      const time = Math.min(1, (performance.now() - start) / durationsMs.layoutChange);
      const eased = time < 0.5 ? 2 * time * time : 1 - 2 * (1 - time) ** 2;
      this.#set(time === 1 ? target : from + (target - from) * eased);
      this.#frame = time === 1 ? null : requestAnimationFrame(step);
    };
    this.#frame = requestAnimationFrame(step);
  }

  stop(): void {
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    this.#frame = null;
  }

  #set(share: number): void {
    this.#share = share;
    this.#tell(share);
  }
}
