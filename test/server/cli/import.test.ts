import { copyFile, cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { Issue } from "#graph/schema/checks/issue.ts";
import { openStore } from "#graph/store/open-store.ts";
import { runCli, temporaryFolder } from "#test/support/run-cli.ts";
import { repositoryRoot } from "#test/support/source-files.ts";
import { recordKinds } from "#graph/schema/records/records.ts";

const seeds = join(repositoryRoot, "seeds", "shandong-jiangsu");
const enterprises = join(seeds, "enterprises.csv");

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let filled: string;

let firstImport: Awaited<ReturnType<typeof runCli>>;

beforeAll(async () => {
  folder = await temporaryFolder();
  filled = join(folder.path, "filled.sqlite");
  firstImport = await runCli(["import", "seeds/shandong-jiangsu", "--store", `sqlite:${filled}`]);
});
afterAll(async () => {
  await folder[Symbol.asyncDispose]();
});

/** A copy of the filled store, so that tests do not see each other's imports. */
async function copyOfFilled(name: string): Promise<string> {
  const path = join(folder.path, `${name}.sqlite`);
  await copyFile(filled, path);
  return `sqlite:${path}`;
}

describe("import", () => {
  test("of the shipped folder into a new store takes every record", () => {
    const { code, stdout, stderr } = firstImport;
    expect({ code, stderr: stderr.replaceAll(/^\(warning\).*\n/gm, "") }).toEqual({ code: 0, stderr: "" });
    const inserted = Number(/^inserted (\d+), updated 0, unchanged 0; network version 1$/m.exec(stdout)?.[1]);
    expect(inserted).toBeGreaterThanOrEqual(269 + 691 + 390 + 366 + 107);
  });

  test("of the same folder again changes nothing", async () => {
    const store = await copyOfFilled("again");
    const { code, stdout } = await runCli(["import", "seeds/shandong-jiangsu", "--store", store]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^inserted 0, updated 0, unchanged \d+; network version 1$/m);
  });

  test("of a changed row updates that one and makes version 2", async () => {
    const store = await copyOfFilled("changed");
    const path = join(folder.path, "enterprises.csv");
    const text = await readFile(enterprises, "utf8");
    await writeFile(
      path,
      text.replace("Household waste of Langxi county", "Waste of households in Langxi county"),
    );
    const { code, stdout } = await runCli(["import", path, "--store", store]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^inserted 0, updated 1, unchanged 690; network version 2$/m);
  });

  test("works from another folder and takes relative paths from there", async () => {
    await cp(seeds, join(folder.path, "records"), { recursive: true });
    const { code, stdout } = await runCli(["import", "records", "--store", "sqlite:elsewhere.sqlite"], {
      cwd: folder.path,
    });
    expect(code).toBe(0);
    expect(stdout).toContain("network version 1");
    const check = await runCli(["check"], {
      cwd: folder.path,
      env: { GONGSHENG_STORE: "sqlite:elsewhere.sqlite" },
    });
    expect(check.code).toBe(0);
    expect(check.stdout).toMatch(/^sound: \d+ records/);
  });

  test("with --dry-run checks and counts but makes no store", async () => {
    const store = `sqlite:${join(folder.path, "dry.sqlite")}`;
    const { code, stdout } = await runCli([
      "import",
      "seeds/shandong-jiangsu",
      "--dry-run",
      "--store",
      store,
    ]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/nothing was written: .*parks 269, enterprises 691, exchanges 390, listings 366/);
    expect((await runCli(["check", "--store", store])).stderr).toContain("there is no store");
  });

  test("of bad rows names file, line, column, value and reason, and imports nothing", async () => {
    const store = await copyOfFilled("bad");
    const path = join(folder.path, "bad", "exchanges.csv");
    await cp(join(seeds, "exchanges.csv"), path);
    const [header = "", first = "", second = "", ...rest] = (await readFile(path, "utf8")).split("\n");
    const faulty = [first.replace("sd-rz-power", "nobody"), second.replace("SW10", "SW99-nonsense")];
    await writeFile(path, [header, ...faulty, ...rest].join("\n"));
    const report = join(folder.path, "report.json");
    const { code, stdout, stderr } = await runCli(
      ["import", "bad/exchanges.csv", "--store", store, "--report", "report.json"],
      { cwd: folder.path },
    );
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/^bad\/exchanges\.csv:2 supplier_?[iI]d "nobody" \S+/m);
    expect(stderr).toMatch(/^bad\/exchanges\.csv:3 resource_?[cC]ode "SW99-nonsense" \S+/m);
    expect(stderr).toMatch(/nothing was imported: \d+ faults$/m);
    const { issues } = z.object({ issues: z.array(Issue) }).parse(JSON.parse(await readFile(report, "utf8")));
    expect(issues.filter(({ severity }) => severity === "error")).toMatchObject([
      { file: "bad/exchanges.csv", line: 2, value: "nobody" },
      { file: "bad/exchanges.csv", line: 3, value: "SW99-nonsense" },
    ]);
    expect((await runCli(["check", "--store", store])).stdout).toContain("network version 1");
  });

  test("of sixty bad rows shows fifty and the number of all", async () => {
    const path = join(folder.path, "sixty", "exchanges.csv");
    await cp(join(seeds, "exchanges.csv"), path);
    const lines = (await readFile(path, "utf8")).split("\n");
    await writeFile(
      path,
      lines
        .map((line, row) =>
          row >= 1 && row <= 60 ? line.replace(",t/a,", ",bushel,").replace(",operating,", ",asleep,") : line,
        )
        .join("\n"),
    );
    const { code, stderr } = await runCli([
      "import",
      path,
      "--dry-run",
      "--store",
      await copyOfFilled("sixty"),
    ]);
    expect(code).toBe(1);
    const shown = stderr.split("\n").filter((line) => line.includes("exchanges.csv:"));
    expect(shown).toHaveLength(50);
    expect(stderr).toMatch(/^… and \d+ more, \d+ in all; see them with --report <path>$/m);
  });

  test.each([
    ["a missing path", "nowhere", "nowhere cannot be read (no such file or folder)"],
    ["a folder without CSV", ".", ". holds no CSV file"],
  ])("of %s fails in one sentence", async (_what, path, sentence) => {
    await using empty = await temporaryFolder();
    const { code, stderr } = await runCli(["import", path, "--dry-run"], { cwd: empty.path });
    expect({ code, stderr }).toEqual({ code: 1, stderr: `error: ${sentence}\n` });
  });
});

