import type { Text } from "#graph/schema/text.ts";
import { cityOf } from "#graph/matching/explanation/ends-in-words.ts";
import type { Told } from "#graph/matching/explanation/told.ts";
import { endData } from "./end-data.ts";
import { byValue, type OpenDatum } from "./open-datum.ts";
import { resourceData } from "./resource-data.ts";
import { routeData } from "./route-data.ts";

type Side = "supplier" | "receiver";

/** Everything that is not known about a candidate, what is worth most to find out first. */
export function openData(told: Told): readonly OpenDatum[] {
  const data = [
    ...resourceData(told),
    ...endData(told, "receiver"),
    ...endData(told, "supplier"),
    ...routeData(told),
    ...unitData(told),
  ];
  return byValue([
    ...whoData(told, "receiver"),
    ...whoData(told, "supplier"),
    ...data.map((datum) => throughOffice(told, datum)),
  ]);
}

const kindOf = ({ link }: Told, side: Side) => link[side].party.enterprise.kind;

/** A total or an unnamed firm cannot be called: an office that knows the names is asked, which is more work. */
function throughOffice(told: Told, datum: OpenDatum): OpenDatum {
  const side = datum.ask?.of;
  if (side === undefined || kindOf(told, side) === "plant") return datum;
  return { ...datum, how: officeOf(told, side), ask: null, effort: 2 };
}

function officeOf({ link }: Told, side: Side): Text {
  const city = cityOf(link[side].party.place.header);
  return { zh: `问${city.zh}生态环境局固废管理部门`, en: `ask the waste office of ${city.en}` };
}

/** Who stands behind a total or an unnamed firm. */
function whoData(told: Told, side: Side): readonly OpenDatum[] {
  const kind = kindOf(told, side);
  if (kind === "plant") return [];
  const name = side === "supplier" ? told.from : told.to;
  const said =
    kind === "pooled"
      ? { zh: `${name.zh}里具体是哪几家`, en: `which firms stand behind ${name.en}`, risk: 0.6 }
      : { zh: `${name.zh}是哪一家`, en: `which firm ${name.en} is`, risk: 0.5 };
  return [{ ...said, how: officeOf(told, side), ask: null, effort: 2 }];
}

function unitData({ link: { supplier, receiver } }: Told): readonly OpenDatum[] {
  const areKnown = !Number.isNaN(supplier.lnQuantity) && !Number.isNaN(receiver.lnQuantity);
  if (!areKnown || supplier.unit === receiver.unit) return [];
  return [
    {
      zh: "两边数量够不够（单位不同，不能直接比）",
      en: "whether the amounts suit (their units differ)",
      how: { zh: "请一方按对方的单位再报一次", en: "have one side state its amount in the other's unit" },
      ask: null,
      risk: 0.15,
      effort: 1,
    },
  ];
}
