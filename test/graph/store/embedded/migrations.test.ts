import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, expect, test } from "vitest";
import { migrate } from "#graph/store/embedded/database.ts";
import { migrations } from "#graph/store/embedded/migrations.ts";
import { openStore } from "#graph/store/open-store.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "gongsheng-migrations-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const evidence = "'press', 'official', NULL, 'high', 2020, 'read on a page', 0";

/** A store of the first format with a network of one record a kind and more, as the first program wrote it. */
function makeFirstStore(path: string): void {
  const database = new Database(path);
  migrate(database, migrations.slice(0, 1));
  database.exec(`
    INSERT INTO imports VALUES (1, '2026-11-24T08:00:00.000Z', 'old', 8, 0, 0);
    INSERT INTO resources VALUES ('SW02', 'SW', NULL, '工业固体废物', 'material', '粉煤灰', 'fly ash', 0, 0, NULL, ${evidence});
    INSERT INTO resources VALUES ('SW02.1', 'SW', 'SW02', NULL, 'material', '灰', 'ash', 0, 0, 'a part', ${evidence});
    INSERT INTO parks VALUES ('p', '园', NULL, '37', '370100', NULL, NULL, '国家级经开区', NULL, NULL, NULL, NULL,
      '["循环化改造"]', 117, 36.6, 'county seat', 15, '["化工","steel"]', '[]', NULL, ${evidence});
    INSERT INTO enterprises VALUES ('a', '甲', NULL, 'plant', 'p', NULL, NULL, '370100', '37', '水泥', '3011', 'inferred',
      '某集团', NULL, NULL, NULL, '旧厂', ${evidence});
    INSERT INTO enterprises VALUES ('b', '乙', 'B', 'plant', NULL, NULL, NULL, '370100', '37', NULL, NULL, NULL, NULL,
      117.1, 36.5, 'plant point', 'moved in 2015', ${evidence});
    INSERT INTO exchanges VALUES ('x', 'a', 'b', 'SW02', '灰', NULL, 'material', 'by-product', 1, 't/a', 'reported', 1, 't/a',
      NULL, '约', 0, 'operating', 'trial run', 2020, NULL, NULL, ${evidence});
    INSERT INTO listings VALUES ('l', 'b', 'need', '["SW02"]', '灰', NULL, 'material', NULL, NULL, NULL, NULL, NULL, NULL, NULL,
      '干灰', 0, 'operating', NULL, NULL, NULL, NULL, 'public', ${evidence});
    INSERT INTO rules VALUES ('r', '灰', NULL, '["SW02"]', '[]', '水泥', NULL, NULL, '[]', '熟料', 1, NULL, '20-40%', NULL, NULL,
      NULL, 'as above', NULL, 0, 'stored', ${evidence});
    INSERT INTO factors VALUES ('f', '产率', NULL, '2', '% of steel', NULL, ${evidence});
  `);
  database.close();
}

test("a store of the first format keeps every record, each text in the language it is written in", async () => {
  const path = join(folder, "first.sqlite");
  makeFirstStore(path);
  await using store = await openStore(`sqlite:${path}`);
  const network = await store.readNetwork();
  expect(network.version).toBe(1);
  expect(await store.check()).toEqual([]);
  const [resource, part] = network.resources;
  expect(resource).toMatchObject({ groupZh: "工业固体废物", groupEn: null, noteZh: null, noteEn: null });
  expect(part).toMatchObject({ groupZh: null, groupEn: null, noteZh: null, noteEn: "a part" });
  expect(network.parks).toMatchObject([
    {
      id: "p",
      otherNames: [],
      aliases: [],
      levelZh: "国家级经开区",
      levelEn: null,
      titlesZh: ["循环化改造"],
      titlesEn: [],
      coordSourceZh: null,
      coordSourceEn: "county seat",
      mainIndustriesZh: ["化工", "steel"],
      mainIndustriesEn: [],
      evidence: { noteZh: null, noteEn: "read on a page", asOfYear: 2020, synthetic: false },
    },
  ]);
  expect(network.enterprises).toMatchObject([
    {
      id: "a",
      parkId: "p",
      industryZh: "水泥",
      industryEn: null,
      industryBasisEn: "inferred",
      companyZh: "某集团",
    },
    { id: "b", lon: 117.1, countyCode: null, coordErrorKm: null, coordSourceEn: "plant point", noteZh: null },
  ]);
  expect(network.enterprises.map(({ noteZh, noteEn }) => [noteZh, noteEn])).toEqual([
    ["旧厂", null],
    [null, "moved in 2015"],
  ]);
  expect(network.exchanges).toMatchObject([
    {
      supplierId: "a",
      quantity: { amount: 1 },
      quantityNoteZh: "约",
      statusNoteZh: null,
      statusNoteEn: "trial run",
    },
  ]);
  expect(network.listings).toMatchObject([{ enterpriseId: "b", qualityZh: "干灰", qualityEn: null }]);
  expect(network.rules).toMatchObject([
    {
      replacesZh: "熟料",
      replacesEn: null,
      technicalLimitZh: null,
      technicalLimitEn: "20-40%",
      ghgBasisEn: "as above",
    },
  ]);
  expect(network.factors).toMatchObject([{ unitZh: null, unitEn: "% of steel" }]);
});

test("a migrated store still refuses a reference that leads nowhere", async () => {
  const path = join(folder, "refusing.sqlite");
  makeFirstStore(path);
  await using store = await openStore(`sqlite:${path}`);
  const [enterprise] = (await store.readNetwork()).enterprises;
  if (enterprise === undefined) throw new Error("the store has lost its enterprises");
  const stray = { kind: "enterprises", record: { ...enterprise, parkId: "nowhere" } } as const;
  await expect(store.importRecords([stray], { label: "stray", now: new Date(0) })).rejects.toMatchObject({
    code: "import-rejected",
  });
});
