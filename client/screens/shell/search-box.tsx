import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { ComboBox } from "react-aria-components/ComboBox";
import { Header } from "react-aria-components/Header";
import { Input } from "react-aria-components/Input";
import { ListBox, ListBoxItem, ListBoxSection } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import type { SearchHit } from "#graph/schema/answers/search-hit.ts";
import type { Selection } from "#client/model/view/selection.ts";
import { searchQuery } from "#client/queries.ts";
import { useWords } from "#client/ui/use-words.ts";
import { useView } from "#client/ui/view-context.tsx";
import { useSearchKey } from "./use-keys.ts";

const patienceMs = 200;
const kinds = ["park", "enterprise", "resource", "city"] as const;

/** What the search box asks for once the typing rests. */
function useRested(text: string): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), patienceMs);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
}

const keyOf = (hit: SearchHit) => `${hit.kind} ${hit.id}`;

/** The text, the answers to it, and what taking one of them does. */
function useSearch() {
  const [text, setText] = useState("");
  const asked = useRested(text.trim());
  const answer = useQuery({ ...searchQuery(asked), enabled: asked !== "" });
  const queries = useQueryClient();
  const open = useOpenHit();
  const hits = asked === "" ? [] : (answer.data?.items ?? []);
  const take = (hit: SearchHit | undefined) => {
    if (hit === undefined) return;
    open(hit);
    setText("");
  };
  /** Takes the first answer, even while that is still on its way. */
  const takeFirst = async () => {
    if (text.trim() !== "") take((await queries.fetchQuery(searchQuery(text.trim()))).items[0]);
  };
  return { text, setText, asked, answer, hits, take, takeFirst };
}

/** Search over parks, enterprises, materials and cities; Enter selects and the camera goes there. */
export function SearchBox() {
  const { t } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const { text, setText, asked, answer, hits, take, takeFirst } = useSearch();
  useSearchKey(() => input.current?.focus());
  const onKeyDown = (event: KeyboardEvent) => {
    const isBusy = event.nativeEvent.isComposing || event.currentTarget.hasAttribute("aria-activedescendant");
    // A failed search shows in the list under the box.
    if (event.key === "Enter" && !isBusy) void takeFirst().catch(() => undefined);
  };
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
      allowsEmptyCollection
      menuTrigger="input"
      defaultFilter={() => true}
    >
      <Input
        ref={input}
        className="input search-input"
        placeholder={t("search.label")}
        onKeyDown={onKeyDown}
      />
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
  if (hit.kind === "enterprise")
    return hit.placeId === null ? null : { kind: "enterprise", placeId: hit.placeId, id: hit.id };
  return hit.placeId === null ? null : { kind: "place", placeId: hit.placeId };
}

/** A place or enterprise is selected; a material opens the table of exchanges and listings that name it. */
function useOpenHit() {
  const { change, select } = useView();
  return (hit: SearchHit) => {
    const selection = selectionOf(hit);
    if (selection !== null) select(selection, { focusPanel: true, fly: true });
    else if (hit.kind === "resource")
      change({ tab: "table", table: "listings", resource: hit.id, sort: null });
  };
}
