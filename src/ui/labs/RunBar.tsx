import { ActionIcon, Button, Menu } from "@mantine/core";
import {
  IconBraces,
  IconDownload,
  IconFolderOpen,
  IconPlayerPause,
  IconPlayerPlay,
  IconTable,
} from "@tabler/icons-react";
import { formatCount, formatDuration, formatPercent } from "../../i18n/format";
import { translateAll } from "../../i18n/translate";
import type { LabId } from "../../labs";
import { isPaused, isUnderWay, type LabState } from "../../session/labs/labState";
import { canRunLab } from "../../session/labs/survey";
import { usePlayground, useSelect } from "../context";
import { useTexts, useTranslate } from "../language/useTexts";
import { chooseLabDocument } from "../opening";
import { saveLab } from "../saving";
import { Track } from "../shell/Track";
import { texts as shellTable } from "../shell/texts";
import classes from "./labs.module.css";
import { texts } from "./texts";
import { useLab } from "./useLab";

/** Runs and pauses a lab, says how far it is and on what, and exports what it has. */
export function RunBar({ id, unit }: { id: LabId; unit: string }) {
  const t = useTexts(texts);
  const translate = useTranslate();
  const lab = useLab(id);
  return (
    <section className={classes.run} aria-label={t.run}>
      <RunButton id={id} lab={lab} />
      <StartOver id={id} lab={lab} />
      <div className={classes.progress}>
        <div className={classes.counter}>
          <span>{countOf(lab, unit)}</span>
          <span role="status">{phaseOf(lab)}</span>
        </div>
        <Track label={t.progress} share={shareDone(lab)} max={100} />
        <p className={classes.device}>{deviceOf(lab)}</p>
        {lab.note && (
          <p className={classes.device} role="status">
            {translate(lab.note)}
          </p>
        )}
      </div>
      <OpenButton />
      <ExportMenu id={id} disabled={lab.rows.length === 0 || lab.errors.length > 0} />
    </section>
  );
}

function RunButton({ id, lab }: { id: LabId; lab: LabState }) {
  const { labs } = usePlayground();
  const mayRun = useSelect((state) => canRunLab(id, state));
  const underWay = isUnderWay(lab.phase);
  const Icon = underWay ? IconPlayerPause : IconPlayerPlay;
  return (
    <Button
      size="compact-md"
      w={136}
      leftSection={<Icon size={16} />}
      aria-keyshortcuts={lab.phase === "finished" ? undefined : "Space"}
      disabled={!underWay && !mayRun}
      onClick={() => void (underWay ? labs.cancel(id) : labs.run(id))}
    >
      {buttonOf(lab)}
    </Button>
  );
}

/** Gives up the rows of a run that was paused. */
function StartOver({ id, lab: { phase, rows, errors } }: { id: LabId; lab: LabState }) {
  const t = useTexts(texts);
  const { labs } = usePlayground();
  if ((phase !== "stopped" && phase !== "failed") || rows.length === 0 || errors.length > 0) return null;
  return (
    <Button size="compact-sm" variant="subtle" color="gray" onClick={() => void labs.run(id, true)}>
      {t.buttons.startOver}
    </Button>
  );
}

function buttonOf(lab: LabState): string {
  const { buttons } = translateAll(texts);
  if (isUnderWay(lab.phase)) return lab.loading === null ? buttons.pause : buttons.cancel;
  if (isPaused(lab)) return buttons.continue;
  if (lab.rows.length === 0) return buttons.run;
  return lab.phase === "finished" ? buttons.again : buttons.continue;
}

function countOf({ done, total, rows }: LabState, unit: string): string {
  const t = translateAll(texts);
  if (total > 0) return t.done({ done: formatCount(Math.floor(done)), total: formatCount(total), unit });
  return rows.length > 0 ? t.kept({ rows: rows.length }) : "";
}

function phaseOf(lab: LabState): string {
  const shellTexts = translateAll(shellTable);
  const t = translateAll(texts);
  const { phase, timeLeft, failure, loading } = lab;
  if (phase === "failed") return t.failed({ reason: failure ?? "" });
  if (loading !== null) return t.phases.loading({ percent: formatPercent(loading, 0) });
  const name = t.phases[stopOf(lab) ?? phase];
  return timeLeft === null ? name : `${name}, ${shellTexts.topBar.timeLeft({ time: formatDuration(timeLeft) })}`;
}

/** How much there is after a pause; null where a lab is not paused. */
function stopOf(lab: LabState): "idle" | "begun" | "stopped" | null {
  if (lab.phase !== "stopped") return null;
  if (!isPaused(lab)) return "idle";
  return lab.rows.length === 0 ? "begun" : "stopped";
}

function shareDone({ phase, done, total, loading }: LabState): number {
  if (loading !== null) return loading;
  return phase === "finished" ? 1 : total > 0 ? done / total : 0;
}

function deviceOf({ environment }: LabState): string {
  const shellTexts = translateAll(shellTable);
  const t = translateAll(texts);
  if (!environment) return t.nothingStored;
  return t.device({ backend: shellTexts.backend.names[environment.backend], adapter: environment.adapter });
}

/** What was measured elsewhere may be of another lab, whose page is shown then. */
function OpenButton() {
  const t = useTexts(texts);
  const playground = usePlayground();
  return (
    <ActionIcon
      variant="default"
      size={30}
      aria-label={t.open}
      title={t.open}
      onClick={() => chooseLabDocument(playground)}
    >
      <IconFolderOpen size={16} stroke={1.7} />
    </ActionIcon>
  );
}

function ExportMenu({ id, disabled }: { id: LabId; disabled: boolean }) {
  const t = useTexts(texts);
  const playground = usePlayground();
  return (
    <Menu position="bottom-end" width={210} withArrow>
      <Menu.Target>
        <ActionIcon variant="default" size={30} aria-label={t.export} disabled={disabled}>
          <IconDownload size={16} stroke={1.7} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconTable size={15} />} onClick={() => void saveLab(playground, id, "csv")}>
          {t.exportCsv}
        </Menu.Item>
        <Menu.Item leftSection={<IconBraces size={15} />} onClick={() => void saveLab(playground, id, "json")}>
          {t.exportJson}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
