import { describe, expect, test } from "vitest";
import { runCli } from "#test/support/run-cli.ts";

const commandNames = ["serve", "import", "export", "check", "metrics", "candidates"] as const;

describe("help", () => {
  test("lists every command in Chinese and English", async () => {
    const { code, stdout, stderr } = await runCli(["--help"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    for (const name of commandNames)
      expect(stdout).toMatch(new RegExp(`^ {2}${name} +[^\\n]*\\p{Script=Han}[^\\n]* / [a-z]`, "mu"));
  });

  test.each(commandNames)("of %s names its options, --store and both languages", async (name) => {
    const { code, stdout } = await runCli([name, "--help"]);
    expect(code).toBe(0);
    expect(stdout).toContain(`gongsheng ${name}`);
    expect(stdout).toContain("--store <url>");
    expect(stdout).toMatch(/\p{Script=Han}/u);
  });
});

describe("a wrong call ends with code 2 and one sentence", () => {
  test.each([
    [["fly"], "there is no command 'fly'"],
    [["check", "--colour"], "Unknown option '--colour'"],
    [["check", "extra"], "check takes no operand 'extra'"],
    [["import"], "import needs <file or folder…>"],
    [["export", "--format", "csv"], "--out is missing"],
    [["export", "--out", "x"], "--format is missing"],
    [["export", "--format", "xls", "--out", "x"], "--format: expected one of csv, graphml, node-link"],
    [["metrics", "--layer", "gold"], "--layer: expected distinct members of material, energy, water"],
    [["metrics", "--year-from", "19"], "--year-from: expected a year such as 2024"],
    [["metrics", "--pooled", "perhaps"], "--pooled: "],
    [["metrics", "--year-from", "2020", "--year-to", "2010"], "--year-from is after --year-to"],
    [["candidates", "--limit", "-1"], "--limit"],
    [["candidates", "--limit", "0"], "--limit: expected a whole number of at least 1"],
    [["serve", "--port", "70000"], "--port: expected a port from 0 to 65535"],
    [["serve", "--port", "1", "--port", "2"], "--port is given twice"],
    [["serve", "--dev", "--api-only"], "--dev and --api-only exclude each other"],
    [["check", "--store", "gold:mine"], '"gold:mine" is not a store address'],
  ])("%j", async (words, sentence) => {
    const { code, stdout, stderr } = await runCli(words);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^error: /);
    expect(stderr).toContain(sentence);
    expect(stderr.trimEnd().split("\n").length).toBeLessThanOrEqual(2);
    expect(stderr).not.toContain("    at ");
  });

  test("no command at all shows the help on stderr", async () => {
    const { code, stdout, stderr } = await runCli([]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("candidates");
  });
});

describe("the environment", () => {
  test("every faulty setting is named at once", async () => {
    const { code, stderr } = await runCli(["check"], {
      env: { GONGSHENG_STORE: "nowhere", GONGSHENG_PORT: "http", GONGSHENG_LOG_LEVEL: "loud" },
    });
    expect(code).toBe(2);
    for (const name of ["GONGSHENG_STORE", "GONGSHENG_PORT", "GONGSHENG_LOG_LEVEL"])
      expect(stderr).toContain(name);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  });

  test("a Chinese locale gets Chinese sentences", async () => {
    const { code, stderr } = await runCli(["check", "--colour"], { env: { LANG: "zh_CN.UTF-8" } });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^错误: /);
    expect(stderr).toContain("用 --help 查看用法");
  });
});
