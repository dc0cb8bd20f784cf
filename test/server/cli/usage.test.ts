import { describe, expect, test } from "vitest";
import { UsageError } from "#server/commands/command.ts";
import { parseCall } from "#server/commands/parse-arguments.ts";
import { commandNames, loadCommand } from "#server/commands/table.ts";
import { runCli } from "#test/support/run-cli.ts";

describe("help", () => {
  test("lists the agreed commands in Chinese and English", async () => {
    const { code, stdout, stderr } = await runCli(["--help"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(commandNames).toEqual([
      "serve",
      "work",
      "import",
      "template",
      "export",
      "check",
      "metrics",
      "analyse",
      "candidates",
      "gaps",
      "estimates",
      "potential",
      "why-not",
      "what-if",
      "evaluate",
      "copy",
      "backup",
      "restore",
    ]);
    for (const name of commandNames)
      expect(stdout).toMatch(new RegExp(`^ {2}${name} +[^\\n]*\\p{Script=Han}[^\\n]* / [a-z]`, "mu"));
  });

  test("of copy, which takes two stores, tells how to name them", async () => {
    const { stdout } = await runCli(["copy", "--help"]);
    expect(stdout).toContain("gongsheng copy <from> <to>");
    expect(stdout).not.toContain("--store");
  });

  test.each(commandNames.filter((name) => !["analyse", "copy", "template"].includes(name)))(
    "of %s names its options, --store and both languages",
    async (name) => {
      const { code, stdout } = await runCli([name, "--help"]);
      expect(code).toBe(0);
      expect(stdout).toContain(`gongsheng ${name}`);
      expect(stdout).toContain("--store <url>");
      expect(stdout).toMatch(/\p{Script=Han}/u);
    },
  );
});

describe("a wrong call ends with code 2 and one sentence", () => {
  test.each([
    [["fly"], "there is no command 'fly'"],
    [["check", "--colour"], "Unknown option '--colour'"],
    [["metrics", "--layer", "gold"], "--layer: expected distinct members of material, energy, water"],
    [["evaluate"], "name one of --network and --cases"],
    [["evaluate", "--network", "--protocol", "luck"], "--protocol must be one of exchange, receiver"],
    [["evaluate", "--network", "--seed", "x"], "--seed must be a whole number"],
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

  // The rest in this process: the ones above show that a UsageError ends with code 2.
  test.each([
    ["check extra", "check takes no operand 'extra'"],
    ["import", "import needs <file or folder…>"],
    ["import seeds --dry-run=yes", "Option '--dry-run' does not take an argument"],
    ["export --format csv", "--out is missing"],
    ["export --out x", "--format is missing"],
    [
      "export --format xls --out x",
      "--format: expected one of csv, nodes.csv, edges.csv, graphml, node-link",
    ],
    ["metrics --year-from 19", "--year-from: expected a year such as 2024"],
    ["metrics --pooled perhaps", "--pooled: "],
    ["metrics --year-from 2020 --year-to 2010", "--year-from is after --year-to"],
    ["candidates --limit -1", "--limit"],
    ["candidates --limit 0", "--limit: expected a whole number of at least 1"],
    ["candidates --limit", "--limit"],
    ["candidates --as-of 2026-02-30", "--as-of: expected a day from 2000-01-01 to 2049-12-31"],
    ["candidates --as-of 2206年8月14日", "--as-of: expected a day from 2000-01-01 to 2049-12-31"],
    ["candidates --province 11", "--province: expected distinct members of 37, 32"],
    ["candidates --gates closed", "--gates: expected one of open, blocked, all"],
    ["candidates --list none", "--list: expected one of between-parks, same-park, hypothesis, with-total"],
    ["copy sqlite:a", "copy needs two store addresses, <from> and <to>"],
    ["copy sqlite:a sqlite:b sqlite:c", "copy needs two store addresses, <from> and <to>"],
    ["backup", "backup needs <file>"],
    ["backup a b", "one file is enough, 'b' is too much"],
    ["restore a b", "one file is enough, 'b' is too much"],
    ["serve --port 70000", "--port: expected a port from 0 to 65535"],
    ["serve --public-url name.example", "--public-url: expected addresses such as https://name.example"],
    ["serve --port 1 --port 2", "--port is given twice"],
    ["serve --dev --api-only", "--dev and --api-only exclude each other"],
  ])("%s", async (line, sentence) => {
    const call = callCommand(line);
    await expect(call).rejects.toBeInstanceOf(UsageError);
    await expect(call).rejects.toThrow(sentence);
  });
});

async function callCommand(line: string) {
  const [name = "", ...words] = line.split(" ");
  const command = await loadCommand(name);
  if (command === null) throw new Error(`no command ${name}`);
  const { options, operands } = parseCall(command, words);
  const silent = { out: () => {}, err: () => {}, draw: () => {} };
  return await command.run({
    options,
    operands,
    config: {
      storeUrl: "sqlite:unused.sqlite",
      storePassword: undefined,
      host: "127.0.0.1",
      publicUrls: [],
      queue: null,
      port: 0,
      logLevel: "silent",
      startedByNpm: false,
    },
    terminal: { language: "en", isScreen: false, cwd: "/", ...silent },
  });
}

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

  test("a number below zero is a value that is refused as such", async () => {
    const { code, stderr } = await runCli(["candidates", "--limit", "-1"]);
    expect(code).toBe(2);
    expect(stderr).toContain("--limit: expected a whole number of at least 1");
  });

  test.each([
    ["metrics no.such --store sqlite:/none/x", /^错误: 没有存储 sqlite:\/none\/x：/],
    ["no-such", /^错误: 没有命令 'no-such'：/],
    ["check --colour", /^错误: 没有选项 '--colour'$/m],
    ["candidates --limit -1", /^错误: --limit：应为不小于 1 的整数$/m],
    ["export --format xml --out x", /^错误: --format：应为 /],
    ["export --format csv --out x --status gone", /^错误: --status：/],
    ["import nowhere.csv", /^错误: 无法读取 nowhere\.csv（没有这个文件或文件夹）$/m],
    ["check --store ftp://x", /^错误: .*不是存储地址/],
    ["serve --port x", /^错误: --port：/],
  ])("in Chinese, %s is told without an English word", async (line, sentence) => {
    const { stderr } = await runCli(line.split(" "), { env: { LANG: "zh_CN.UTF-8" } });
    expect(stderr).toMatch(sentence);
    expect(stderr.replaceAll(/`[^`]*`|'[^']*'|"[^"]*"|--[a-z-]+/g, "")).not.toMatch(/[a-z]{3,} [a-z]{3,}/);
  });

  test("a Chinese locale gets Chinese sentences", async () => {
    const { code, stderr } = await runCli(["check", "--colour"], { env: { LANG: "zh_CN.UTF-8" } });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^错误: /);
    expect(stderr).toContain("用 --help 查看用法");
  });
});
