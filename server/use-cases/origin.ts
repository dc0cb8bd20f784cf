import type { Origin } from "#graph/schema/answers/origin.ts";
import type { LoadedNetwork } from "./loaded-network.ts";
import type { Release } from "./views/meta.ts";

/** What an answer that is kept or exported says of where it comes from. */
export async function originOf(snapshot: LoadedNetwork, { productVersion }: Release): Promise<Origin> {
  return { contentHash: await snapshot.contentHash(), productVersion };
}
