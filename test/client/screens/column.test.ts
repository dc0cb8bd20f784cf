import { describe, expect, it } from "vitest";
import { groupLines, sortRows, text, type Column } from "#client/screens/table/column.ts";

interface Row {
  readonly name: string;
  readonly flow: number | null;
}

const columns: readonly Column<Row>[] = [
  text("name", "name", 100, ({ name }) => name),
  { id: "flow", title: "flow", width: 80, isNumber: true, value: ({ flow }) => flow },
];
const rows: readonly Row[] = [
  { name: "苏州", flow: 2 },
  { name: "常州", flow: null },
  { name: "南京", flow: 10 },
  { name: "济南", flow: 2 },
];
const chinese = new Intl.Collator("zh-CN");
const namesBy = (column: string, descending: boolean) =>
  sortRows(rows, columns, [{ column, descending }], chinese).map(({ name }) => name);

describe("sorting rows", () => {
  it("keeps the given order where no column is named, or an unknown one", () => {
    expect(sortRows(rows, columns, [], chinese)).toBe(rows);
    expect(namesBy("nonsense", true)).toEqual(["苏州", "常州", "南京", "济南"]);
  });

  it("sorts numbers as numbers, ties in the given order, the unknown last either way", () => {
    expect(namesBy("flow", true)).toEqual(["南京", "苏州", "济南", "常州"]);
    expect(namesBy("flow", false)).toEqual(["苏州", "济南", "南京", "常州"]);
  });

  it("sorts what is equal in one column by the next", () => {
    const byBoth = [
      { column: "flow", descending: true },
      { column: "name", descending: false },
    ];
    expect(sortRows(rows, columns, byBoth, chinese).map(({ name }) => name)).toEqual([
      "南京",
      "济南",
      "苏州",
      "常州",
    ]);
  });

  it("sorts Chinese names by their pinyin", () => {
    expect(namesBy("name", false)).toEqual(["常州", "济南", "南京", "苏州"]);
  });
});

describe("grouping rows", () => {
  const byFlow: Column<Row> = { ...text("flow", "flow", 80, ({ flow }) => flow), groups: true };
  const linesWith = (closed: readonly (string | null)[]) =>
    groupLines(rows, byFlow, new Set(closed), chinese).map((line) =>
      line.kind === "row" ? line.row.name : `${line.label} ${line.count} ${line.isOpen ? "open" : "closed"}`,
    );

  it("puts each row under the head of its value, in the given order, those without a value last", () => {
    expect(linesWith([])).toEqual(["10 1 open", "南京", "2 2 open", "苏州", "济南", "null 1 open", "常州"]);
  });

  it("shows of a closed group the head alone, which still counts its rows", () => {
    expect(linesWith(["2", null])).toEqual(["10 1 open", "南京", "2 2 closed", "null 1 closed"]);
  });
});
