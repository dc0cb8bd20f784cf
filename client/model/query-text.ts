/** Characters a query may carry as they are; the address stays readable. */
const plain: readonly (readonly [string, string])[] = [
  ["%3A", ":"],
  ["%2C", ","],
  ["%7E", "~"],
];

/** A query string taken apart: a key that is given several times has several texts. */
export type QueryText = Readonly<Record<string, string | readonly string[]>>;

/** Reads any query string; what is not valid percent-encoded UTF-8 comes as U+FFFD. */
export function readQuery(text: string): QueryText {
  const parameters = new URLSearchParams(text);
  const keys = [...new Set(parameters.keys())];
  return Object.fromEntries(
    keys.map((key) => {
      const [first = "", ...others] = parameters.getAll(key);
      return [key, others.length === 0 ? first : [first, ...others]];
    }),
  );
}

/** Flat text values, no JSON: an address people can read and edit. */
export function writeQuery(search: QueryText): string {
  const given = Object.entries(search).flatMap(([key, values]) =>
    [values].flat().map((value): [string, string] => [key, value]),
  );
  const text = plain.reduce(
    (text, [code, sign]) => text.replaceAll(code, sign),
    new URLSearchParams(given).toString(),
  );
  return text === "" ? "" : `?${text}`;
}
