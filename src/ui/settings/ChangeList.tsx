import { armLabel } from "../../config/arms";
import type { ConfigChange } from "../../config/diff";
import type { ArmConfig } from "../../config/schema";
import { formatList, formatSetting, formatTick } from "../../i18n/format";
import { translate } from "../../i18n/translate";
import { useTexts } from "../language/useTexts";
import { optionNames, settingName } from "./names";
import classes from "./pendingChanges.module.css";
import { texts } from "./texts";

/** What changed from one experiment to another, field by field, behind a sentence that says how much. */
export function ChangeList({ title, changes }: { title: string; changes: readonly ConfigChange[] }) {
  const t = useTexts(texts);
  return (
    <details className={classes.changes}>
      <summary>{title}</summary>
      <ul>
        {changes.map((change) => (
          <li key={change.path}>{t.pending.change(changeInWords(change))}</li>
        ))}
      </ul>
    </details>
  );
}

function changeInWords({ path, before, after }: ConfigChange) {
  return { name: settingName(path), before: valueInWords(path, before), after: valueInWords(path, after) };
}

function valueInWords(path: string, value: unknown): string {
  if (path === "arms") return formatList((value as ArmConfig[]).map((arm) => translate(armLabel(arm))));
  if (typeof value === "number") return formatTick(value);
  return optionNames(path)[String(value)] ?? (formatSetting(value) || translate(texts.notSet));
}
