import { nameIn, type Locale } from "#client/model/locale.ts";
import type { Selection } from "#client/model/view/selection.ts";
import { placeOfSelection } from "#client/model/view/view-state.ts";
import { useWords, type Words } from "#client/ui/use-words.ts";
import type { DrawnNetwork } from "./use-network.ts";
import type { Hovered } from "./use-stage.ts";

interface HoverNoteProps {
  readonly hovered: Hovered;
  readonly network: DrawnNetwork;
}

/** Small note beside the pointer. It repeats what the panel says, so it is hidden from readers. */
export function HoverNote({ hovered, network }: HoverNoteProps) {
  const words = useWords();
  const lines = describe(hovered.item, network, words);
  if (lines.length === 0) return null;
  const { x, y } = hovered.at;
  return (
    <div
      className="hover-note"
      aria-hidden="true"
      style={{ transform: `translate(${x + 14}px, ${y + 14}px)` }}
    >
      {lines.map((line, index) => (
        <span key={line} className={index === 0 ? "hover-title" : "secondary"}>
          {line}
        </span>
      ))}
    </div>
  );
}

function describe(item: Selection, { places, corridors }: DrawnNetwork, words: Words): readonly string[] {
  const { t, count } = words;
  const locale: Locale = words.language === "en" ? "en" : "zh";
  const nameOf = (id: string) => {
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
  ];
}
