import { castToSimple, type Csr } from "#graph/projection/graphs/csr.ts";
import { readSeed } from "#seeds/read-seed.ts";
import { synthesize } from "#seeds/synthesize.ts";

/** The path graph of a synthetic province, and a made-up weight a link; the same on every machine. */
export interface Province {
  readonly name: string;
  readonly csr: Csr;
  readonly weights: Float64Array;
}

export function makeProvince(enterprises: number, exchanges: number): Province {
  const resources = readSeed().flatMap(({ kind, record }) => (kind === "resources" ? [record] : []));
  const parks = Math.ceil(enterprises / 33);
  const records = [...synthesize({ parks, enterprises, listings: 0, exchanges, seed: 1, resources })];
  const positions = new Map<string, number>();
  for (const { kind, record } of records)
    if (kind === "enterprises") positions.set(record.id, positions.size);
  const ends = records.flatMap(({ kind, record }) =>
    kind === "exchanges"
      ? [[positions.get(record.supplierId) ?? 0, positions.get(record.receiverId) ?? 0]]
      : [],
  );
  const { csr } = castToSimple({
    nodeCount: positions.size,
    sources: Uint32Array.from(ends, ([source]) => source ?? 0),
    targets: Uint32Array.from(ends, ([, target]) => target ?? 0),
  });
  const weights = Float64Array.from(csr.targets, (_, link) => 1 + ((link * 7919) % 1000));
  return { name: `${enterprises / 1000}k/${exchanges / 1000}k`, csr, weights };
}
