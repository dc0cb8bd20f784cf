/** Order of ids by code point, whatever the machine's language. */
export const compare = (left: string, right: string) => (left < right ? -1 : left > right ? 1 : 0);
