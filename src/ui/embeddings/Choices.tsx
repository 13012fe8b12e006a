import { Checkbox, NativeSelect, SegmentedControl } from "@mantine/core";
import { seedNumbers } from "../../config/seeds";
import { EMBEDDING_IDS, FORMAT_IDS, type FormatId } from "../../export/embeddings/types";
import type { Run } from "../../session/run";
import { useLooks } from "../context";
import { useTexts } from "../language/useTexts";
import { type Chosen, splitsOfRun } from "./chosen";
import classes from "./embeddings.module.css";
import { texts } from "./texts";

interface ChoicesProps {
  run: Run;
  chosen: Chosen;
  change: (patch: Partial<Chosen>) => void;
}

/** Whose embeddings of which samples, as what, and what goes along. */
export function Choices(props: ChoicesProps) {
  const t = useTexts(texts);
  const { chosen, change } = props;
  const isBare = chosen.format === "npy";
  return (
    <>
      <Learner {...props} />
      <Samples {...props} />
      <Format {...props} />
      <NativeSelect
        size="xs"
        label={t.embedding}
        value={chosen.embedding}
        data={EMBEDDING_IDS.filter((id) => !(isBare && id === "both")).map((value) => ({
          value,
          label: t.embeddings[value],
        }))}
        onChange={(event) => change({ embedding: EMBEDDING_IDS.find((id) => id === event.currentTarget.value) })}
      />
      {isBare ? <p className={classes.about}>{t.bare}</p> : <Along {...props} />}
    </>
  );
}

function Learner({ run, chosen, change }: ChoicesProps) {
  const t = useTexts(texts);
  const arms = useLooks(run.config);
  return (
    <div className={classes.pair}>
      <NativeSelect
        size="xs"
        label={t.arm}
        value={String(chosen.arm)}
        data={arms.map(({ label }, arm) => ({ value: String(arm), label }))}
        onChange={(event) => change({ arm: Number(event.currentTarget.value) })}
      />
      <NativeSelect
        size="xs"
        label={t.seed}
        value={String(chosen.seed)}
        data={seedNumbers(run.config).map(String)}
        onChange={(event) => change({ seed: Number(event.currentTarget.value) })}
      />
    </div>
  );
}

function Samples({ run, chosen, change }: ChoicesProps) {
  const t = useTexts(texts);
  const splits = splitsOfRun(run);
  const isUnseen = run.config.evaluation.validation && chosen.split === "test";
  return (
    <NativeSelect
      size="xs"
      label={t.split}
      description={isUnseen ? t.unseen : undefined}
      value={chosen.split}
      data={splits.map(([value, count]) => ({
        value,
        label: count === null ? t.splits[value] : t.counted({ split: t.splits[value], count }),
      }))}
      onChange={(event) => change({ split: splits.find(([id]) => id === event.currentTarget.value)?.[0] })}
    />
  );
}

/** What stands beside the embedding. */
function Along({ run, chosen, change }: ChoicesProps) {
  const t = useTexts(texts);
  const isLabeled = run.dataset?.labeled ?? true;
  const box = (id: "labels" | "index" | "predictions", needsLabels: boolean) => (
    <Checkbox
      size="xs"
      label={t[id]}
      disabled={needsLabels && !isLabeled}
      checked={chosen[id] && !(needsLabels && !isLabeled)}
      onChange={(event) => change({ [id]: event.currentTarget.checked })}
    />
  );
  return (
    <fieldset className={classes.along}>
      <legend className={classes.label}>{t.along}</legend>
      {box("index", false)}
      {box("labels", true)}
      {box("predictions", true)}
      {!isLabeled && <p className={classes.about}>{t.unlabeled}</p>}
    </fieldset>
  );
}

function Format({ chosen, change }: ChoicesProps) {
  const t = useTexts(texts);
  const choose = (format: FormatId) =>
    // An array holds one embedding.
    change({ format, ...(format === "npy" && chosen.embedding === "both" && { embedding: "h" as const }) });
  return (
    <div>
      <span className={classes.label}>{t.format}</span>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={t.format}
        data={FORMAT_IDS.map((value) => ({ value, label: t.formats[value] }))}
        value={chosen.format}
        onChange={choose}
      />
    </div>
  );
}
