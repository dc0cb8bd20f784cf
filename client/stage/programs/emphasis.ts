/**
 * What stands out now. The programs read `fade` as a uniform, so that fading all other marks and lines costs nothing:
 * only the few that change their own strength are refreshed.
 */
export interface Emphasis {
  /** 0 = everything strong, 1 = all but the lit ones faded. */
  fade: 0 | 1;
}

/** Strength of one item: 0 fades with the rest, 1 stays, 2 is the selected or hovered one itself. */
export type Strength = 0 | 1 | 2;
