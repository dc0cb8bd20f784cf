import { describe, expect, test } from "vitest";
import { columnAliases } from "#graph/formats/records/column-words.ts";
import { columnsByKind } from "#graph/formats/records/columns.ts";
import { kindOfFile } from "#graph/formats/records/file-names.ts";
import { Evidence } from "#graph/schema/records/evidence.ts";
import { recordKinds, recordSchemas } from "#graph/schema/records/records.ts";

describe("columns of record files", () => {
  test.each(recordKinds)("every field of %s has exactly one column", (kind) => {
    const fields = columnsByKind[kind].filter((column) => column.part === "record");
    const known = Object.keys(recordSchemas[kind].shape).filter(
      (field) => field !== "evidence" && field !== "quantity",
    );
    expect(fields.map((column) => column.field).sort()).toEqual(known.sort());
    const evidence = columnsByKind[kind].filter((column) => column.part === "evidence");
    expect(evidence.map((column) => column.field).sort()).toEqual(Object.keys(Evidence.shape).sort());
    const names = columnsByKind[kind].map((column) => column.name);
    expect(new Set(names).size).toBe(names.length);
  });

  test.each(recordKinds)("every column of %s has a Chinese name, and no two have the same", (kind) => {
    const names = columnsByKind[kind].flatMap(({ name }) => {
      const aliases = columnAliases(kind, name);
      expect(aliases).not.toEqual([]);
      return [name, ...aliases];
    });
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  test("the base name of a file tells its kind, in any folder and letter case", () => {
    expect(kindOfFile("seeds/x/parks.csv")).toBe("parks");
    expect(kindOfFile("C:\\data\\Listings.CSV")).toBe("listings");
    expect(kindOfFile("parks (1).csv")).toBe("parks");
    expect(kindOfFile("parks - 副本 (2).csv")).toBe("parks");
    expect(kindOfFile("企业.csv")).toBe("enterprises");
    expect(kindOfFile("exchanges.txt")).toBe("exchanges");
    expect(kindOfFile("my-parks.csv")).toBeNull();
    expect(kindOfFile("parks.csv.bak")).toBeNull();
    expect(kindOfFile("parks.xlsx")).toBeNull();
  });
});
