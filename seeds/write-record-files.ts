import { closeSync, mkdirSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { writeRecordCsv } from "#graph/formats/records/write-records.ts";
import type { RecordByKind, RecordKind, TaggedRecord } from "#graph/schema/records/records.ts";

/** Characters gathered before they are written. */
const chunkLength = 256 * 1024;

/** Writes records that come kind after kind as `<kind>.csv` files into a folder, one record in memory at a time. */
export function writeRecordFiles(records: Iterator<TaggedRecord>, folder: string): void {
  mkdirSync(folder, { recursive: true });
  let head = records.next();
  function* ofKind<K extends RecordKind>(kind: K): Generator<RecordByKind[K]> {
    for (; head.done !== true && head.value.kind === kind; head = records.next())
      yield head.value.record as RecordByKind[K];
  }
  while (head.done !== true) {
    const { kind } = head.value;
    writeChunks(join(folder, `${kind}.csv`), writeRecordCsv(kind, ofKind(kind)));
  }
}

function writeChunks(path: string, pieces: Iterable<string>): void {
  const file = openSync(path, "w");
  try {
    let chunk = "";
    for (const piece of pieces) {
      chunk += piece;
      if (chunk.length < chunkLength) continue;
      writeSync(file, chunk);
      chunk = "";
    }
    writeSync(file, chunk);
  } finally {
    closeSync(file);
  }
}
