import type { TaggedRecord } from "#graph/schema/records/records.ts";
import { makeEnterprise, makeExchange, makePark } from "#test/fixtures/small-network.ts";

const parks = 20;

/** A network whose every record says in which import it was written last; each import adds an enterprise, too. */
export function* numberedImport(
  generation: number,
  { enterprises, exchanges } = { enterprises: 400, exchanges: 1600 },
): Generator<TaggedRecord> {
  const note = `generation ${generation}`;
  for (let n = 0; n < exchanges; n += 1) {
    const ends = { supplierId: `e${n % enterprises}`, receiverId: `e${(7 * n + 1) % enterprises}` };
    yield { kind: "exchanges", record: makeExchange(`x${n}`, { ...ends, quantityNoteZh: note }) };
  }
  for (let n = 0; n < enterprises + generation; n += 1)
    yield { kind: "enterprises", record: makeEnterprise(`e${n}`, { parkId: `p${n % parks}`, noteZh: note }) };
  for (let n = 0; n < parks; n += 1) yield { kind: "parks", record: makePark(`p${n}`, { noteZh: note }) };
}
