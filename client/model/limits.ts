/** Candidates listed in a place's panel and drawn dotted while the place is selected. */
export const candidatesOfPlace = 8;
/** Candidates of the whole region: drawn when the overlay is on, and listed while nothing is selected. */
export const candidatesDrawn = 30;
export const candidatesListed = 3;
