/** Candidates listed in a place's panel and drawn dotted while the place is selected. */
export const candidatesOfPlace = 8;
/** Candidates of the whole region drawn when the overlay is on. */
export const candidatesDrawn = 30;
/** Listed while nothing is selected: a varied handful out of the best ones. */
export const candidatesListed = 5;
export const candidatesSurveyed = 120;
