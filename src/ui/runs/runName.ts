import { type ConfigChange, describeConfigDiff } from "../../config/diff";
import { presetConfig } from "../../config/presets";
import type { ExperimentConfig } from "../../config/schema";
import { formatList, formatMoment } from "../../i18n/format";
import { currentLocale } from "../../i18n/locale";
import { translateAll } from "../../i18n/translate";
import { valueInWords } from "../../session/settings/changeInWords";
import { settingName } from "../../session/settings/names";
import type { PastRun } from "../../storage/runs/pastRun";
import { presetTitle } from "../race/presets/presetTitle";
import { texts } from "./texts";

/** What a run is called where nobody has given it a name: by its preset, by what sets it apart from it, and by when it began. */

type Named = Pick<PastRun, "name" | "startedAt" | "presetId" | "config">;

/** Settings that a name has room for. */
const MOST = 2;
/** What people change to see what comes of it stands before all else, in this order. */
const FIRST = ["arms", "batchSize", "temperature", "temperatureRule", "optimizer", "queue", "dataset.id", "encoder"];

/** Its name; else `Low temperature \u00b7 Batch size 32, Learning rate 0.01 and 2 more \u00b7 5 Mar, 14:20`. */
export function runName({ name, startedAt, presetId, config }: Named): string {
  if (name) return name;
  const parts = [presetTitle(presetId), knownDifferences(presetId, config), formatMoment(new Date(startedAt))];
  return parts.filter(Boolean).join(" \u00b7 ");
}

/** A table asks for the same name again and again. */
const known = new WeakMap<ExperimentConfig, { asked: string; words: string }>();

function knownDifferences(presetId: string | null, config: ExperimentConfig): string {
  const asked = `${presetId} ${currentLocale().id}`;
  const before = known.get(config);
  if (before?.asked === asked) return before.words;
  const words = firstDifferences(presetId, config);
  known.set(config, { asked, words });
  return words;
}

function firstDifferences(presetId: string | null, config: ExperimentConfig): string {
  const changes = describeConfigDiff(presetConfig(presetId), config);
  const first = [...changes].sort((a, b) => rankOf(a) - rankOf(b)).slice(0, MOST);
  const words = first.map(({ path, after }) =>
    path === "arms" ? valueInWords(path, after) : `${settingName(path)} ${valueInWords(path, after)}`,
  );
  const left = changes.length - first.length;
  return formatList(left > 0 ? [...words, translateAll(texts).moreDifferences({ n: left })] : words);
}

function rankOf({ path }: ConfigChange): number {
  const place = FIRST.findIndex((beginning) => path === beginning || path.startsWith(`${beginning}.`));
  return place < 0 ? FIRST.length : place;
}
