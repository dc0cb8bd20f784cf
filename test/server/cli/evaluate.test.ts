import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runCli } from "#test/support/run-cli.ts";

const folder = mkdtempSync(join(tmpdir(), "gongsheng-evaluate-"));
const head = "case,donor_industry,donor_text,resource_text,resource_codes,receiver_industry";
const rows = [
  "a,3511,power,fly ash,100102,2351",
  "a,3511,power,steam,353011,1711",
  "b,3511,power,coal fly ash,100102;382140,2351",
  "b,1711,paper,sludge,030305,0161",
  "c,3511,power,ash,100101,2351",
  "c,2410,steel,slag,100201,2351",
  "c,2410,steel,,,2351",
];

async function evaluate(name: string, lines: readonly string[]) {
  writeFileSync(join(folder, name), `${lines.join("\n")}\n`);
  const out = join(folder, `${name}.json`);
  const { code, stdout, stderr } = await runCli(["evaluate", "--cases", join(folder, name), "--out", out]);
  return { code, stdout, stderr, report: code === 0 ? readFileSync(out, "utf8") : "" };
}

describe("evaluate --cases", () => {
  test("writes each figure with its interval, and reads nothing that is written of receiver, use or treatment", async () => {
    const plain = await evaluate("plain.csv", [head, ...rows]);
    expect(plain).toMatchObject({ code: 0, stderr: "" });
    const report = JSON.parse(plain.report) as Record<string, unknown>;
    expect(report).toMatchObject({ n: 6, left: 1, cases: 3, seed: 1, split: "case" });
    for (const name of ["method", "baselines", "recallCeiling", "failures"])
      expect(report).toHaveProperty(name);
    expect(report).toHaveProperty("method.mrr", {
      value: expect.any(Number) as number,
      low: expect.any(Number) as number,
      high: expect.any(Number) as number,
    });
    const telling = rows.map((row, nth) => `${row},receiver ${row.split(",").at(-1)},use ${nth}`);
    const told = await evaluate("told.csv", [`${head},receiver,final_use`, ...telling]);
    expect(told.report).toBe(plain.report);
  });

  test("reads the industries as the classification that is named, and names the two it knows", async () => {
    const path = join(folder, "scheme.csv");
    writeFileSync(path, `${[head, ...rows].join("\n")}\n`);
    const read = async (scheme: string) => runCli(["evaluate", "--cases", path, "--industries", scheme]);
    const [nace, chinese, other] = await Promise.all([read("nace"), read("gbt4754"), read("isic")]);
    expect([nace.code, chinese.code]).toEqual([0, 0]);
    expect(nace.stdout).not.toBe(chinese.stdout);
    expect(other).toMatchObject({ code: 2 });
    expect(other.stderr).toContain("--industries must be one of nace, gbt4754");
  });

  test("names the columns that a file lacks", async () => {
    const { code, stderr } = await evaluate("bare.csv", ["case,resource_text", "a,ash"]);
    expect(code).toBe(1);
    expect(stderr).toContain("line 1 lacks the columns donor_industry, donor_text, resource_codes");
  });
});
