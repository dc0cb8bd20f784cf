import { SymbiosisError, type ErrorDetail } from "#graph/errors.ts";

/** Longest query string that is read at all, characters. */
const longestQuery = 8000;

// Control characters have no place in any parameter; NUL cuts strings in C code further down.
// oxlint-disable-next-line no-control-regex
const controlCharacter = /[\u0000-\u001F\u007F]/;

/**
 * The parameters of a URL, each at most once, strictly decoded. Throws `invalid-request` naming every repeated or
 * undecodable parameter: Express would hand over an array or silently put U+FFFD in place.
 */
export function parseQuery(url: string): ReadonlyMap<string, string> {
  const start = url.indexOf("?");
  const text = start === -1 ? "" : url.slice(start + 1);
  if (text.length > longestQuery)
    throw new SymbiosisError("invalid-request", `The query is longer than ${longestQuery} characters`);
  const values = new Map<string, string>();
  const faults: ErrorDetail[] = [];
  for (const pair of text.split("&").filter((part) => part !== "")) {
    const [rawName = "", ...rest] = pair.split("=");
    const name = decode(rawName);
    const value = decode(rest.join("="));
    const pointer = (name ?? rawName).slice(0, 60);
    if (name === null || value === null)
      faults.push({ pointer, message: "is not valid percent-encoded UTF-8" });
    else if (controlCharacter.test(name + value))
      faults.push({ pointer, message: "has a control character" });
    else if (values.has(name)) faults.push({ pointer, message: "is given more than once" });
    else values.set(name, value);
  }
  if (faults.length > 0) throw invalidRequest(faults);
  return values;
}

/** The problem of a request whose parameters are at fault; the message names them. */
export function invalidRequest(faults: readonly ErrorDetail[]): SymbiosisError {
  const sentence = faults.map(({ pointer, message }) => `${pointer}: ${message}`).join("; ");
  return new SymbiosisError("invalid-request", sentence.slice(0, 1000), { details: faults.slice(0, 50) });
}

/** Same parameters, same text, in whatever order they came. */
export function normaliseQuery(values: ReadonlyMap<string, string>, without: readonly string[] = []): string {
  const pairs = [...values].filter(([name]) => !without.includes(name));
  const parameters = new URLSearchParams(pairs);
  parameters.sort();
  return parameters.toString();
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return null;
  }
}
