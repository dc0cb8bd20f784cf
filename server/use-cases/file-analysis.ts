import { parseNetwork, parseNetworkData, type NetworkText } from "#graph/formats/networks/read-network.ts";
import { parametersOf } from "#graph/schema/answers/metric-parameters.ts";
import type { BodyOf, ResponseOf } from "#graph/schema/api/contract.ts";
import { emptyNetwork } from "#graph/schema/records/network.ts";
import type { WorkPool } from "#graph/work/pool.ts";

/** Metrics of a network that is sent with the question; nothing of it is kept. Big ones are measured in a thread. */
export async function analyseFile(
  { network: sent, metrics: asked = "all", directed, weight, seed, parameters = {} }: BodyOf<"analyse">,
  pool: WorkPool,
  productVersion: string,
): Promise<ResponseOf<"analyse">> {
  const options = { directed, weight };
  const network =
    "text" in sent ? parseNetwork(sent as NetworkText, options) : parseNetworkData(sent, options);
  const given = parametersOf(seed === undefined ? parameters : { ...parameters, seed });
  const input = { network, request: { ids: asked === "all" ? null : asked, parameters: given } };
  const size = network.nodes.length + network.edges.length;
  const { libraries, metrics, ...described } = await pool.run("analyse", emptyNetwork, input, size);
  return { ...described, versions: { gongsheng: productVersion, ...libraries }, metrics };
}
