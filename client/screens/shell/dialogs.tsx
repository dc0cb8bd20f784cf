import { useQuery } from "@tanstack/react-query";
import { Button } from "react-aria-components/Button";
import { Dialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { metaQuery } from "#client/queries.ts";
import { Asked } from "#client/ui/asked.tsx";
import { useWords } from "#client/ui/use-words.ts";

export type DialogName = "about" | "keys";

interface DialogsProps {
  readonly name: DialogName;
  readonly onClose: () => void;
}

/** The two things that stand over the page: what this is, and which keys there are. */
export function Dialogs({ name, onClose }: DialogsProps) {
  const { t } = useWords();
  return (
    <ModalOverlay className="overlay" isOpen isDismissable onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal className="modal">
        <Dialog className="dialog">
          <div className="dialog-head">
            <Heading slot="title">{t(name === "about" ? "about.title" : "keys.title")}</Heading>
            <Button className="button" slot="close">
              {t("action.close")}
            </Button>
          </div>
          {name === "about" ? <About /> : <Keys />}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function About() {
  const { t, count } = useWords();
  const meta = useQuery(metaQuery());
  return (
    <>
      <p>{t("overview.what")}</p>
      <p>{t("about.honesty")}</p>
      <p>{t("about.boundary")}</p>
      <p>{t("about.legal")}</p>
      <Asked what={t("what.meta")} result={meta}>
        {(data) => (
          <>
            <dl className="pairs">
              <dt>{t("about.version")}</dt>
              <dd>{data.productVersion}</dd>
              <dt>{t("about.network")}</dt>
              <dd>
                {data.networkVersion}
                {data.importedAt !== null && ` · ${minuteOf(data.importedAt)}`}
              </dd>
              <dt>{t("about.hash")}</dt>
              <dd>
                <code>{data.contentHash.slice(0, 16)}</code>
              </dd>
              <dt>{t("about.asOf")}</dt>
              <dd>{data.asOf ?? "–"}</dd>
              <dt>{t("about.coordinates")}</dt>
              <dd>{data.coordinateSystem}</dd>
              <dt>{t("about.synthetic")}</dt>
              <dd>{count(data.syntheticCount)}</dd>
            </dl>
            <h3>{t("about.credits")}</h3>
            <ul className="plain-list">
              {data.credits.map((credit) => (
                <li key={credit}>{credit}</li>
              ))}
            </ul>
          </>
        )}
      </Asked>
      <p>
        <a href="/api/docs">{t("about.api")}</a>
      </p>
    </>
  );
}

/** ISO time to the minute, as people read it. */
const minuteOf = (isoTime: string) => `${isoTime.slice(0, 16).replace("T", " ")} UTC`;

const keys = [
  ["/", "keys.search"],
  ["← ↑ → ↓", "keys.walk"],
  ["Shift + ← ↑ → ↓", "keys.pan"],
  ["Shift + ↘", "keys.box"],
  ["Enter", "keys.open"],
  ["Esc", "keys.back"],
  ["1 2 3", "keys.depth"],
  ["+ − 0", "keys.zoom"],
  ["M G T", "keys.views"],
  ["?", "keys.help"],
] as const;

function Keys() {
  const { t } = useWords();
  return (
    <>
      <p>{t("keys.note")}</p>
      <dl className="pairs keys">
        {keys.map(([key, meaning]) => (
          <div key={key} className="contents">
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(meaning)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
