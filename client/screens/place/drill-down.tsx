import { useMemo } from "react";
import type { ExchangeView } from "#graph/schema/answers/record-views.ts";
import { drawPlace } from "#client/model/view/drill-down.ts";
import { useWords } from "#client/ui/use-words.ts";
import { useView } from "#client/ui/view-context.tsx";

const side = 220;
const limit = 60;

interface DrillDownProps {
  readonly placeId: string;
  readonly exchanges: readonly ExchangeView[];
}

/** Picture of a place opened: filled = here, hollow = elsewhere. The list below it holds the same for keyboard and reader. */
export function DrillDown({ placeId, exchanges }: DrillDownProps) {
  const { t, name, count } = useWords();
  const { select } = useView();
  const picture = useMemo(() => drawPlace(placeId, exchanges, { side, limit }), [placeId, exchanges]);
  const { nodes, links, leftOut } = picture;
  const inside = nodes.filter((node) => node.isInside).length;
  const placeOf = new Map(
    exchanges.flatMap(({ supplier, receiver }) => [supplier, receiver]).map((end) => [end.id, end.placeId]),
  );
  return (
    <figure className="drill-down">
      <svg viewBox={`0 0 ${side} ${side}`} aria-hidden="true">
        <circle className="drill-ground" cx={side / 2} cy={side / 2} r={side * 0.33} />
        {links.map((link) => (
          <line
            key={link.id}
            className={`drill-link layer-${link.layer}`}
            x1={link.from.x}
            y1={link.from.y}
            x2={link.to.x}
            y2={link.to.y}
          />
        ))}
        {nodes.map((node) => (
          <circle
            key={node.id}
            className={node.isInside ? "drill-inside" : "drill-outside"}
            cx={node.x}
            cy={node.y}
            r={2.5 + Math.sqrt(node.exchanges) * 1.4}
            onClick={() =>
              select({ kind: "enterprise", placeId: placeOf.get(node.id) ?? placeId, id: node.id })
            }
          >
            <title>{name(node)}</title>
          </circle>
        ))}
      </svg>
      <figcaption className="secondary">
        {t("place.picture", { inside, outside: nodes.length - inside, exchanges: links.length })}{" "}
        {t("place.pictureText")}
        {leftOut > 0 && ` ${t("place.pictureRest", { text: count(leftOut) })}`}
      </figcaption>
    </figure>
  );
}