describe("import of what clerks save", () => {
  const header = "id,name_zh,kind,evidence_grade,source_kind,confidence";

  async function fileOf(name: string, text: string): Promise<string> {
    const path = join(folder.path, name, "enterprises.csv");
    await mkdir(join(folder.path, name), { recursive: true });
    await writeFile(path, text);
    return path;
  }

  /** An enterprise as a store holds it. */
  async function recordOf(url: string, id: string): Promise<object | null> {
    await using store = await openStore(url);
    return await store.readRecord("enterprises", id);
  }

  test("a file with fewer columns changes its columns alone, and the dry run says old and new", async () => {
    const store = await copyOfFilled("fewer");
    const before = await recordOf(store, "sd-lubei-phosphate");
    const path = await fileOf("fewer", "id,note\nsd-lubei-phosphate,核对过\n");
    const dry = await runCli(["import", path, "--dry-run", "--store", store]);
    expect(dry.stdout).toMatch(/^enterprises sd-lubei-phosphate note_zh: .+ → "核对过"$/m);
    expect(dry.stdout).toMatch(/would insert 0, update 1 \(clearing 0 fields\), leave 0 unchanged$/m);
    const done = await runCli(["import", path, "--store", store]);
    expect(done.stdout).toMatch(/^inserted 0, updated 1, unchanged 0; network version 2$/m);
    expect(done.stdout).toMatch(/^1 fields changed, 0 of them cleared$/m);
    expect(await recordOf(store, "sd-lubei-phosphate")).toEqual({ ...before, noteZh: "核对过" });
  });

  test("a blank cell clears, and is counted", async () => {
    const path = await fileOf("blank", "id,industry_zh\nsd-lubei-phosphate,\n");
    const { stdout } = await runCli(["import", path, "--dry-run", "--store", await copyOfFilled("blank")]);
    expect(stdout).toMatch(/^enterprises sd-lubei-phosphate industry_zh: ".+" → —$/m);
    expect(stdout).toContain("update 1 (clearing 1 fields)");
  });

  test("an id that gets an entirely different name is warned of", async () => {
    const path = await fileOf("other", `${header}\nsd-rz-power,完全不同的公司,plant,press,entered,low\n`);
    const { code, stderr } = await runCli([
      "import",
      path,
      "--dry-run",
      "--store",
      await copyOfFilled("other"),
    ]);
    expect(code).toBe(0);
    expect(stderr).toMatch(
      /^\(warning\) .*enterprises\.csv:2 name_zh "完全不同的公司" .*entirely different name/m,
    );
  });

  test("one fault is one, in Chinese as well, and a report may be a table", async () => {
    const path = await fileOf("one", `${header}\nx1,甲,车间,press,entered,low\n`);
    const report = join(folder.path, "report.csv");
    const store = await copyOfFilled("one");
    const english = await runCli(["import", path, "--store", store]);
    expect(english.stderr).toMatch(/^nothing was imported: 1 fault$/m);
    const { stderr } = await runCli(["import", path, "--store", store, "--report", report], {
      env: { LANG: "zh_CN.UTF-8" },
    });
    expect(stderr).toMatch(/enterprises\.csv:2 kind "车间" 应为以下之一：工厂（plant）、/);
    expect(stderr).toMatch(/^未导入任何内容：1 处错误$/m);
    const [head, row] = (await readFile(report, "utf8")).split("\r\n");
    expect(head).toContain("reason_zh,reason_en");
    expect(row).toMatch(/^error,.*enterprises\.csv,2,kind,车间,应为以下之一/);
  });

  test("a report where no folder is, or in the place of a folder, is refused in one sentence", async () => {
    const path = await fileOf("place", `${header}\nx1,甲,车间,press,entered,low\n`);
    const store = await copyOfFilled("place");
    for (const [report, why] of [
      [join(folder.path, "nowhere", "r.json"), "no such file or folder"],
      [folder.path, "this is a folder, not a file"],
    ] as const) {
      const { code, stderr } = await runCli(["import", path, "--store", store, "--report", report]);
      expect(code).toBe(1);
      expect(stderr).toMatch(new RegExp(`^error: .* cannot be written \\(${why}\\)$`, "m"));
    }
  });

  test("files that programs hide in a folder are left out, a workbook gets the way to save it", async () => {
    const path = await fileOf("hidden", `${header}\nx1,甲,plant,press,entered,low\n`);
    await writeFile(join(folder.path, "hidden", "._enterprises.csv"), Uint8Array.of(0, 5, 22));
    await writeFile(join(folder.path, "hidden", "~$enterprises.csv"), Uint8Array.of(5, 0));
    const store = await copyOfFilled("hidden");
    const { code } = await runCli(["import", join(folder.path, "hidden"), "--dry-run", "--store", store]);
    expect(code).toBe(0);
    const workbook = path.replace(/csv$/, "xlsx");
    await writeFile(workbook, "PK");
    const { stderr } = await runCli(["import", workbook, "--dry-run", "--store", store]);
    expect(stderr).toContain("save each sheet as CSV UTF-8");
  });

  test("a template is written once, and imports as it is", async () => {
    const templates = join(folder.path, "模板");
    const { code, stdout } = await runCli(["template", templates]);
    expect(code).toBe(0);
    expect(stdout).toContain("企业.csv");
    const store = `sqlite:${join(folder.path, "template.sqlite")}`;
    const done = await runCli(["import", templates, "--store", store]);
    expect(done).toMatchObject({ code: 0, stderr: "" });
    const [, inserted] = /^inserted (\d+), updated 0, unchanged 0;/.exec(done.stdout) ?? [];
    expect(Number(inserted)).toBeGreaterThanOrEqual(recordKinds.length);
    const again = await runCli(["template", templates]);
    expect(again).toMatchObject({ code: 1, stderr: expect.stringMatching(/already: name another folder$/m) });
    expect((await runCli(["import", "--help"])).stdout).toContain("supplier_id* 供方编号");
  });
});
