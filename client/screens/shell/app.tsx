import { lazy, Suspense, useEffect, useMemo, useState } from "react";
import { Button } from "react-aria-components/Button";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { savedLanguage, showLanguage } from "#client/i18n/language.ts";
import type { Tab } from "#client/model/view/view-state.ts";
import {
  loadDialogs,
  loadFilterPanel,
  loadNetworkScreen,
  loadTableScreen,
} from "#client/screens/load-screens.ts";
import { Announcer } from "#client/ui/announcer.tsx";
import { Progress } from "#client/ui/asked.tsx";
import { Boundary } from "#client/ui/boundary.tsx";
import { useWords } from "#client/ui/use-words.ts";
import { useView, ViewProvider } from "#client/ui/view-context.tsx";
import { canDraw } from "./can-draw.ts";
import { IgnoredNote } from "./ignored-note.tsx";
import { OutageBar } from "./outage-bar.tsx";
import { PendingNote } from "./pending-note.tsx";
import { PaperNote } from "./paper-note.tsx";
import { SelectionPanel } from "./selection-panel.tsx";
import { TopBar } from "./top-bar.tsx";
import { usePanelEscape } from "./use-keys.ts";
import type { DialogName } from "./dialogs.tsx";

const Dialogs = lazy(async () => ({ default: (await loadDialogs()).Dialogs }));
const Filter = lazy(async () => ({ default: (await loadFilterPanel()).FilterPanel }));
const Network = lazy(async () => ({ default: (await loadNetworkScreen()).NetworkScreen }));
const Table = lazy(async () => ({ default: (await loadTableScreen()).TableScreen }));
/** The whole page: one bar, filters left, the network or its tables in the middle, the selected thing right. */
export function App() {
  return (
    <ViewProvider>
      <Announcer>
        <Shell />
      </Announcer>
    </ViewProvider>
  );
}

function Shell() {
  const { t } = useWords();
  const { view } = useView();
  const [dialog, setDialog] = useState<DialogName | null>(null);
  const language = view.language ?? savedLanguage() ?? "zh-CN";
  useEffect(() => showLanguage(language), [language]);
  usePanelEscape();
  const isDrawable = useMemo(() => canDraw(), []);
  const tab = isDrawable ? view.tab : "table";
  return (
    <I18nProvider locale={language}>
      <div className={`page page-${tab} ${view.selection === null ? "page-free" : ""}`}>
        <a className="skip-link" href="#main">
          {t("shell.skip")}
        </a>
        <TopBar tab={tab} onAbout={() => setDialog("about")} />
        {tab === "table" && <PaperNote />}
        <OutageBar />
        <FilterSide />
        <main id="main" className="center" tabIndex={-1}>
          <IgnoredNote />
          <PendingNote />
          <Middle tab={tab} isDrawable={isDrawable} onHelp={() => setDialog("keys")} />
        </main>
        <aside className="right" aria-label={t("shell.details")}>
          <SelectionPanel />
        </aside>
      </div>
      {dialog !== null && (
        <Boundary what={t("about.open")}>
          <Suspense fallback={null}>
            <Dialogs name={dialog} onClose={() => setDialog(null)} />
          </Suspense>
        </Boundary>
      )}
    </I18nProvider>
  );
}

/** The filter at the left; on a phone folded under the picture, so that the panel of what is selected comes next. */
function FilterSide() {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <aside className={`left ${isOpen ? "left-open" : ""}`} aria-label={t("filter.title")}>
      <Button className="left-fold" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
        {t(isOpen ? "filter.fold" : "filter.unfold")}
      </Button>
      <Boundary what={t("filter.title")}>
        <Suspense fallback={<Progress what={t("filter.title")} />}>
          <Filter />
        </Suspense>
      </Boundary>
    </aside>
  );
}

interface MiddleProps {
  /** The tab that is shown: the table where nothing else can be drawn. */
  readonly tab: Tab;
  readonly isDrawable: boolean;
  readonly onHelp: () => void;
}

/** The network where it is asked for and can be drawn; the tables otherwise, saying why. */
function Middle({ tab, isDrawable, onHelp }: MiddleProps) {
  const { t } = useWords();
  const isTable = tab === "table";
  const what = isTable ? t("tab.table") : t("what.network");
  return (
    <Boundary what={what}>
      <Suspense fallback={<Progress what={what} />}>
        {isTable ? <Table standsIn={!isDrawable} /> : <Network onHelp={onHelp} />}
      </Suspense>
    </Boundary>
  );
}
