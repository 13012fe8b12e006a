import { Button } from "@mantine/core";
import { useMemo, useState } from "react";
import { describeConfigDiff } from "../../config/diff";
import { equal } from "../../config/paths";
import { findPreset } from "../../config/presets";
import { sampleKind, setUpFor } from "../../config/presets/setup";
import { textsOf } from "../../i18n/message";
import { translate } from "../../i18n/translate";
import { unsuitedData } from "../../session/data/dataSetup";
import type { AppliedSetup, RefusedData } from "../../session/playgroundState";
import { usePlayground, useSelect } from "../context";
import { useTexts } from "../language/useTexts";
import { ChangeList } from "../settings/ChangeList";
import classes from "../settings/pendingChanges.module.css";
import { describeShape } from "./describeShape";
import { texts } from "./texts";

/** Where the settings were made for other samples than the data has: an offer of those of a preset, and the way back. */
export function DataSetup() {
  const state = useSelect((all) => all);
  const data = unsuitedData(state);
  const { setup, draft } = state;
  if (data) return <Offer key={JSON.stringify(data.dataset)} data={data} />;
  return setup && equal(setup.after.dataset, draft.dataset) ? <Applied setup={setup} /> : null;
}

function Offer({ data }: { data: RefusedData }) {
  const { dataset, shape } = data;
  const t = useTexts(texts);
  const playground = usePlayground();
  const draft = useSelect((state) => state.draft);
  const starting = useSelect((state) => state.starting);
  const [declined, setDeclined] = useState(false);
  const { presetId, changes } = useMemo(() => {
    const own = { ...draft, dataset };
    const lent = setUpFor(own, shape);
    return { presetId: lent.presetId, changes: describeConfigDiff(own, lent.config) };
  }, [draft, dataset, shape]);
  if (declined) return null;
  const kind = sampleKind(shape);
  return (
    <section className={classes.notice} aria-label={t.setup.apply[kind]}>
      <strong>{t.setup.title[kind]}</strong>
      <span>{t.setup.reason[kind]({ shape: describeShape(shape) })}</span>
      <ChangeList title={t.setup.changes({ n: changes.length, preset: presetTitle(presetId) })} changes={changes} />
      <div className={classes.noticeButtons}>
        <Button size="compact-sm" loading={starting} onClick={() => void playground.setup.apply()}>
          {t.setup.apply[kind]}
        </Button>
        {kind === "images" && (
          <Button size="compact-sm" variant="default" onClick={() => void playground.askLab("advice", data)}>
            {t.setup.ask}
          </Button>
        )}
        <Button size="compact-sm" variant="default" onClick={() => setDeclined(true)}>
          {t.setup.decline}
        </Button>
      </div>
    </section>
  );
}

function Applied({ setup: { before, after, shape } }: { setup: AppliedSetup }) {
  const t = useTexts(texts);
  const playground = usePlayground();
  const starting = useSelect((state) => state.starting);
  const changes = describeConfigDiff(before.draft, after);
  return (
    <section className={classes.notice} aria-label={t.setup.done[sampleKind(shape)]}>
      <strong>{t.setup.done[sampleKind(shape)]}</strong>
      <ChangeList title={t.setup.changed({ n: changes.length })} changes={changes} />
      <div className={classes.noticeButtons}>
        <Button size="compact-sm" variant="default" loading={starting} onClick={() => void playground.setup.undo()}>
          {t.setup.undo}
        </Button>
      </div>
    </section>
  );
}

function presetTitle(id: string): string {
  const preset = findPreset(id);
  return preset ? translate(textsOf("presets", preset).title) : id;
}
