import type { ConfigChange } from "../../config/diff";
import { changeInWords } from "../../session/settings/changeInWords";
import { useTexts } from "../language/useTexts";
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
