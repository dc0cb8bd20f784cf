import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef, useState, type FocusEvent, type KeyboardEvent } from "react";
import { ComboBox } from "react-aria-components/ComboBox";
import { Header } from "react-aria-components/Header";
import { Input } from "react-aria-components/Input";
import { ListBox, ListBoxItem, ListBoxSection } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import type { SearchHit } from "#graph/schema/answers/search-hit.ts";
import { sameSelection, type Selection } from "#client/model/view/selection.ts";
import { searchQuery } from "#client/queries.ts";
import { isComposing } from "#client/ui/composing.ts";
import { useRested } from "#client/ui/use-rested.ts";
import { useWords } from "#client/ui/use-words.ts";
import { useView } from "#client/ui/view-context.tsx";
import { useSearchKey } from "./use-keys.ts";

const kinds = ["park", "enterprise", "resource", "city", "county"] as const;

const keyOf = (hit: SearchHit) => `${hit.kind} ${hit.id}`;

/** The text, the answers to it, and what taking one of them does. */
function useSearch() {
  const [text, setText] = useState("");
  const asked = useRested(text.trim());
  const answer = useQuery({ ...searchQuery(asked), enabled: asked !== "" });
  const queries = useQueryClient();
  const open = useOpenHit();
  // An empty box has no list: else the last one would open again once its answer is taken.
  const isEmpty = text.trim() === "";
  const hits = isEmpty || asked === "" ? [] : (answer.data?.items ?? []);
  const take = (hit: SearchHit | undefined) => {
    if (hit === undefined) return;
    open(hit);
    setText("");
  };
  /** Takes the first answer, even while that is still on its way. */
  const takeFirst = async () => {
    if (text.trim() !== "") take((await queries.fetchQuery(searchQuery(text.trim()))).items[0]);
  };
  return { text, setText, isEmpty, asked, answer, hits, take, takeFirst };
}

/** Keys of the box: an input method keeps its own; Escape closes the list, then empties the box, then leaves it. */
function useBoxKeys({ text, setText, takeFirst }: ReturnType<typeof useSearch>) {
  const { stageActions } = useView();
  const cameFrom = useRef<EventTarget | null>(null);
  const leave = (input: HTMLInputElement) => {
    const back = cameFrom.current;
    input.blur();
    if (back instanceof HTMLElement && back.isConnected) back.focus();
    else stageActions()?.takeFocus();
  };
  return {
    onFocus: (event: FocusEvent) => {
      cameFrom.current = event.relatedTarget;
    },
    onKeyDownCapture: (event: KeyboardEvent<HTMLInputElement>) => {
      if (isComposing(event)) event.stopPropagation();
      else if (event.key === "Escape" && event.currentTarget.getAttribute("aria-expanded") !== "true") {
        event.stopPropagation();
        if (text === "") leave(event.currentTarget);
        else setText("");
      }
    },
    onKeyDown: (event: KeyboardEvent) => {
      // A failed search shows in the list under the box.
      if (event.key === "Enter" && !event.currentTarget.hasAttribute("aria-activedescendant"))
        void takeFirst().catch(() => undefined);
    },
  };
}

/** Search over parks, enterprises, materials and cities; Enter selects and the camera goes there. */
export function SearchBox() {
  const { t } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const search = useSearch();
  const { text, setText, isEmpty, asked, answer, hits, take } = search;
  const keys = useBoxKeys(search);
  useSearchKey(() => input.current?.focus());
  const emptyText = () => {
    if (answer.error !== null) return t("state.failed", { what: t("search.label") });
    return answer.data === undefined || answer.isFetching
      ? t("state.loading", { what: t("search.label") })
      : t("search.none", { text: asked });
  };
  return (
    <ComboBox
      className="search"
      aria-label={t("search.label")}
      inputValue={text}
      onInputChange={setText}
      value={null}
      onChange={(key) => take(hits.find((hit) => keyOf(hit) === key))}
      allowsCustomValue
      allowsEmptyCollection={!isEmpty}
      menuTrigger="input"
      defaultFilter={() => true}
    >
      <Input ref={input} className="input search-input" placeholder={t("search.label")} {...keys} />
      <kbd className="search-key" aria-hidden="true">
        /
      </kbd>
      <Popover className="popover search-popover">
        <ListBox className="menu" renderEmptyState={() => <p className="menu-empty">{emptyText()}</p>}>
          {kinds.map((kind) => {
            const members = hits.filter((hit) => hit.kind === kind);
            return members.length === 0 ? null : <Hits key={kind} kind={kind} hits={members} />;
          })}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

interface HitsProps {
  readonly kind: SearchHit["kind"];
  readonly hits: readonly SearchHit[];
}

function Hits({ kind, hits }: HitsProps) {
  const { t, name, pick } = useWords();
  return (
    <ListBoxSection id={kind}>
      <Header className="menu-header">{t(`search.${kind}`)}</Header>
      {hits.map((hit) => (
        <ListBoxItem key={keyOf(hit)} id={keyOf(hit)} className="menu-item" textValue={name(hit)}>
          {name(hit)}
          {hit.contextZh !== null && <span className="secondary"> {pick(hit.contextZh, hit.contextEn)}</span>}
        </ListBoxItem>
      ))}
    </ListBoxSection>
  );
}

function selectionOf(hit: SearchHit): Selection | null {
  if (hit.kind === "resource") return { kind: "material", id: hit.id };
  if (hit.kind === "enterprise")
    return hit.placeId === null ? null : { kind: "enterprise", placeId: hit.placeId, id: hit.id };
  return hit.placeId === null ? null : { kind: "place", placeId: hit.placeId };
}

/** What was found is selected, and its panel takes the focus, also where it was open already. */
function useOpenHit() {
  const { view, change, select } = useView();
  return (hit: SearchHit) => {
    const selection = selectionOf(hit);
    if (selection === null) {
      // Of a city in which nothing stands that is known no more of: its parks.
      change({ tab: "table", table: "parks", filter: { ...view.filter, cityCodes: [hit.id] } });
      return;
    }
    select(selection, { focusPanel: true, fly: true });
    if (sameSelection(selection, view.selection))
      document.querySelector<HTMLElement>("#panel-title")?.focus();
  };
}
