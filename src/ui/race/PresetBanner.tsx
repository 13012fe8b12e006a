import { Button, Select } from "@mantine/core";
import { IconArrowBackUp, IconBolt } from "@tabler/icons-react";
import { useMemo } from "react";
import { PRESETS } from "../../experiment/presets";
import { describeConfigDiff } from "../../store/configDiff";
import { merge } from "../../store/paths";
import { findPreset } from "../../store/playground";
import { presetConfig } from "../../store/urlState";
import { usePlayground, useSelect } from "../context";
import { words } from "../words";
import classes from "./race.module.css";

const CUSTOM = "custom";

/** Which experiment this is, what to look for in it, and the one change that turns it. */
export function PresetBanner() {
  const playground = usePlayground();
  const presetId = useSelect((state) => state.presetId);
  const preset = findPreset(presetId);
  const options = PRESETS.map(({ id, title }) => ({ value: id, label: title }));
  return (
    <section className={classes.banner} aria-label={words.presets.label}>
      <div className={classes.bannerHead}>
        <Select
          aria-label={words.presets.label}
          className={classes.presetSelect}
          classNames={{ input: classes.presetInput }}
          variant="unstyled"
          data={preset ? options : [{ value: CUSTOM, label: words.presets.custom }, ...options]}
          value={presetId ?? CUSTOM}
          allowDeselect={false}
          onChange={(id) => id && id !== CUSTOM && playground.choosePreset(id)}
        />
        <PresetState />
      </div>
      {preset && <p className={classes.summary}>{preset.summary}</p>}
    </section>
  );
}

/** Buttons that follow from how the settings stand to the preset: its twist, the way back, a mark when they differ. */
function PresetState() {
  const playground = usePlayground();
  const presetId = useSelect((state) => state.presetId);
  const draft = useSelect((state) => state.draft);
  const starting = useSelect((state) => state.starting);
  const preset = findPreset(presetId);
  const base = useMemo(() => ({ ...presetConfig(presetId), backend: draft.backend }), [presetId, draft.backend]);
  if (!preset) return null;
  const twist = preset.twist;
  const changed = describeConfigDiff(base, draft).length > 0;
  const twisted = twist !== undefined && describeConfigDiff(merge(base, twist.patch), draft).length === 0;
  return (
    <div className={classes.bannerButtons}>
      {changed && !twisted && <span className={classes.changed}>{words.presets.changed}</span>}
      {changed && (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconArrowBackUp size={15} />}
          onClick={() => playground.choosePreset(preset.id)}
        >
          {words.presets.restore}
        </Button>
      )}
      {twist && !twisted && (
        <Button
          size="compact-sm"
          variant="light"
          loading={starting}
          leftSection={<IconBolt size={15} />}
          onClick={() => void playground.playWith(twist.patch)}
        >
          {twist.label}
        </Button>
      )}
    </div>
  );
}
