import { Button } from "react-aria-components/Button";
import { Tooltip, TooltipTrigger } from "react-aria-components/Tooltip";
import type { Candidate } from "#graph/schema/answers/candidate.ts";
import { useWords, type Words } from "./use-words.ts";

type Parts = Candidate["scoreParts"];

const partNames = ["resourceFit", "practice", "quantityCover", "distance", "evidence"] as const;

function partText({ t, percent }: Words, parts: Parts, part: keyof Parts): string {
  const value = parts[part];
  return `${t(`scorePart.${part}`)} ${value === null ? t("quantity.unknown") : percent(value)}`;
}

function Bar({ value }: { readonly value: number | null }) {
  return (
    <span className={`score-bar ${value === null ? "score-unknown" : ""}`}>
      {value !== null && <span style={{ width: `${Math.round(value * 100)}%` }} />}
    </span>
  );
}

/** Five short bars; their names appear on hover and focus. Never one number. */
export function ScoreBars({ parts }: { readonly parts: Parts }) {
  const words = useWords();
  const texts = partNames.map((part) => partText(words, parts, part));
  return (
    <TooltipTrigger delay={150}>
      <Button className="score-bars" aria-label={texts.join(words.t("list.and"))}>
        {partNames.map((part) => (
          <Bar key={part} value={parts[part]} />
        ))}
      </Button>
      <Tooltip className="tooltip" placement="bottom start">
        {texts.map((text) => (
          <span key={text}>{text}</span>
        ))}
      </Tooltip>
    </TooltipTrigger>
  );
}

/** The same parts with their names written out. */
export function ScoreTable({ parts }: { readonly parts: Parts }) {
  const words = useWords();
  return (
    <dl className="score-table">
      {partNames.map((part) => {
        const value = parts[part];
        return (
          <div key={part}>
            <dt>{words.t(`scorePart.${part}`)}</dt>
            <dd className="score-cell">
              <Bar value={value} />
            </dd>
            <dd className="number">{value === null ? words.t("quantity.unknown") : words.percent(value)}</dd>
          </div>
        );
      })}
    </dl>
  );
}
