import { expect, test } from "vitest";
import { columnsByKind } from "#graph/formats/records/columns.ts";
import { readRecordFiles } from "#graph/formats/records/read-records.ts";
import { describeColumns, templateFiles } from "#graph/formats/records/template.ts";
import { checkRecords } from "#graph/schema/checks/check-network.ts";
import { emptyNetwork } from "#graph/schema/records/network.ts";
import { recordKinds } from "#graph/schema/records/records.ts";

test("the templates, as they are, are a sound network without a doubt", () => {
  const files = templateFiles().map(({ name, text }) => ({ name, bytes: new TextEncoder().encode(text) }));
  const { records, issues, locate } = readRecordFiles(files);
  expect(issues).toEqual([]);
  expect(new Set(records.map(({ kind }) => kind))).toEqual(new Set(recordKinds));
  expect(checkRecords(records, emptyNetwork, locate, 2026)).toEqual([]);
});

test("each has a byte order mark for table programs and a Chinese name for every column", () => {
  for (const { name, text } of templateFiles()) {
    expect(name).toMatch(/^\p{Script=Han}+\.csv$/u);
    const [header = ""] = text.split("\r\n");
    expect(header).toMatch(/^\uFEFF(?:\p{Script=Han}+\*?,)+\p{Script=Han}+\*?$/u);
  }
});

test("the list of columns names all of every kind", () => {
  const list = describeColumns().join("\n");
  for (const kind of recordKinds)
    for (const { name } of columnsByKind[kind]) expect(list).toMatch(new RegExp(`\\b${name}\\b`));
});
