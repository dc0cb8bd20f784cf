import { assert, integer, property, stringMatching } from "fast-check";
import { describe, expect, it } from "vitest";
import { linesOf } from "#client/stage/export/text-lines.ts";

/** Every character one wide, Chinese two. */
const widthOf = (text: string) => text.length + text.replaceAll(/\P{Script=Han}/gu, "").length;

const squeezed = (text: string) => text.replaceAll(/\s/g, "");

describe("lines of a text", () => {
  it("nothing is lost and nothing is wider than the room, whatever the text", () => {
    const text = stringMatching(/^[a-z层物质，、；:0-9 =&?/]{0,80}$/);
    assert(
      property(text, integer({ min: 6, max: 40 }), (some, room) => {
        const lines = linesOf(some, room, widthOf);
        expect(squeezed(lines.join(""))).toBe(squeezed(some));
        // A mark that may not begin a line hangs over the end of the one before.
        for (const line of lines)
          expect(widthOf(line.replace(/[，；、。：）”,;\s]+$/u, ""))).toBeLessThanOrEqual(room);
      }),
    );
  });

  it("English breaks at spaces, Chinese between characters, an address after its separators", () => {
    expect(linesOf("exchanges between known parks", 18, widthOf)).toEqual([
      "exchanges between",
      "known parks",
    ]);
    expect(linesOf("物质能量水", 6, widthOf)).toEqual(["物质能", "量水"]);
    expect(linesOf("http://host/?layer=water&tab=graph", 26, widthOf)).toEqual([
      "http://host/?layer=water&",
      "tab=graph",
    ]);
  });
});
