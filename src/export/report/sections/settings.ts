import { describeConfigDiff } from "../../../config/diff";
import { defaults } from "../../../config/parse";
import { flatten } from "../../../config/paths";
import { findPreset } from "../../../config/presets";
import { formatCount } from "../../../i18n/format";
import { translateAll } from "../../../i18n/translate";
import type { RunChange } from "../../../record/changes";
import { type Content, html, type Markup } from "../../markup";
import { row, table } from "../parts";
import type { ReportedRun, ReportOptions } from "../reported";
import { texts } from "../texts";

/** What a run was asked for: in words what differs from the defaults, then every field, and what was changed on the way. */
export function settingsOf(run: ReportedRun, options: ReportOptions): Content {
  return [fromDefaults(run, options), changesOf(run, options), everyField(run)];
}

function fromDefaults({ name, config }: ReportedRun, { inWords }: ReportOptions): Content {
  const t = translateAll(texts).settings;
  const changes = describeConfigDiff(defaults(), config).map(inWords);
  if (changes.length === 0) return html`<p>${t.none}</p>`;
  return table({
    caption: t.caption({ run: name }),
    head: [t.setting, t.before, t.after],
    rows: changes.map((change) => row(change.name, [change.before, change.after], "long")),
  });
}

function everyField({ name, config }: ReportedRun): Content {
  const t = translateAll(texts).settings;
  const caption = t.all({ run: name });
  const rows = flatten(config).map(([path, value]) => row(path, [plain(value)], "long"));
  return html`<details><summary>${caption}</summary>${table({ caption, head: [t.field, t.value], rows })}</details>`;
}

/** A value as a config has it. */
function plain(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}

function changesOf({ name, changes, config }: ReportedRun, options: ReportOptions): Content {
  const t = translateAll(texts).settings;
  if (changes.length === 0) return null;
  return table({
    caption: t.changesCaption({ run: name }),
    head: [t.step, t.setting, t.after],
    rows: changes.flatMap((change) => rowsOf(change, options, config)),
  });
}

function rowsOf(change: RunChange, { inWords }: ReportOptions, before: unknown): Markup[] {
  const { step, patch, environment, branch } = change;
  const t = translateAll(texts).settings;
  const at = formatCount(step);
  const fields = flatten(patch).map(([path, value]) => inWords({ path, before: valueAt(before, path), after: value }));
  const changed = fields.map(({ name, after }) => row(at, [name, after], "long"));
  const rows = branch ? [row(at, [t.branched({ run: branch.run }), ""], "long"), ...changed] : changed;
  if (!environment) return rows;
  const { backend, adapter } = environment;
  return [...rows, row(at, [t.elsewhere({ backend, adapter }), ""], "long")];
}

function valueAt(config: unknown, path: string): unknown {
  return flatten(config).find(([own]) => own === path)?.[1];
}

/** The preset that a run began with, if that is known. */
export function presetOf({ presetId }: Pick<ReportedRun, "presetId">): Content {
  const t = translateAll(texts).settings;
  return findPreset(presetId ?? "") ? html`<p>${t.preset({ id: presetId ?? "" })}</p>` : null;
}
