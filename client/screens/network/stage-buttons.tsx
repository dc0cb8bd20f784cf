import type { RefObject } from "react";
import { Button } from "react-aria-components/Button";
import { Group } from "react-aria-components/Group";
import type { Stage } from "#client/stage/stage.ts";
import { useWords } from "#client/ui/use-words.ts";

interface StageButtonsProps {
  readonly stage: RefObject<Stage | null>;
  readonly onHelp: () => void;
}

export function StageButtons({ stage, onHelp }: StageButtonsProps) {
  const { t } = useWords();
  const buttons = [
    { label: t("stage.zoomIn"), path: "M8 3v10M3 8h10", press: () => stage.current?.zoomIn() },
    { label: t("stage.zoomOut"), path: "M3 8h10", press: () => stage.current?.zoomOut() },
    {
      label: t("stage.fit"),
      path: "M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10",
      press: () => stage.current?.fit(),
    },
    {
      label: t("stage.keys"),
      path: "M5.6 6.2a2.4 2.4 0 1 1 3.3 2.2c-.6.3-.9.7-.9 1.4M8 12.4v.2",
      press: onHelp,
    },
  ];
  return (
    <Group className="stage-buttons" aria-label={t("stage.controls")}>
      {buttons.map(({ label, path, press }) => (
        <Button key={label} className="stage-button" aria-label={label} onPress={press}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d={path} />
          </svg>
        </Button>
      ))}
    </Group>
  );
}
