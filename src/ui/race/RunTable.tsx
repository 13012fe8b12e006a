import { Table, TextInput } from "@mantine/core";
import { IconArrowBackUp, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { describeConfigDiff } from "../../config/diff";
import { findPreset, presetConfig } from "../../config/presets";
import { formatCount, formatDateTime, formatPercent, formatSetting } from "../../i18n/format";
import { textsOf } from "../../i18n/message";
import { translate, translateAll } from "../../i18n/translate";
import type { PastRun } from "../../storage/runs/pastRun";
import { Swatch } from "../charts/plot/Legend";
import { ColumnNames } from "../components/ColumnNames";
import { IconButton } from "../components/IconButton";
import { useLooks, usePlayground, useSelect } from "../context";
import { UnreadableList } from "../faults/UnreadableList";
import { useTexts } from "../language/useTexts";
import { settingName } from "../settings/names";
import { texts as settingsTable } from "../settings/texts";
import { texts as shellTable } from "../shell/texts";
import classes from "./race.module.css";
import { texts } from "./texts";

/** Runs that are over: what they were, what came out, and what one wants to remember of them. */
export function RunTable() {
  const t = useTexts(texts);
  const history = useSelect((state) => state.history);
  return (
    <section className={classes.runs} aria-labelledby="runs-title">
      <h2 id="runs-title" className={classes.heading}>
        {t.history.title}
      </h2>
      {history.length === 0 ? (
        <p className={classes.empty}>{t.history.empty}</p>
      ) : (
        // biome-ignore lint/a11y/useSemanticElements: the section around it is the landmark.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard.
        <div className={classes.scroller} role="group" tabIndex={0} aria-labelledby="runs-title">
          <Table fz="xs" verticalSpacing={5}>
            <ColumnNames names={Object.values(t.history.columns)} />
            <Table.Tbody>
              {history.map((run) => (
                <Row key={run.id} run={run} />
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
      <UnreadableList store="runs" />
    </section>
  );
}

function presetTitle(id: string | null): string | undefined {
  const preset = findPreset(id);
  return preset && translate(textsOf("presets", preset).title);
}

const QUIET = { variant: "subtle", color: "gray" } as const;

function Row({ run }: { run: PastRun }) {
  const t = useTexts(texts);
  const shellTexts = useTexts(shellTable);
  const playground = usePlayground();
  const when = formatDateTime(new Date(run.startedAt));
  return (
    <Table.Tr>
      <Table.Td className={classes.nowrap}>{when}</Table.Td>
      <Table.Td>{presetTitle(run.presetId) ?? t.presets.custom}</Table.Td>
      <Table.Td className={classes.differences}>{differences(run)}</Table.Td>
      <Table.Td className={classes.nowrap}>
        {formatCount(run.stepsDone)} {shellTexts.topBar.of({ steps: formatCount(run.config.steps) })}
      </Table.Td>
      <Table.Td>
        <Results run={run} />
      </Table.Td>
      <Table.Td>
        <Note run={run} when={when} />
      </Table.Td>
      <Table.Td className={classes.nowrap}>
        <IconButton {...QUIET} label={t.history.load} onClick={() => void playground.reuseSettings(run)}>
          <IconArrowBackUp size={16} />
        </IconButton>
        <IconButton {...QUIET} label={t.history.remove} onClick={() => void playground.runs.remove([run.id])}>
          <IconTrash size={16} />
        </IconButton>
      </Table.Td>
    </Table.Tr>
  );
}

/** `Batch size 32, Learning rate 0.01` */
function differences(run: PastRun): string {
  const settingsTexts = translateAll(settingsTable);
  const t = translateAll(texts);
  const changes = describeConfigDiff(presetConfig(run.presetId), run.config).map(({ path, after }) => {
    const name = settingName(path);
    return path === "arms" ? name : `${name} ${formatSetting(after) || settingsTexts.automatic}`;
  });
  return changes.join(", ") || t.history.same;
}

function Results({ run }: { run: PastRun }) {
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

function Note({ run, when }: { run: PastRun; when: string }) {
  const t = useTexts(texts);
  const playground = usePlayground();
  const [text, setText] = useState(run.note);
  return (
    <TextInput
      size="xs"
      aria-label={t.history.note({ when })}
      placeholder={t.history.notePlaceholder}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => text !== run.note && void playground.runs.archive.remark(run, { note: text })}
    />
  );
}
