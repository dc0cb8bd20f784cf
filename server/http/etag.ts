import { createHash } from "node:crypto";

/**
 * A strong entity tag: equal parts give equal bytes. The parts are the network version, when it was imported
 * and the class of the viewer, the product version, the day (candidates expire), path and normalised query, and the content coding, since a strong tag speaks of the very bytes.
 */
export function etagOf(parts: readonly (string | number)[]): string {
  const text = JSON.stringify(parts);
  return `"${createHash("sha256").update(text).digest("base64url").slice(0, 27)}"`;
}

/** Whether `If-None-Match` names the tag. `*` is left to the caller: it asks whether there is anything at all. */
export function namesTag(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  return ifNoneMatch.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag);
}
