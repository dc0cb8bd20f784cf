import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ComboBox } from "react-aria-components/ComboBox";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import type { SearchHit } from "#graph/schema/answers/search-hit.ts";
import { searchQuery } from "#client/queries.ts";
import { useRested } from "./use-rested.ts";
import { useWords } from "./use-words.ts";

interface SearchFieldProps {
  readonly label: string;
  /** Which answers of the search may be chosen. */
  readonly accepts: (hit: SearchHit) => boolean;
  /** Name of what is chosen; empty while nothing is. */
  readonly chosen: string;
  readonly onChoose: (hit: SearchHit) => void;
}

/** One thing of the network, found by any part of its name, pinyin or code. Given a new key, it shows the new choice. */
export function SearchField({ label, accepts, chosen, onChoose }: SearchFieldProps) {
  const { t, name, pick } = useWords();
  const [text, setText] = useState(chosen);
  const asked = useRested(text.trim());
  // Of the text as it stands, not as it rested: a list that closes while nothing is found yet does not open by itself.
  const isAsking = text.trim() !== "" && text !== chosen;
  const answer = useQuery({ ...searchQuery(asked), enabled: isAsking && asked !== "" });
  const hits = isAsking ? (answer.data?.items ?? []).filter(accepts) : [];
  const emptyText = () => {
    if (answer.error !== null) return t("state.failed", { what: label });
    return answer.data === undefined || answer.isFetching
      ? t("state.loading", { what: label })
      : t("search.none", { text: asked });
  };
  return (
    <ComboBox
      className="search-field"
      inputValue={text}
      onInputChange={setText}
      value={null}
      onChange={(key) => {
        const hit = hits.find(({ id }) => id === key);
        if (hit !== undefined) onChoose(hit);
      }}
      allowsCustomValue
      allowsEmptyCollection={isAsking}
      menuTrigger="input"
      defaultFilter={() => true}
    >
      <Label>{label}</Label>
      <Input className="input" />
      <Popover className="popover search-popover">
        <ListBox className="menu" renderEmptyState={() => <p className="menu-empty">{emptyText()}</p>}>
          {hits.map((hit) => (
            <ListBoxItem key={hit.id} id={hit.id} className="menu-item" textValue={name(hit)}>
              {name(hit)}
              {hit.contextZh !== null && (
                <span className="secondary"> {pick(hit.contextZh, hit.contextEn)}</span>
              )}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
