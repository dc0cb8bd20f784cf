import type { Text } from "#graph/schema/text.ts";
import type { LikelyExisting } from "#graph/matching/ends/likely-existing.ts";
import { cityOf, nameOfEnterprise, placeOf } from "#graph/matching/explanation/ends-in-words.ts";
import type { OpenDatum } from "#graph/matching/explanation/open/open-datum.ts";
import type { Told } from "#graph/matching/explanation/told.ts";

type Side = "supplier" | "receiver";

const mostQuestions = 3;
/** A question worth less than this is not asked in the first call. */
const leastValue = 0.05;

/**
 * Whom to call first and what to ask, in one line: the end that can answer what is worth most, then its other open
 * questions. A total or an unnamed firm cannot be called: where both ends are such, the office that knows the names is.
 * Null where a gate forbids the link or the two exchange already.
 */
export function firstCallSlot(told: Told, data: readonly OpenDatum[]): Text | null {
  if (told.existingExchangeId !== null || told.gates.some(({ verdict }) => verdict === "fail")) return null;
  const { likely } = told.link;
  if (likely !== null) return likelyCall(told, likely);
  const side = data.find(({ ask }) => ask !== null)?.ask?.of ?? sides.find(isNamed(told));
  if (side === undefined) return officeCall(told);
  const questions = data.flatMap(({ ask, risk, effort }) =>
    ask?.of === side && risk / effort >= leastValue ? [ask.text] : [],
  );
  const name = side === "supplier" ? told.from : told.to;
  const place = placeOf(told.link[side].party.place.header);
  const asked = questions.length > 0 ? questions.slice(0, mostQuestions) : [plainQuestion(told, side)];
  return {
    zh: `先打给${name.zh}${name.zh.includes(place.zh) ? "" : `（${place.zh}）`}，问：${asked.map(({ zh }) => zh).join("；")}`,
    en: `First call ${name.en}${name.en.includes(place.en) ? "" : ` (${place.en})`} and ask ${asked.map(({ en }) => en).join("; ")}`,
  };
}

/** What may exist already is settled by one question to the end that may be on record under another name. */
function likelyCall({ given }: Told, { exchangeId, candidate, because, recorded }: LikelyExisting): Text {
  const [name, other] = [nameOfEnterprise(candidate), nameOfEnterprise(recorded)];
  return because === "twin"
    ? {
        zh: `先打给${name.zh}，问：和${other.zh}是不是同一家`,
        en: `First call ${name.en} and ask whether it is the same plant as ${other.en}`,
      }
    : {
        zh: `先打给${name.zh}，问：${given.zh}是不是已经在交换${exchangeId}之内、一年多少`,
        en: `First call ${name.en} and ask whether its ${given.en} is part of exchange ${exchangeId} already, and how much`,
      };
}

const sides = ["receiver", "supplier"] as const;

const isNamed =
  ({ link }: Told) =>
  (side: Side) =>
    link[side].party.enterprise.kind === "plant";

function officeCall({ link, from }: Told): Text {
  const city = cityOf(link.supplier.party.place.header);
  return {
    zh: `先找${city.zh}生态环境局固废管理部门，问：${from.zh}是哪几家、谁愿意外供`,
    en: `First call the waste office of ${city.en} and ask which firms stand behind ${from.en} and which of them would give`,
  };
}

/** Where nothing is open but the deal itself. */
function plainQuestion({ given }: Told, side: Side): Text {
  return side === "supplier"
    ? {
        zh: `${given.zh}现在去哪、愿不愿意换去处`,
        en: `where its ${given.en} goes now and whether it would change`,
      }
    : { zh: `还收不收${given.zh}、什么价`, en: `whether it takes more ${given.en} and at what price` };
}
