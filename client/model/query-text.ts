/** Characters a query may carry as they are; the address stays readable. */
const plain: readonly (readonly [string, string])[] = [
  ["%3A", ":"],
  ["%2C", ","],
  ["%7E", "~"],
];

/** Flat text values, no JSON: an address people can read and edit. */
export function writeQuery(search: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(search).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string",
  );
  const text = plain.reduce(
    (text, [code, sign]) => text.replaceAll(code, sign),
    new URLSearchParams(given).toString(),
  );
  return text === "" ? "" : `?${text}`;
}
