import { Button } from "@mantine/core";
import { IconArrowBackUp, IconBolt } from "@tabler/icons-react";
import { useMemo } from "react";
import { describeConfigDiff } from "../../../config/diff";
import { merge } from "../../../config/paths";
import { findPreset, presetConfig } from "../../../config/presets";
import type { Preset } from "../../../config/presets/preset";
import { textsOf } from "../../../i18n/message";
import { shownConfig, shownPresetId } from "../../../session/shown";
import { usePlayground, useSelect } from "../../context";
import { AskAdvice } from "../../data/advice/AskAdvice";
import { soonPart } from "../../faults/soonPart";
import { Explained } from "../../glossary/Explained";
import { useTexts, useTranslate } from "../../language/useTexts";
import { useControl } from "../../panels/usePanels";
import { texts } from "../texts";
import classes from "./banner.module.css";
import { TitleButton } from "./TitleButton";

/** There are no runs to lead to before the list is read. */
const RunsJump = soonPart(async () => ({ default: (await import("../../runs/RunsJump")).RunsJump }));

/**
 * Which experiment is shown, what to look for in it, and the one change that turns it. Of a run that has begun it is the run's own:
 * what is chosen for the next one is said above (PendingChanges).
 */
export function PresetBanner() {
  const t = useTexts(texts);
  const translated = useTranslate();
  const preset = findPreset(useSelect(shownPresetId));
  const isOpen = useControl("presets") === "open";
  const title = preset ? translated(textsOf("presets", preset).title) : t.presets.custom;
  return (
    <section className={classes.banner} data-panel="experiment" aria-label={t.presets.label}>
      <div className={classes.head}>
        <TitleButton title={title} />
        {preset && isOpen && <PresetState preset={preset} />}
        <RunsJump />
      </div>
      {preset && <Summary preset={preset} />}
    </section>
  );
}

/** What the preset shows; after changes it speaks of what was there before them. */
function Summary({ preset }: { preset: Preset }) {
  const t = useTexts(texts);
  const { summary } = useTexts(textsOf("presets", preset));
  const { changed, twisted } = usePresetState(preset);
  return (
    <p className={classes.summary}>
      {changed && !twisted && <b>{t.presets.before} </b>}
      <Explained text={summary} /> <AskAdvice />
    </p>
  );
}

/** How the settings stand to a preset: whether they differ, and whether by its twist alone. */
function usePresetState({ id, twist }: Preset): { changed: boolean; twisted: boolean } {
  const config = useSelect(shownConfig);
  return useMemo(() => {
    const base = { ...presetConfig(id), backend: config.backend };
    const changed = describeConfigDiff(base, config).length > 0;
    const twisted = twist !== undefined && describeConfigDiff(merge(base, twist.patch), config).length === 0;
    return { changed, twisted };
  }, [id, twist, config]);
}

/** Buttons that follow from how the settings stand to the preset: its twist, the way back, a mark when they differ. */
function PresetState({ preset }: { preset: Preset }) {
  const t = useTexts(texts);
  const playground = usePlayground();
  const starting = useSelect((state) => state.starting);
  const { changed, twisted } = usePresetState(preset);
  const { twist } = preset;
  const label = useTexts(textsOf("presets", preset)).twist?.label;
  return (
    <div className={classes.buttons}>
      {changed && !twisted && <span className={classes.changed}>{t.presets.changed}</span>}
      {changed && (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconArrowBackUp size={15} />}
          onClick={() => playground.choosePreset(preset.id)}
        >
          {t.presets.restore}
        </Button>
      )}
      {twist && !twisted && (
        <Button
          size="compact-sm"
          variant="light"
          loading={starting}
          leftSection={<IconBolt size={15} />}
          onClick={() => void playground.playTwist(twist.patch)}
        >
          {label}
        </Button>
      )}
    </div>
  );
}
