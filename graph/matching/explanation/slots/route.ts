import type { Link } from "#graph/matching/link.ts";
import type { PlaceHeader } from "#graph/projection/places/headers.ts";
import type { Text } from "#graph/schema/text.ts";
import { roadFactor } from "#graph/matching/ends/distance.ts";
import { placeOf } from "#graph/matching/explanation/ends-in-words.ts";
import { freightRange, haulageOf, type Haulage } from "#graph/matching/explanation/haulage.ts";
import type { Freight } from "#graph/matching/knowledge/freight.ts";
import type { Told } from "#graph/matching/explanation/told.ts";

/** Whence, whither, how far, how sure that is, and what a truck costs; for a thing in a pipe no freight. */
export function routeSlot(told: Told): Text {
  const { link, roadKm, waste } = told;
  const haulage = haulageOf(link.code, waste === "hazardous");
  const way = wayText(link);
  if (roadKm === null)
    return {
      zh: `${way.zh}：一端位置不明，里程无法估算`,
      en: `${way.en}: one end has no known position, so the distance cannot be told`,
    };
  const length = lengthText(told, roadKm, haulage);
  const cost = costText(haulage, roadKm, told.freight);
  return {
    zh: `${way.zh}${length.zh}${cost.zh}`,
    en: `${way.en}${length.en}${cost.en}`,
  };
}

function wayText({ supplier, receiver, placement }: Link): Text {
  const [from, to] = [placeOf(supplier.party.place.header), placeOf(receiver.party.place.header)];
  const isOne = from.zh === to.zh;
  const way: Text = isOne
    ? { zh: `同在${from.zh}`, en: `Both in ${from.en}` }
    : { zh: `${from.zh}到${to.zh}`, en: `${from.en} to ${to.en}` };
  if (placement !== "same-city-parks-open") return way;
  return { zh: `${way.zh}（是否同一园区不明）`, en: `${way.en} (perhaps in one park)` };
}

/** Length with its doubt: a range where the points are too vague for a figure. */
function lengthText({ link, distance }: Told, roadKm: number, haulage: Haulage): Text {
  const { greatCircleKm, errorKm, uncertain } = distance;
  const isLine = haulage === "pipe" || haulage === "wire";
  const [nounZh, nounEn] = isLine ? ["管线", "of line"] : ["公路", "by road"];
  const seats = seatText(link.supplier.party.place.header, link.receiver.party.place.header);
  if (roadKm < 1) return { zh: "，相距不到1公里", en: ", less than a kilometre apart" };
  const km = Math.round(roadKm);
  if (uncertain) {
    const most = Math.round(((greatCircleKm ?? 0) + (errorKm ?? 0)) * roadFactor);
    return {
      zh: `，${nounZh}估计${km}公里，最远可能${Math.max(most, km)}公里${seats.zh}`,
      en: `, about ${km} km ${nounEn}, perhaps up to ${Math.max(most, km)}${seats.en}`,
    };
  }
  return {
    zh: `，${nounZh}约${km}公里${seats.zh}`,
    en: `, about ${km} km ${nounEn}${seats.en}`,
  };
}

function seatText(from: PlaceHeader, to: PlaceHeader): Text {
  const isSeat = ({ kind }: PlaceHeader) => kind === "county" || kind === "city";
  if (!isSeat(from) && !isSeat(to)) return { zh: "（直线乘1.3估算）", en: " (great circle × 1.3)" };
  return { zh: "（按驻地估算，须核实）", en: " (from the town seats, to be checked)" };
}

function costText(haulage: Haulage, roadKm: number, freight: Freight | null): Text {
  if (haulage === "pipe")
    return { zh: "；走管道，不计运费，管线投资另算", en: "; by pipe, so no freight, but the line costs" };
  if (haulage === "wire") return { zh: "；走电网，不计运费", en: "; over the grid, so no freight" };
  if (haulage === "tanker")
    return { zh: "；用槽车或管道，运价要询价", en: "; by tanker or pipe, so ask for a price" };
  if (roadKm < 1) return { zh: "；短驳即可，只有装卸费", en: "; a short haul, only loading costs" };
  if (freight === null)
    return { zh: "；库里没有公路运价，运费要询价", en: "; no road freight is on record, so ask for a price" };
  const { low, high } = freightRange(roadKm, freight);
  const range = low === high ? String(low) : `${low}–${high}`;
  const basis = basisText(freight);
  if (haulage === "hazardous")
    return {
      zh: `；普货运费约${range}元/吨（${basis.zh}），危险废物专车更贵，装卸另计`,
      en: `; ordinary freight about ${range} yuan/t (${basis.en}), a licensed truck costs more, loading extra`,
    };
  return {
    zh: `；运费约${range}元/吨（${basis.zh}），装卸另计`,
    en: `; freight about ${range} yuan/t (${basis.en}), loading extra`,
  };
}

function basisText({ rate }: Freight): Text {
  const { asOfYear } = rate.evidence;
  const range = `${rate.low}–${rate.high}`;
  if (asOfYear === null) return { zh: `按每吨公里${range}元`, en: `at ${range} yuan/t·km` };
  return {
    zh: `按${asOfYear}年每吨公里${range}元，价旧`,
    en: `rates of ${asOfYear}`,
  };
}
