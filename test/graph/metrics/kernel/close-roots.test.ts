import { describe, expect, it } from "vitest";
import { perronPair } from "#graph/metrics/kernel/dense/perron.ts";
import { dominantRoot } from "#graph/metrics/kernel/dominant-root.ts";
import { hits } from "#graph/metrics/kernel/hits.ts";
import { castToSimple } from "#graph/projection/graphs/csr.ts";

/** A web of weighted links; castToSimple keeps them in order of source and target. */
function webOf(nodeCount: number, links: readonly (readonly [number, number, number])[]) {
  const sorted = links.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
  const { csr } = castToSimple({
    nodeCount,
    sources: Uint32Array.from(sorted, ([source]) => source),
    targets: Uint32Array.from(sorted, ([, target]) => target),
  });
  return { csr: { ...csr, nodeCount }, weights: Float64Array.from(sorted, ([, , weight]) => weight) };
}

describe("roots that lie close together", () => {
  it.each([1e-3, 1e-6, 1e-8])("of a matrix, 2 %f apart, are told apart", (apart) => {
    // [[1, δ], [δ, 1 + δ]]: root 1 + δ (1 + √5)/2, vector (1, φ) with φ the golden ratio.
    const golden = (1 + Math.sqrt(5)) / 2;
    const { root, vector } = perronPair(Float64Array.of(1, apart, apart, 1 + apart), 2);
    expect(root).toBeCloseTo(1 + apart * golden, 14);
    expect((vector[1] ?? 0) / (vector[0] ?? 1)).toBeCloseTo(golden, 6);
  });

  it("of two rings with a weak bridge each way: the vector is the one of the matrix, not that of its start", () => {
    // Rings 0-1 of weight 1 and 2-3 of weight 1 + δ, bridges of weight δ: x as above, each end of a ring half of it.
    const golden = (1 + Math.sqrt(5)) / 2;
    const [apart, ring] = [
      1e-7,
      (weight: number, a: number, b: number) =>
        [
          [a, b, weight],
          [b, a, weight],
        ] as const,
    ];
    const web = webOf(4, [
      ...ring(1, 0, 1),
      ...ring(1 + apart, 2, 3),
      ...[
        [0, 2],
        [1, 3],
      ].flatMap(([a = 0, b = 0]) => ring(apart, a, b)),
    ]);
    const { vector } = dominantRoot(web);
    const length = Math.sqrt(2 * (1 + golden * golden));
    for (const [node, expected] of [1, 1, golden, golden].entries())
      expect(vector?.[node]).toBeCloseTo(expected / length, 7);
  });

  it("of two suppliers with one receiver in common: the hubs are those of the matrix", () => {
    // A Aᵀ = 1 + δ [[0, 1], [1, 2 + 2δ]]: hubs 1 to 1 + √2 but for a part of δ.
    const apart = 1e-6;
    const found = hits(
      webOf(4, [
        [0, 2, 1],
        [1, 2, apart],
        [1, 3, 1 + apart],
      ]),
    );
    expect((found?.hubs[1] ?? 0) / (found?.hubs[0] ?? 1)).toBeCloseTo(1 + Math.SQRT2, 5);
    // Closer than rounding tells apart: no one pair of vectors.
    expect(
      hits(
        webOf(4, [
          [0, 2, 1],
          [1, 2, 1e-9],
          [1, 3, 1 + 1e-9],
        ]),
      ),
    ).toBeNull();
  });

  it("of a ring that supplies a nearly as strong one: what runs down is summed to the end", () => {
    // Ring 0-1 of root 1 gives ring 2-3 of root 1 − δ one unit: x_2 = x_3 = x_0/(2δ) but for terms of order 1.
    const apart = 1e-6;
    const web = webOf(4, [
      [0, 1, 1],
      [1, 0, 1],
      [2, 3, 1 - apart],
      [3, 2, 1 - apart],
      [1, 2, 1],
    ]);
    const { vector } = dominantRoot(web);
    const [x2, x3] = [1 / (1 - (1 - apart) ** 2), (1 - apart) / (1 - (1 - apart) ** 2)];
    expect((vector?.[2] ?? 0) / (vector?.[0] ?? 1) / x2).toBeCloseTo(1, 8);
    expect((vector?.[3] ?? 0) / (vector?.[0] ?? 1) / x3).toBeCloseTo(1, 8);
  });
});
