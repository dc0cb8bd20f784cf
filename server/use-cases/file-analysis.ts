import { parseNetwork, parseNetworkData, type NetworkText } from "#graph/formats/networks/read-network.ts";
import type { PlainNetwork } from "#graph/projection/graphs/file-view.ts";
import { parametersOf } from "#graph/schema/answers/metric-parameters.ts";
import type { BodyOf, ResponseOf } from "#graph/schema/api/contract.ts";
import type { WorkPool } from "#graph/work/pool.ts";

type Sent = BodyOf<"analyse">;

/** The network of a body, in whatever form it was sent. Throws `invalid-request`. */
export function readSentNetwork(
  sent: Sent["network"],
  { directed, weight, layer }: Pick<Sent, "directed" | "weight" | "layer">,
): PlainNetwork {
  const options = { directed, weight, layer };
  return "text" in sent ? parseNetwork(sent as NetworkText, options) : parseNetworkData(sent, options);
}

/** Metrics of a network that is sent with the question; nothing of it is kept. Big ones are measured in a thread. */
export async function analyseFile(
  body: Sent,
  pool: WorkPool,
  productVersion: string,
): Promise<ResponseOf<"analyse">> {
  const { metrics: asked = "all", seed, parameters = {} } = body;
  const given = parametersOf(seed === undefined ? parameters : { ...parameters, seed });
  const request = { ids: asked === "all" ? null : asked, parameters: given };
  const network = readSentNetwork(body.network, body);
  const { libraries, metrics, ...described } = await pool.run("analyse", network, request);
  return { ...described, versions: { gongsheng: productVersion, ...libraries }, metrics };
}
