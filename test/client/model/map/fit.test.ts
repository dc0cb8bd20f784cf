import { array, assert, double, property, record } from "fast-check";
import { describe, expect, it } from "vitest";
import { fitPoints, freeFrame, isSeen, type Box } from "#client/model/map/fit.ts";

const stage = { width: 700, height: 720 };
const legend: Box = { left: 12, top: 480, right: 248, bottom: 708 };
const buttons: Box = { left: 656, top: 560, right: 688, bottom: 708 };
const margin = 20;

const screenOf = (fit: { x: number; y: number; scale: number }, { x, y }: { x: number; y: number }) => ({
  x: stage.width / 2 + (x - fit.x) * fit.scale,
  y: stage.height / 2 - (y - fit.y) * fit.scale,
});

const coordinate = double({ min: -10, max: 10, noNaN: true });
const points = array(record({ x: coordinate, y: coordinate }), { minLength: 1, maxLength: 40 });

describe("fitting a picture beside what covers the stage", () => {
  it("every point is in view and under nothing, whatever the points", () => {
    assert(
      property(points, (some) => {
        const fit = fitPoints({ points: some, ...stage, covered: [legend, buttons], margin });
        if (fit === null) throw new Error("there is room");
        for (const point of some) {
          const { x, y } = screenOf(fit, point);
          // Points that share a cell of the search may be off by a sixtieth of the whole.
          const reach = margin / 2 - 4;
          expect(
            isSeen(
              { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach },
              { ...stage, covered: [legend, buttons] },
            ),
          ).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("a legend over an empty corner costs no scale", () => {
    const triangle = [
      { x: 0, y: 10 },
      { x: 10, y: 10 },
      { x: 10, y: 0 },
    ];
    const bare = fitPoints({ points: triangle, ...stage, covered: [], margin });
    const beside = fitPoints({ points: triangle, ...stage, covered: [legend], margin });
    expect(beside?.scale).toBe(bare?.scale);
    expect(bare?.scale).toBeCloseTo(660 / 10, 9);
  });

  it("a point alone, no point, and no room each have their answer", () => {
    const one = fitPoints({ points: [{ x: 3, y: 4 }], ...stage, covered: [], margin });
    expect([one?.x, one?.y]).toEqual([expect.closeTo(3, 6), expect.closeTo(4, 6)]);
    expect(fitPoints({ points: [], ...stage, covered: [], margin })).toBeNull();
    const all = { left: 0, top: 0, right: 700, bottom: 720 };
    expect(fitPoints({ points: [{ x: 3, y: 4 }], ...stage, covered: [all], margin })).toBeNull();
  });

  it("the free frame is the largest part beside the covers, the whole stage where nothing covers it", () => {
    expect(freeFrame({ ...stage, covered: [legend, buttons] })).toEqual({
      left: 0,
      top: 0,
      right: 700,
      bottom: 480,
    });
    expect(freeFrame({ ...stage, covered: [] })).toEqual({ left: 0, top: 0, right: 700, bottom: 720 });
  });
});
