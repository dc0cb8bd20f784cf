import { createHash } from "node:crypto";
import { SymbiosisError } from "#graph/errors.ts";

/** The list a cursor belongs to: it is of no use under another network version, day, class of viewer, path or query. */
export interface CursorScope {
  readonly networkVersion: number;
  readonly list: string;
}

/**
 * Opaque cursor: network version, position and a check over both and the list. The check finds damage and mix-ups; it
 * keeps no secret, since a position grants nothing that the list itself does not show, and so cursors outlive a restart
 * and work behind a balancer.
 */
export function encodeCursor(scope: CursorScope, offset: number): string {
  const plain = `${scope.networkVersion}.${offset}`;
  return Buffer.from(`${plain}.${checkOf(scope, plain)}`).toString("base64url");
}

/** Position behind a cursor; throws `invalid-cursor` for anything this list and version did not hand out. */
export function decodeCursor(scope: CursorScope, cursor: string): number {
  const text = Buffer.from(cursor, "base64url").toString("utf8");
  const [version = "", offset = ""] = text.split(".");
  const isOurs = /^\d{1,15}$/.test(offset) && encodeCursor(scope, Number(offset)) === cursor;
  if (isOurs) return Number(offset);
  const isStale = /^\d{1,15}$/.test(version) && Number(version) !== scope.networkVersion;
  throw new SymbiosisError(
    "invalid-cursor",
    isStale
      ? `The cursor belongs to another network version than ${scope.networkVersion}; start again from the first page`
      : "The cursor was not handed out for this list; start again from the first page",
    {
      details: [
        { pointer: "cursor", message: isStale ? "is of another network version" : "is not one of ours" },
      ],
    },
  );
}

function checkOf(scope: CursorScope, plain: string): string {
  return createHash("sha256")
    .update(JSON.stringify([scope.list, plain]))
    .digest("base64url")
    .slice(0, 16);
}
