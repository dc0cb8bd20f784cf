import { estimateQuery } from "#graph/schema/api/inventory-endpoints.ts";
import type { EstimateView } from "#graph/schema/answers/estimate.ts";
import { storeOwner } from "#graph/schema/api/viewer.ts";
import { estimatesUnder, selectEstimates } from "#server/use-cases/inventory-selections.ts";
import { createLoader } from "#server/use-cases/loaded-network.ts";
import { countEstimates, viewEstimate } from "#server/use-cases/views/estimates.ts";
import type { Call, Command, ExitCode } from "./command.ts";
import { openFilledStore, storeOption } from "./named-store.ts";
import { optionsOf, readQuery } from "./query-options.ts";
import { inLanguage, type Language } from "./terminal.ts";
import { outOption, writeOut } from "./write-out.ts";

/** The whole list goes to the screen or the file. */
const asked = estimateQuery.omit({ limit: true, cursor: true });

export const estimatesCommand: Command = {
  name: "estimates",
  text: {
    zh: "由活动水平和产排系数估算各厂的供与需，附 80 % 区间与算式",
    en: "estimate what plants offer and need from their activities and coefficients, with 80 % bands and the reckoning",
  },
  operands: null,
  options: [
    ...optionsOf(estimateQuery, {
      enterprise: "<id>",
      park: "<id>",
      province: "<code>",
      city: "<code>",
      layer: "<layer>",
      direction: "<side>",
      resource: "<code or name>",
      standing: "<word>",
    }),
    outOption,
    storeOption,
  ],
  run: runEstimates,
};

async function runEstimates(call: Call): Promise<ExitCode> {
  const { terminal } = call;
  const query = readQuery(asked, call);
  await using store = await openFilledStore(call);
  const loaded = await createLoader(store, () => {})(storeOwner);
  const chosen = selectEstimates(loaded, estimatesUnder(loaded), query);
  const counts = countEstimates(chosen);
  const items = chosen.map((each) => viewEstimate(loaded, each));
  const answer = { networkVersion: loaded.network.version, total: items.length, counts, items };
  const written = await writeOut(call, answer, () => items.map((each) => lineOf(each, terminal.language)));
  terminal.err(
    inLanguage(terminal, {
      zh: `${items.length} 项估算，${counts.plants} 座厂（其中网络外 ${counts.outside} 座）；${counts.replaced} 项有申报值代替，${counts.disagreeing} 项落在区间外${written.zh}`,
      en: `${items.length} estimates of ${counts.plants} ${counts.plants === 1 ? "plant" : "plants"} (${counts.outside} outside the network); ${counts.replaced} replaced by a stated quantity, ${counts.disagreeing} outside its band${written.en}`,
    }),
  );
  return 0;
}

function lineOf(estimate: EstimateView, language: Language): string {
  const { siteId, nameZh, nameEn, direction, resourceCode, stated, disagrees, arithmetic } = estimate;
  const isZh = language === "zh";
  const name = (isZh ? (nameZh ?? nameEn) : (nameEn ?? nameZh)) ?? siteId;
  const side = isZh ? { offer: "供", need: "需" }[direction] : direction;
  const resource = isZh ? estimate.resourceZh : (estimate.resourceEn ?? estimate.resourceZh);
  const amount = stated === null ? "" : `${stated.perYear.toLocaleString("en")} ${estimate.unit}`;
  const said =
    stated === null
      ? ""
      : isZh
        ? `；${stated.recordId} 申报 ${amount}${disagrees === true ? "，在区间外" : ""}`
        : `; ${stated.recordId} states ${amount}${disagrees === true ? ", outside the band" : ""}`;
  return `${name}  ${side} ${resourceCode} ${resource}: ${isZh ? arithmetic.zh : arithmetic.en}${said}`;
}
