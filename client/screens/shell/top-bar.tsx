import { useQuery } from "@tanstack/react-query";
import { Button } from "react-aria-components/Button";
import { Group } from "react-aria-components/Group";
import { saveLanguage } from "#client/i18n/language.ts";
import { languages, tabs, type Language, type Tab } from "#client/model/view/view-state.ts";
import { metaQuery } from "#client/queries.ts";
import { ViewLink } from "#client/ui/links.tsx";
import { useWords } from "#client/ui/use-words.ts";
import { useView } from "#client/ui/view-context.tsx";
import { ExportMenu } from "./export-menu.tsx";
import { SearchBox } from "./search-box.tsx";

interface TopBarProps {
  /** The tab that is shown. */
  readonly tab: Tab;
  readonly onAbout: () => void;
}

export function TopBar({ tab: shown, onAbout }: TopBarProps) {
  const { t } = useWords();
  return (
    <header className="bar">
      <h1 className="brand">
        {t("product.name")} <span className="brand-region">{t("product.region")}</span>
      </h1>
      <nav className="tabs" aria-label={t("shell.views")}>
        {tabs.map((tab) => (
          <ViewLink
            key={tab}
            patch={{ tab }}
            className={`tab ${tab === shown ? "current" : ""}`}
            isCurrent={tab === shown}
          >
            {t(`tab.${tab}`)}
          </ViewLink>
        ))}
      </nav>
      <SearchBox />
      <div className="bar-end">
        <DataState />
        <LanguageSwitch />
        <ExportMenu />
        <Button className="button-quiet" onPress={onAbout}>
          {t("about.open")}
        </Button>
      </div>
    </header>
  );
}

/** Which data the page speaks of. */
function DataState() {
  const { t } = useWords();
  const meta = useQuery(metaQuery());
  if (meta.data === undefined) return null;
  const { networkVersion, asOf } = meta.data;
  return (
    <p className="data-state">
      {t("state.version", { version: networkVersion })}
      {asOf !== null && ` · ${t("state.asOf", { month: asOf })}`}
    </p>
  );
}

const languageNames: Readonly<Record<Language, "language.zh" | "language.en">> = {
  "zh-CN": "language.zh",
  en: "language.en",
};

/** Both languages at once, the present one pressed: a choice in a language one cannot read stays findable. */
function LanguageSwitch() {
  const { t, language } = useWords();
  const { change } = useView();
  const choose = (next: Language) => {
    saveLanguage(next);
    change({ language: next === "zh-CN" ? null : next });
  };
  return (
    <Group className="language" aria-label={t("language.title")}>
      {languages.map((one) => (
        <Button
          key={one}
          className="language-choice"
          aria-pressed={one === language}
          lang={one}
          onPress={() => choose(one)}
        >
          {t(languageNames[one])}
        </Button>
      ))}
    </Group>
  );
}
