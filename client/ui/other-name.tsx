import { useWords } from "./use-words.ts";

interface OtherNameProps {
  readonly nameZh: string;
  readonly nameEn: string | null;
}

/** The name in the language that the page is not in, where both are known. */
export function OtherName({ nameZh, nameEn }: OtherNameProps) {
  const { language } = useWords();
  if (nameEn === null || nameEn === "") return null;
  const isChinese = language === "zh-CN";
  return (
    <p className="other-name" lang={isChinese ? "en" : "zh-CN"}>
      {isChinese ? nameEn : nameZh}
    </p>
  );
}
