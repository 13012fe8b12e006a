import { ActionIcon, Button, Menu } from "@mantine/core";
import { IconBraces, IconDownload, IconPlayerPause, IconPlayerPlay, IconTable } from "@tabler/icons-react";
import { formatCount, formatDuration } from "../../i18n/format";
import { translateAll } from "../../i18n/translate";
import type { LabId } from "../../labs";
import { isUnderWay, type LabState } from "../../session/labs/labState";
import { usePlayground } from "../context";
import { useTexts } from "../language/useTexts";
import { saveLab } from "../saving";
import { Track } from "../shell/Track";
import { texts as shellTable } from "../shell/texts";
import classes from "./labs.module.css";
import { texts } from "./texts";
import { useLab } from "./useLab";

/** Runs and pauses a lab, says how far it is and on what, and exports what it has. */
export function RunBar({ id, unit }: { id: LabId; unit: string }) {
  const t = useTexts(texts);
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
      </div>
      <ExportMenu id={id} disabled={lab.rows.length === 0 || lab.errors.length > 0} />
    </section>
  );
}

function RunButton({ id, lab }: { id: LabId; lab: LabState }) {
  const { labs } = usePlayground();
  const underWay = isUnderWay(lab.phase);
  const Icon = underWay ? IconPlayerPause : IconPlayerPlay;
  return (
    <Button
      size="compact-md"
      w={136}
      leftSection={<Icon size={16} />}
      aria-keyshortcuts={lab.phase === "finished" ? undefined : "Space"}
      disabled={!underWay && lab.errors.length > 0}
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

function buttonOf({ phase, rows }: LabState): string {
  const t = translateAll(texts);
  const { buttons } = t;
  if (isUnderWay(phase)) return buttons.pause;
  if (rows.length === 0) return buttons.run;
  return phase === "finished" ? buttons.again : buttons.resume;
}

function countOf({ done, total, rows }: LabState, unit: string): string {
  const t = translateAll(texts);
  if (total > 0) return t.done({ done: formatCount(Math.floor(done)), total: formatCount(total), unit });
  return rows.length > 0 ? t.kept({ rows: rows.length }) : "";
}

function phaseOf({ phase, timeLeft, failure, rows }: LabState): string {
  const shellTexts = translateAll(shellTable);
  const t = translateAll(texts);
  if (phase === "failed") return t.failed({ reason: failure ?? "" });
  const name = t.phases[phase === "stopped" && rows.length === 0 ? "idle" : phase];
  return timeLeft === null ? name : `${name}, ${shellTexts.topBar.timeLeft({ time: formatDuration(timeLeft) })}`;
}

function shareDone({ phase, done, total }: LabState): number {
  return phase === "finished" ? 1 : total > 0 ? done / total : 0;
}

function deviceOf({ environment }: LabState): string {
  const shellTexts = translateAll(shellTable);
  const t = translateAll(texts);
  if (!environment) return t.nothingStored;
  return t.device({ backend: shellTexts.backend.names[environment.backend], adapter: environment.adapter });
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
