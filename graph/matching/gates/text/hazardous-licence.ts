import type { Text } from "#graph/schema/text.ts";
import { amountText } from "#graph/matching/explanation/amounts.ts";
import type { GateText } from "#graph/matching/gates/gate.ts";
import type { LicenceFacts, LicenceFailure } from "#graph/matching/gates/hazardous-licence.ts";
import type { LicenceMode } from "#graph/matching/gates/licence-record.ts";

/** The licence in words. */
export const hazardousLicenceText: GateText<LicenceFacts> = (facts) => {
  if (facts.need === "if-hazardous")
    return {
      zh: "若鉴别为危险废物，接收方须持有覆盖该类别的危险废物经营许可证",
      en: "If it is identified as hazardous, the receiver needs a licence that covers its class",
    };
  if (facts.need === "no-solid-waste")
    return {
      zh: "不属固体废物，不涉及危险废物经营许可证",
      en: "No solid waste, so no hazardous-waste licence is involved",
    };
  if (facts.need === "no")
    return {
      zh: "按供方申报不是危险废物；申报属实时不涉及危险废物经营许可证",
      en: "Not hazardous as the supplier declares; while that holds no hazardous-waste licence is involved",
    };
  if (facts.failure !== null) return failureText(facts, facts.failure);
  return joined([classText(facts), recordText(facts)]);
};

function failureText({ speciality, record }: LicenceFacts, failure: LicenceFailure): Text {
  const texts: Record<LicenceFailure, Text> = {
    "collects-only": {
      zh: "接收方只为小微企业收集贮存，不利用、不处置：不接收跨省废物，也不接收全市合计量",
      en: "The receiver only collects from small producers and neither uses nor disposes: it takes nothing from another province and no total of a city",
    },
    "other-speciality": {
      zh: `接收方只接收${speciality?.zh ?? "一种废物"}，供方的废物不是或未写明是此类`,
      en: `The receiver takes ${speciality?.en ?? "one kind of waste"} only; the supplier's waste is another, or not said to be it`,
    },
    "other-class": {
      zh: `接收方记载的类别只有${record?.classes.join("、") ?? ""}`,
      en: `The receiver's record names ${record?.classes.join(", ") ?? ""} only`,
    },
    "outside-its-area": {
      zh: "供方不在接收方记载的服务城市内",
      en: "The supplier is not in a city that the receiver is recorded to serve",
    },
  };
  return texts[failure];
}

function classText({ asksFirst, family, code, taken }: LicenceFacts): Text {
  const only = asksFirst ? { zh: "；不单独作为候选", en: "; no candidate by itself" } : { zh: "", en: "" };
  if (family === "supplier")
    return {
      zh: `供方只写到危险废物大类：先问清类别（HW××或八位代码），再核对许可证${only.zh}`,
      en: `The supplier names only the family of hazardous waste: ask for the class (HWxx or eight digits) first, then compare the licence${only.en}`,
    };
  if (family === "receiver")
    return {
      zh: `接收方只写到危险废物大类：先问其许可证是否含${code}、还有多少余量${only.zh}`,
      en: `The receiver names only the family of hazardous waste: ask whether its licence holds ${code}, and how much is free${only.en}`,
    };
  if (taken === null)
    return {
      zh: "接收方的危险废物经营许可证类别和余量未知",
      en: "The receiver's licence class and free capacity are not known",
    };
  const { listingId, year } = taken;
  return {
    zh: `接收方有接收${code}的公开记录（${listingId}${year === null ? "" : `，${year}年`}），许可证类别和余量仍须核对`,
    en: `The receiver is on record as taking ${code} (${listingId}${year === null ? "" : `, ${year}`}); licence class and free capacity must still be checked`,
  };
}

const modeText: Record<LicenceMode, Text> = {
  collect: { zh: "收集", en: "collecting" },
  store: { zh: "贮存", en: "storing" },
  use: { zh: "利用", en: "using" },
  dispose: { zh: "处置", en: "disposing" },
};

function recordText({ record }: LicenceFacts): Text {
  if (record === null) return { zh: "", en: "" };
  const modes = record.modes.map((mode) => modeText[mode]);
  const said =
    modes.length === 0
      ? { zh: "记录未写明是利用还是处置", en: "its record does not say whether it uses or disposes" }
      : {
          zh: `记录写明的方式：${modes.map(({ zh }) => zh).join("、")}`,
          en: `its record speaks of ${modes.map(({ en }) => en).join(", ")}`,
        };
  const planned = record.isPlanned
    ? { zh: "项目尚未投运，目前不可能持证", en: "the plant does not run yet and can hold no licence" }
    : { zh: "", en: "" };
  return joined([said, capacityText(record.tonnesPerYear), planned]);
}

function capacityText(tonnesPerYear: number | null): Text {
  if (tonnesPerYear === null) return { zh: "", en: "" };
  const { zh, en } = amountText(tonnesPerYear, "t/a");
  return {
    zh: `记载能力${zh}，余量未知`,
    en: `a capacity of ${en} is recorded, how much is free is not known`,
  };
}

const joined = (texts: readonly Text[]): Text => ({
  zh: texts.flatMap(({ zh }) => zh || []).join("；"),
  en: texts.flatMap(({ en }) => en || []).join("; "),
});
