import { nameIn, type Locale } from "#client/model/locale.ts";
import type { Selection } from "#client/model/view/selection.ts";
import { placeOfSelection } from "#client/model/view/view-state.ts";
import { useWords, type Words } from "#client/ui/use-words.ts";
import type { DrawnNetwork } from "./use-network.ts";
import type { Hovered } from "./use-stage.ts";
import { valueLines } from "./value-lines.ts";

interface HoverNoteProps {
  readonly hovered: Hovered;
  readonly network: DrawnNetwork;
}

/** Between the pointer and the note, CSS px. */
const gap = 14;

/**
 * Small note beside the pointer, on the side where the stage has more room, so that it is never cut. It repeats what
 * the panel says, so it is hidden from readers.
 */
export function HoverNote({ hovered, network }: HoverNoteProps) {
  const words = useWords();
  const lines = describe(hovered.item, network, words);
  if (lines.length === 0) return null;
  const { at, room } = hovered;
  const across = at.x > room.width / 2 ? `calc(${at.x - gap}px - 100%)` : `${at.x + gap}px`;
  const down = at.y > room.height / 2 ? `calc(${at.y - gap}px - 100%)` : `${at.y + gap}px`;
  return (
    <div className="hover-note" aria-hidden="true" style={{ transform: `translate(${across}, ${down})` }}>
      {lines.map((line, index) => (
        <span key={line} className={index === 0 ? "hover-title" : "secondary"}>
          {line}
        </span>
      ))}
    </div>
  );
}

function describe(item: Selection, network: DrawnNetwork, words: Words): readonly string[] {
  const { places, corridors } = network;
  const { t, count } = words;
  const locale: Locale = words.language === "en" ? "en" : "zh";
  const nameOf = (id: string): string => {
    const place = places.find((one) => one.id === id);
    return place === undefined ? id : nameIn(locale, place);
  };
  if (item.kind === "candidate") return [`${nameOf(item.from)} → ${nameOf(item.to)}`, t("candidate.kicker")];
  if (item.kind === "corridor") {
    const corridor = corridors.find(
      ({ from, to, flow }) => from === item.from && to === item.to && flow.layer === item.layer,
    );
    const exchanges = corridor?.flow.exchangeCount ?? 0;
    return [
      `${nameOf(item.from)} → ${nameOf(item.to)}`,
      `${t(`layer.${item.layer}`)} · ${t("flow.exchanges", { count: exchanges, text: count(exchanges) })}`,
    ];
  }
  if (item.kind === "unknown-ends") return describeStubs(item.placeId, network, words);
  const placeId = placeOfSelection(item);
  const place = places.find(({ id }) => id === placeId);
  if (place === undefined) return [];
  return [
    nameIn(locale, place),
    t("stage.placeNote", {
      kind: t(`placeKind.${place.kind}`),
      exchanges: count(place.exchangeCount),
      enterprises: count(place.enterpriseCount),
    }),
    ...valueLines(place.id, network.measures, { layers: network.layers, words }),
  ];
}

/** What a place gives to, or takes from, places that are not known, layer by layer. */
function describeStubs(
  placeId: string | null,
  { spec, places }: DrawnNetwork,
  { t, count, name }: Words,
): readonly string[] {
  const place = places.find(({ id }) => id === placeId);
  const stubs = (spec?.stubs ?? []).filter(({ nodeId }) => nodeId === placeId);
  const lines = stubs.map(
    ({ direction, layer, count: exchanges }) =>
      `${t(direction === "out" ? "stage.toUnknown" : "stage.fromUnknown")} · ${t(`layer.${layer}`)} · ${t(
        "flow.exchanges",
        { count: exchanges, text: count(exchanges) },
      )}`,
  );
  return place === undefined ? [] : [name(place), ...lines];
}
