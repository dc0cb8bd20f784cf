import type { Issue } from "#graph/schema/checks/issue.ts";
import type { RecordKind } from "#graph/schema/records/records.ts";
import type { Text } from "#graph/schema/text.ts";
import { halfWidth } from "./characters.ts";
import { columnAliases, columnWord } from "./column-words.ts";
import type { Column } from "./column.ts";
import { columnsByKind } from "./columns.ts";

/** Where each column stands in a file: index into a row's cells, -1 where the file leaves it out. */
export interface Header {
  readonly positions: readonly number[];
  /** Cells that stand for a text in both languages: each is read into the language it is written in. */
  readonly shared: ReadonlySet<number>;
  readonly width: number;
  /** Cells of the header without a name. */
  readonly unnamed: readonly number[];
  readonly faults: readonly HeaderFault[];
  /** Columns a new record needs and the file leaves out. */
  readonly missing: readonly Column[];
  /** False where rows cannot be read: the column of the key is missing or a column stands twice. */
  readonly isUsable: boolean;
}

interface HeaderFault {
  readonly code: Issue["code"];
  readonly severity: Issue["severity"];
  readonly column: string;
  readonly reason: Text;
}

/** Column names of a kind, own and Chinese, each with the index of its column. */
const namesByKind = new Map<RecordKind, ReadonlyMap<string, number>>();

function namesOf(kind: RecordKind): ReadonlyMap<string, number> {
  let names = namesByKind.get(kind);
  if (names === undefined) {
    names = new Map(
      columnsByKind[kind].flatMap(({ name }, index) =>
        [name, ...columnAliases(kind, name)].map((each) => [each, index] as const),
      ),
    );
    namesByKind.set(kind, names);
  }
  return names;
}

/** Texts in both languages that a file may give as one column (`note` for `note_zh` and `note_en`), by its name. */
function sharedNames(columns: readonly Column[]): ReadonlyMap<string, readonly [zh: number, en: number]> {
  const indexOf = new Map(columns.map(({ name }, index) => [name, index]));
  return new Map(
    columns.flatMap(({ name, required }, zh) => {
      const base = name.replace(/_zh$/, "");
      const en = indexOf.get(`${base}_en`);
      return required || base === name || en === undefined ? [] : [[base, [zh, en]] as const];
    }),
  );
}

/** A header cell as it is compared: half-width, lower case, without a remark in brackets or a star for "required". */
function plainName(cell: string): string {
  return halfWidth(cell.replaceAll("\ufeff", ""))
    .replace(/\(.*\)$|[*:]+$|^[*]+/g, "")
    .trim()
    .toLowerCase()
    .replaceAll(" ", "_");
}

/** How many cells name a column of the kind; 0 where the column of the key is not among them. */
export function countKnownNames(cells: readonly string[], kind: RecordKind): number {
  const names = namesOf(kind);
  const found = new Set(
    cells.map((cell) => names.get(plainName(cell))).filter((index) => index !== undefined),
  );
  return found.has(0) ? found.size : 0;
}

/** Matches the header of a file with the columns of its kind, which may bear their Chinese names. */
export function readHeader(cells: readonly string[], kind: RecordKind): Header {
  const columns = columnsByKind[kind];
  const names = namesOf(kind);
  const positions = columns.map(() => -1);
  const faults: HeaderFault[] = [];
  const own: string[] = [];
  const unnamed: number[] = [];
  const shared = new Set<number>();
  const pairs = sharedNames(columns);
  let isTwice = false;
  cells.forEach((cell, at) => {
    const name = plainName(cell);
    const pair = pairs.get(name);
    const index = names.get(name);
    const meant = pair ?? (index === undefined ? [] : [index]);
    if (name === "") unnamed.push(at);
    else if (meant.length === 0) own.push(name);
    else if (meant.some((each) => (positions[each] ?? -1) >= 0)) {
      faults.push(twice(name));
      isTwice = true;
    }
    if (pair !== undefined) shared.add(at);
    for (const each of meant) positions[each] = at;
  });
  const absent = columns.filter((_, index) => positions[index] === -1);
  faults.unshift(...own.map((name) => ownColumn(name, absent)));
  const missing = absent.filter(({ required }) => required);
  return {
    positions,
    shared,
    width: cells.length,
    unnamed,
    faults,
    missing,
    isUsable: !isTwice && positions[0] !== -1,
  };
}

const twice = (column: string): HeaderFault => ({
  code: "unknown-column",
  severity: "error",
  column,
  reason: { zh: "表头中该列出现了两次", en: "the column stands twice in the header" },
});

/** A column of the user's own is left aside, and said so; one that only looks misspelled is refused. */
function ownColumn(column: string, absent: readonly Column[]): HeaderFault {
  const meant = absent.find(({ name }) => isMisspelling(column, name));
  if (meant !== undefined)
    return {
      code: "unknown-column",
      severity: "error",
      column,
      reason: {
        zh: `未知的列：是否应为 ${meant.name}？`,
        en: `unknown column: is ${meant.name} meant?`,
      },
    };
  return {
    code: "unknown-column",
    severity: "warning",
    column,
    reason: {
      zh: "该列不属于此类文件，未读取",
      en: "this column is none of this kind of file and was not read",
    },
  };
}

/** Whether one letter of a name is wrong, missing or too much, or two neighbours changed places. */
function isMisspelling(given: string, name: string): boolean {
  if (name.length < 4 || Math.abs(given.length - name.length) > 1) return false;
  let start = 0;
  while (start < given.length && given[start] === name[start]) start += 1;
  const [left, right] = [given.slice(start), name.slice(start)];
  return (
    left.slice(1) === right.slice(1) ||
    left === right.slice(1) ||
    left.slice(1) === right ||
    (left.slice(2) === right.slice(2) && left[0] === right[1] && left[1] === right[0])
  );
}

/** The fault of a file that leaves out what a new record needs. */
export function missingColumn({ name }: Column, newcomer: string | null): HeaderFault {
  const word = columnWord(name) ?? name;
  return {
    code: "missing-column",
    severity: "error",
    column: name,
    reason:
      newcomer === null
        ? { zh: `文件缺少 ${name}（${word}）列`, en: `the file needs a column ${name}` }
        : {
            zh: `文件缺少 ${name}（${word}）列：${newcomer} 是新记录，必须填写`,
            en: `the file needs a column ${name}, for ${newcomer} is not in the store yet`,
          },
  };
}
