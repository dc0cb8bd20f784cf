import { useEffect, useRef, type ReactNode } from "react";
import { Button } from "react-aria-components/Button";
import { CloseMark } from "./close-mark.tsx";
import { useWords } from "./use-words.ts";
import { useView } from "./view-context.tsx";

interface PanelProps {
  readonly title: string;
  readonly kicker: string;
  readonly children: ReactNode;
}

/** The right panel of one selected thing. Takes the focus when it was opened by keyboard; Escape closes it. */
export function Panel({ title, kicker, children }: PanelProps) {
  const { t } = useWords();
  const { select, takePanelFocus } = useView();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takePanelFocus()) heading.current?.focus();
  }, [takePanelFocus]);
  return (
    <article className="panel" aria-labelledby="panel-title">
      <header className="panel-head">
        <p className="kicker">{kicker}</p>
        <h2 id="panel-title" ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <Button
          className="button-quiet panel-close"
          onPress={() => select(null)}
          aria-label={t("action.close")}
        >
          <CloseMark />
        </Button>
      </header>
      {children}
    </article>
  );
}

interface SectionProps {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

export function Section({ title, aside, children }: SectionProps) {
  return (
    <section className="section">
      <div className="section-head">
        <h3>{title}</h3>
        {aside}
      </div>
      {children}
    </section>
  );
}
