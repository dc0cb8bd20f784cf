import type { Text } from "#graph/schema/text.ts";
import type { GateText } from "#graph/matching/gates/gate.ts";
import type { ProductProof } from "#graph/matching/gates/product-proof.ts";
import type { WasteState } from "#graph/matching/gates/waste-state.ts";
import type { IdentificationFacts } from "#graph/matching/gates/waste-identification.ts";

const declared: Record<Exclude<WasteState, "goods">, Text> = {
  hazardous: {
    zh: "供方已归入危险废物类别；八位代码仍须确认",
    en: "The supplier classes it as hazardous waste; the eight-digit code must still be confirmed",
  },
  general: {
    zh: "供方申报为一般固体废物，非危险废物",
    en: "The supplier declares it as ordinary solid waste, not hazardous",
  },
  unidentified: {
    zh: "是否属于危险废物未知，须先鉴别",
    en: "Whether it is hazardous waste is not known; identification needed",
  },
  "by-product": {
    zh: "仅当符合产品质量标准或经鉴别不属固体废物时才按产品流通；供方未写明标准，也未写明鉴别结论：须先确认，否则按固体废物管理",
    en: "Goods only if it meets a product standard or is identified as not waste; the supplier names neither: to be settled first, else it is managed as solid waste",
  },
  "no-solid-waste": {
    zh: "热、电、水本身不属于固体废物",
    en: "Heat, power and water are not solid waste",
  },
};

const guessed: Record<WasteState, Text> = {
  hazardous: {
    zh: "由供方行业推断，供方未申报：是否产生、属何类（八位代码）须先由供方确认",
    en: "Inferred from the supplier's industry and not declared: whether it arises, and its eight-digit code, the supplier must say first",
  },
  general: {
    zh: "由供方行业推断，供方未申报：须先确认来源和属性",
    en: "Inferred from the supplier's industry and not declared: source and nature must be confirmed first",
  },
  unidentified: {
    zh: "由供方行业推断，供方未申报：须先由供方确认确有此物，并确认是一般固体废物还是危险废物",
    en: "Inferred from the supplier's industry and not declared: the supplier must first confirm that it has it, and whether it is ordinary or hazardous waste",
  },
  "by-product": {
    zh: "由供方行业推断，供方未申报：须先确认确有此物，再以产品质量标准或鉴别结论证明不属固体废物",
    en: "Inferred from the supplier's industry and not declared: to be confirmed first, then shown by a product standard or an identification result not to be waste",
  },
  goods: {
    zh: "由供方行业推断，供方未申报：须先确认",
    en: "Inferred from the supplier's industry and not declared: to be confirmed first",
  },
  "no-solid-waste": {
    zh: "由供方行业推断，供方未申报：热、电、水本身不属于固体废物，是否确有须先确认",
    en: "Inferred from the supplier's industry and not declared: heat, power and water are no solid waste, but whether it has them must be confirmed",
  },
};

const familyText: Record<NonNullable<IdentificationFacts["family"]>, Text> = {
  supplier: {
    zh: "供方只写了大类，须先鉴别具体类别",
    en: "The supplier names only a family; the class must be identified first",
  },
  receiver: {
    zh: "供方写明了类别，接收方只写了大类：是否接收此类须先问清",
    en: "The supplier names the class, the receiver only the family: whether it takes this class must be asked first",
  },
};

/** The state of the waste in words. */
export const wasteIdentificationText: GateText<IdentificationFacts> = (facts) => {
  const { state, inferred, family, industrialSludge, proof } = facts;
  if (family !== null) return familyText[family];
  if (industrialSludge && state === "unidentified")
    return {
      zh: "来自处理工业废水的设施或相关行业的污泥：须按GB 5085、HJ 298鉴别后才能认定为一般固体废物",
      en: "Sludge of works that treat industrial effluent, or of such a trade: ordinary waste only after identification by GB 5085 and HJ 298",
    };
  if (inferred) return guessed[state];
  return state === "goods" ? proofText(proof) : declared[state];
};

function proofText(proof: ProductProof | null): Text {
  if (proof === null || proof.identified)
    return {
      zh: "供方写明经鉴别不属于固体废物；鉴别报告须核对",
      en: "The supplier states that it is identified as not waste; the report must be checked",
    };
  const { standard, mandatory } = proof;
  return mandatory
    ? {
        zh: `供方写明执行标准${standard}；检验报告须核对`,
        en: `The supplier names the standard ${standard}; its test report must be checked`,
      }
    : {
        zh: `供方写明执行标准${standard}；法律所称为强制性标准，推荐性标准是否足够须经鉴别确认`,
        en: `The supplier names the standard ${standard}; the law speaks of mandatory standards, so whether a recommended one is enough must be confirmed by identification`,
      };
}
