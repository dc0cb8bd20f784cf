import { SymbiosisError } from "#graph/errors.ts";
import type { WhyNotQuery } from "#graph/matching/why-not/find-cause.ts";
import type { QueryOf } from "#graph/schema/api/contract.ts";
import type { LoadedNetwork } from "./loaded-network.ts";

/** Query parameters → two enterprises of the network and a code. */
export function toWhyNotQuery(
  snapshot: LoadedNetwork,
  { supplier, receiver, code }: Pick<QueryOf<"whyNot">, "supplier" | "receiver" | "code">,
): WhyNotQuery {
  return {
    supplierId: enterpriseIdOf(snapshot, supplier, "supplier"),
    receiverId: enterpriseIdOf(snapshot, receiver, "receiver"),
    code,
  };
}

/** The enterprise of an id, now or formerly, or of a full name in either language. Throws `unknown-id`, naming the parameter. */
function enterpriseIdOf(
  { enterpriseById, formerIds, network }: LoadedNetwork,
  asked: string,
  pointer: string,
): string {
  const id = formerIds.enterprise(asked);
  if (enterpriseById.has(id)) return id;
  const [named, ...others] = network.enterprises.filter(
    ({ nameZh, nameEn }) => nameZh === asked || nameEn === asked,
  );
  if (named !== undefined && others.length === 0) return named.id;
  const message =
    named === undefined
      ? "is no id and no full name of an enterprise in this network; /api/search finds it by a part of its name"
      : `is the name of several enterprises: ${[named, ...others].map((each) => each.id).join(", ")}; give the id`;
  throw new SymbiosisError("unknown-id", `${pointer} ${asked} ${message}`, {
    details: [{ pointer, message }],
    zh:
      named === undefined
        ? `${pointer} ${asked} 不是当前网络中企业的编号或全名；可用 /api/search 按名称的一部分查找`
        : `${pointer} ${asked} 是几家企业的名称：${[named, ...others].map((each) => each.id).join("、")}；请给出编号`,
  });
}
