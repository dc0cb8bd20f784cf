/** How a mark is drawn that is not filled by a class (−1 to 1): without a measure, and where a measure has no value. */
export const fillSigns = { plain: 2, none: 3 } as const;
