import { IconAlertTriangle } from "@tabler/icons-react";
import { describeConfigDiff } from "../../../config/diff";
import { presetConfig } from "../../../config/presets";
import type { DataReport } from "../../../data/report/report";
import { texts as reportTable } from "../../../data/report/texts";
import { reportInWords } from "../../../data/report/words";
import {
  formatBytes,
  formatCount,
  formatDateTime,
  formatDuration,
  formatList,
  formatPercent,
} from "../../../i18n/format";
import { valueInWords } from "../../../session/settings/changeInWords";
import { settingName } from "../../../session/settings/names";
import type { PastRun } from "../../../storage/runs/pastRun";
import { Swatch } from "../../charts/plot/Legend";
import { useLooks, useSelect } from "../../context";
import { useTexts } from "../../language/useTexts";
import { presetTitle } from "../../race/presets/presetTitle";
import { texts as shellTable } from "../../shell/texts";
import classes from "../table.module.css";
import { texts } from "../texts";

/** What a row says of a run that nobody changes. */

interface CellProps {
  run: PastRun;
}

export function When({ run }: CellProps) {
  return <span className={classes.nowrap}>{formatDateTime(new Date(run.startedAt))}</span>;
}

export function Experiment({ run }: CellProps) {
  // Drawn anew in another language.
  useTexts(texts);
  return presetTitle(run.presetId);
}

/** `Batch size 32, Learning rate 0.01`; empty where nothing differs from the preset. */
export function differencesInWords({ presetId, config }: Pick<PastRun, "presetId" | "config">): string {
  const changes = describeConfigDiff(presetConfig(presetId), config).map(({ path, after }) => {
    const name = settingName(path);
    return path === "arms" ? name : `${name} ${valueInWords(path, after)}`;
  });
  return formatList(changes);
}

export function Differences({ run }: CellProps) {
  const t = useTexts(texts);
  const text = differencesInWords(run) || t.same;
  return (
    <>
      <span className={classes.differences} title={text}>
        {text}
      </span>
      {run.dataReport && <Suspicious report={run.dataReport} />}
    </>
  );
}

/** That there is something about the data of a run: what, says the browser's tooltip, and the run once it is opened. */
function Suspicious({ report }: { report: DataReport }) {
  const { suspicious } = useTexts(reportTable);
  const { suspicions } = reportInWords(report);
  if (suspicions.length === 0) return null;
  return (
    <span className={classes.suspicious} title={suspicions.join("\n")}>
      <IconAlertTriangle size={14} aria-hidden="true" /> {suspicious}
    </span>
  );
}

export function Steps({ run }: CellProps) {
  const t = useTexts(texts);
  const counts = { done: formatCount(run.stepsDone), steps: formatCount(run.config.steps) };
  return <span className={classes.nowrap}>{t.stepsOf(counts)}</span>;
}

export function Ended({ run: { id, ended, stepsDone, stoppedEarly } }: CellProps) {
  const t = useTexts(texts).endings;
  const isCurrent = useSelect((state) => state.run?.id === id && state.run.state !== "finished");
  const step = formatCount(stepsDone);
  if (isCurrent) return t.current;
  if (stoppedEarly) return t.early({ rule: stoppedEarly.rule, step });
  if (ended === null) return t.unknown({ step });
  return ended === "finished" ? t.finished : t[ended]({ step });
}

export function Results({ run }: CellProps) {
  const looks = useLooks(run.config);
  return (
    <ul className={classes.results}>
      {looks.map((look, i) => {
        const { mean, sd } = run.summary.probeAccuracy?.[i] ?? { mean: null, sd: null };
        return (
          <li key={look.label}>
            <Swatch look={look} />
            {look.label} {mean === null ? "\u2013" : formatPercent(mean)}
            {sd !== null && mean !== null && ` \u00b1 ${formatPercent(sd)}`}
          </li>
        );
      })}
    </ul>
  );
}

export function Duration({ run }: CellProps) {
  return <span className={classes.nowrap}>{formatDuration(run.durationMs)}</span>;
}

export function Device({ run: { environment } }: CellProps) {
  const { names } = useTexts(shellTable).backend;
  const { backend, adapter } = environment;
  return [backend && names[backend], adapter].filter(Boolean).join(", ");
}

export function Size({ run }: CellProps) {
  const t = useTexts(texts);
  return (
    <span className={classes.nowrap}>{run.columnBytes === null ? t.row.noCurves : formatBytes(run.columnBytes)}</span>
  );
}
