import type { BranchPlan, FreshParts } from "../../../config/branch";
import { formatCount, formatList } from "../../../i18n/format";
import { translate } from "../../../i18n/translate";
import { settingName } from "../../../session/settings/names";
import type { CheckpointHead } from "../../../storage/checkpoints/checkpointStore";
import type { PastRun } from "../../../storage/runs/pastRun";
import { useTexts } from "../../language/useTexts";
import { ChangeList } from "../../settings/ChangeList";
import classes from "../../settings/pendingChanges.module.css";
import { texts } from "./texts";
import { useBranchPlan } from "./useBranchPlan";

/** Says what a branch would change, what begins anew with it, and what it cannot change and why. */
export function BranchWords({ row, head }: { row: PastRun; head: CheckpointHead }) {
  const t = useTexts(texts);
  const plan = useBranchPlan(row, head);
  if (!plan) return null;
  const step = formatCount(head.step);
  if (plan.refused.length > 0) return <Refused plan={plan} />;
  if (plan.changes.length === 0) return <span>{t.same({ step })}</span>;
  return (
    <div>
      <ChangeList title={t.changed({ step, n: plan.changes.length })} changes={plan.changes} />
      {freshNames(plan.fresh).map((part) => (
        <div key={part}>{t.fresh[part]}</div>
      ))}
    </div>
  );
}

/** Why the button cannot be pressed, per setting. */
function Refused({ plan: { refused } }: { plan: BranchPlan }) {
  const t = useTexts(texts);
  const named = refused.map(({ change: { path }, why }) => ({ name: settingName(path), why: translate(why) }));
  return (
    <details className={classes.changes} open={named.length === 1}>
      <summary>{t.refused({ names: formatList(named.map(({ name }) => name)) })}</summary>
      <ul>
        {named.map((one) => (
          <li key={one.name}>{t.why(one)}</li>
        ))}
      </ul>
    </details>
  );
}

function freshNames({ memories, ...parts }: FreshParts): (keyof FreshParts)[] {
  const names = Object.entries(parts).flatMap(([name, isFresh]) => (isFresh ? [name as keyof FreshParts] : []));
  return memories.some(Boolean) ? [...names, "memories"] : names;
}
