import type { ArmLook } from "../../../../config/arms";
import { formatCount, formatFixed, formatList } from "../../../../i18n/format";
import type { EmbeddingSnapshot } from "../../../../record/embedding/history";
import { groupSimilarity } from "../../../../record/embedding/neighbors";
import { useTexts } from "../../../language/useTexts";
import { ArmName } from "../../anchor/ArmForces";
import { entryOf } from "../../classLook";
import { texts } from "../texts";
import type { Classes } from "../useEmbedding";
import classes from "./sample.module.css";

interface GroupPanelProps {
  samples: readonly number[];
  arms: EmbeddingSnapshot["arms"];
  looks: ArmLook[];
  classes: Classes;
}

/** What several samples are, and how alike each learner takes them to be. */
export function GroupPanel({ samples, arms, looks, classes: ofData }: GroupPanelProps) {
  const t = useTexts(texts);
  const count = samples.length;
  const made = classesOf(samples, ofData);
  return (
    <>
      <p className={classes.name}>
        {made === "" ? t.sample.group({ count }) : t.sample.groupOf({ count, classes: made })}
      </p>
      <table className={classes.numbers}>
        <thead>
          <tr>
            <th scope="col">{t.sample.mean}</th>
            <th scope="col">{t.sample.within}</th>
            <th scope="col">{t.sample.beyond}</th>
          </tr>
        </thead>
        <tbody>
          {arms.map((arm) => {
            const { within, beyond } = groupSimilarity(arm, samples);
            return (
              <tr key={arm.arm}>
                <th scope="row">
                  <ArmName look={looks[arm.arm]!} />
                </th>
                <td>{written(within)}</td>
                <td>{written(beyond)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}

function written(value: number): string {
  return Number.isFinite(value) ? formatFixed(value, 2) : "\u2013";
}

/** How many of which class, the most in front; empty without labels. */
function classesOf(samples: readonly number[], { labels, count, entries }: Classes): string {
  if (!labels) return "";
  const counted = entries.map(({ name, label }) => ({
    name,
    n: samples.filter((sample) => entryOf(labels[sample] ?? -1, count) === label).length,
  }));
  const there = counted.filter(({ n }) => n > 0).sort((a, b) => b.n - a.n);
  return formatList(there.map(({ name, n }) => `${formatCount(n)} ${name}`));
}
