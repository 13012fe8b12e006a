import { NativeSelect } from "@mantine/core";
import { useMemo, useState } from "react";
import { formatList, formatNumber } from "../../../i18n/format";
import type { MetricId } from "../../../metrics";
import { differenceOfRuns, type RunDifference } from "../../../record/runComparison";
import { excludesZero } from "../../../record/statistics/differences";
import type { Run } from "../../../session/run";
import { settingName } from "../../../session/settings/names";
import { useLooks, useSelect } from "../../context";
import { useTexts } from "../../language/useTexts";
import { Swatch } from "../plot/Legend";
import { placesInWords } from "./againstWords";
import classes from "./overlay.module.css";
import { texts } from "./texts";
import type { DrawnRun } from "./useOverlaid";

interface RunAgainstProps {
  run: Run;
  runs: readonly DrawnRun[];
  metric: MetricId;
  revision: number;
}

/** The run that is shown minus another, arm by arm: the one that is pinned in the table of runs, unless another is chosen. */
export function RunAgainst({ run, runs, metric, revision }: RunAgainstProps) {
  const t = useTexts(texts);
  const history = useSelect((state) => state.history);
  const [chosen, setChosen] = useState<string | null>(null);
  const pinned = runs.find(({ id }) => history.some((row) => row.id === id && row.pinned));
  const other = runs.find(({ id }) => id === chosen) ?? pinned ?? runs[0];
  const looks = useLooks(run.config);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the columns of the run grow in place.
  const differences = useMemo(
    () =>
      looks.map((look, arm) => {
        const twin = other?.looks.findIndex(({ label }) => label === look.label) ?? -1;
        const difference = other && twin >= 0 ? differenceOfRuns(run, other, metric, [arm, twin]) : null;
        return { look, difference, without: twin < 0 ? t.noTwin : t.notMeasured };
      }),
    [run, other, looks, metric, revision, t],
  );
  const isUnderWay = useSelect((state) => state.run?.id === other?.id && goesOn(state.run));
  if (!other) return null;
  const isProvisional = isUnderWay || goesOn(run);
  return (
    <div className={classes.against}>
      <span className={classes.strip}>
        {t.against}
        <NativeSelect
          size="xs"
          aria-label={t.against}
          data={runs.map(({ id, number, called }) => ({ value: id, label: `${number} ${called}` }))}
          value={other.id}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
      </span>
      <ul>
        {differences.map(({ look, difference, without }) => (
          <li key={look.label}>
            <Swatch look={look} /> {look.label}:{" "}
            {difference ? <Difference of={difference} {...{ isProvisional }} /> : without}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Whether a run may still change; one that was interrupted does not by itself. */
function goesOn(run: Run | null): boolean {
  return run?.state === "running" || run?.state === "paused";
}

function Difference({ of, isProvisional }: { of: RunDifference; isProvisional: boolean }) {
  const t = useTexts(texts);
  const { difference, ci95 } = of;
  if (difference === null) return t.noDifference;
  const size = (difference > 0 ? "+" : "") + formatNumber(difference);
  const [low, high] = (ci95 ?? []).map((end) => formatNumber(end));
  const interval = ci95 ? t.interval({ low: low ?? "", high: high ?? "" }) : t.noInterval;
  const how =
    of.kind === "paired"
      ? t.paired({ n: of.n })
      : t.unpaired({ settings: formatList(of.because.map(settingName)), n: of.n[1], m: of.n[0] });
  return (
    <>
      <strong>{size}</strong> ({placesInWords(of.steps, isProvisional)}), {interval}
      {ci95 && !excludesZero(ci95) && ` (${t.holdsZero})`}; {how}
    </>
  );
}
