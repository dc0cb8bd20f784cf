import type { Candidate } from "#graph/schema/answers/candidate.ts";
import type { Cell } from "#client/model/csv.ts";
import type { Words } from "#client/ui/use-words.ts";
import { fileOnly, type Column } from "./column.ts";

/** Money and carbon in the file of candidates; a figure that rests on assumptions has its sign alone. */
export function economicsColumns({ t, pick, say }: Words): readonly Column<Candidate>[] {
  const column = (
    id: string,
    title: string,
    value: (economics: Candidate["economics"]) => Cell | undefined,
  ) => fileOnly<Candidate>(id, title, ({ economics }) => value(economics) ?? null);
  return [
    column("surplusBest", t("column.surplusBest"), ({ surplus }) => surplus?.band?.best),
    column("surplusLow", t("column.surplusLow"), ({ surplus }) => surplus?.band?.low),
    column("surplusHigh", t("column.surplusHigh"), ({ surplus }) => surplus?.band?.high),
    column("surplusSign", t("column.surplusSign"), ({ surplus }) =>
      surplus === null ? null : t(`economics.sign.${surplus.sign}`),
    ),
    column("surplusAssumed", t("column.surplusAssumed"), ({ surplus }) => surplus?.assumedShare),
    column("surplusYear", t("column.surplusYear"), ({ surplusPerYear }) => surplusPerYear?.band?.best),
    column("pays", t("column.pays"), ({ pays }) => pays),
    column("breakEven", t("column.breakEven"), ({ breakEvenKm }) => breakEvenKm?.best),
    column("breakEvenLow", t("column.breakEvenLow"), ({ breakEvenKm }) => breakEvenKm?.low),
    column("breakEvenHigh", t("column.breakEvenHigh"), ({ breakEvenKm }) => breakEvenKm?.high),
    column("carbonPerTonne", t("column.carbonPerTonne"), ({ carbon }) => carbon?.kgPerTonne.best),
    column("carbonYear", t("column.carbonYear"), ({ carbon }) => carbon?.tonnesPerYear),
    column("replacedYear", t("column.replacedYear"), ({ replaced }) => replaced?.tonnesPerYear),
    column("decisive", t("column.decisive"), ({ decisive }) =>
      decisive === null ? null : pick(decisive.nameZh, decisive.nameEn),
    ),
    column("economicsMissing", t("column.economicsMissing"), ({ missing }) => missing.map(say).join("; ")),
  ];
}
