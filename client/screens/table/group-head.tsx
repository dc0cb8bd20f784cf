import { useWords } from "#client/ui/use-words.ts";
import type { Line } from "./column.ts";

interface GroupHeadProps {
  readonly head: Extract<Line<unknown>, { readonly kind: "head" }>;
  readonly index: number;
  readonly columnCount: number;
  readonly onToggle: () => void;
}

/** The head of a group: its value, how many rows, and the switch that closes it. */
export function GroupHead({ head, index, columnCount, onToggle }: GroupHeadProps) {
  const { t, count } = useWords();
  const { label, isOpen } = head;
  return (
    <tr className="group-head" aria-rowindex={index + 2}>
      <th scope="rowgroup" colSpan={columnCount}>
        <button type="button" className="sort-button" aria-expanded={isOpen} onClick={onToggle}>
          <span className="sort-mark" aria-hidden="true">
            {isOpen ? "−" : "+"}
          </span>{" "}
          {t("table.group.head", { name: label ?? t("table.group.without"), text: count(head.count) })}
        </button>
      </th>
    </tr>
  );
}
