import { shownAddress, isNeo4jAddress } from "#graph/store/store-address.ts";
import { Failure } from "#server/failure.ts";
import type { Call } from "./command.ts";
import { filePathOf, storeUrlOf } from "./named-store.ts";

/** The file of the embedded store a call names. Throws Failure for other stores, saying what to use instead. */
export function storeFileOf(call: Call): string {
  const url = storeUrlOf(call);
  const path = filePathOf(url);
  if (path !== null) return path;
  throw new Failure(
    isNeo4jAddress(url)
      ? {
          zh: `${shownAddress(url)} 是 Neo4j 数据库：用 \`neo4j-admin database dump\` 备份、\`neo4j-admin database load\` 恢复（README，Neo4j 一节），或用 \`gongsheng copy\` 复制`,
          en: `${shownAddress(url)} is a Neo4j database: save it with \`neo4j-admin database dump\` and restore it with \`neo4j-admin database load\` (README, section Neo4j), or take it along with \`gongsheng copy\``,
        }
      : {
          zh: `${shownAddress(url)} 没有可备份或恢复的文件：请写 sqlite:.data/gongsheng.sqlite 这样的存储`,
          en: `${shownAddress(url)} has no file to back up or restore: name a store such as sqlite:.data/gongsheng.sqlite`,
        },
  );
}
