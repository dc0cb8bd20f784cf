import { Button } from "react-aria-components/Button";
import { Group } from "react-aria-components/Group";
import type { Depth } from "#client/model/view/view-state.ts";
import { useWords } from "#client/ui/use-words.ts";
import { useView } from "#client/ui/view-context.tsx";

const depths: readonly Depth[] = [1, 2, 3];

/** How many steps around the selection stay strong: the mouse's way to what the keys 1, 2 and 3 do. */
export function StageSteps() {
  const { t, count } = useWords();
  const { view, change } = useView();
  return (
    <Group className="stage-steps" aria-label={t("stage.depth")}>
      {depths.map((depth) => (
        <Button
          key={depth}
          className="stage-step"
          aria-pressed={depth === view.depth}
          onPress={() => change({ depth }, "replace")}
        >
          {t("stage.steps", { count: depth, text: count(depth) })}
        </Button>
      ))}
    </Group>
  );
}
