import { SegmentedControl } from "@mantine/core";
import { useSyncExternalStore } from "react";
import { chooseProjection } from "../../../session/embedding/changes";
import type { ProjectionId } from "../../../session/embedding/state";
import { usePlayground } from "../../context";
import { useTexts, useTranslate } from "../../language/useTexts";
import classes from "./embedding.module.css";
import { PROJECTIONS, possibleProjection } from "./projections";
import { UMAP_LAYOUTS } from "./projections/umap/worker";
import { texts } from "./texts";

interface ProjectionChoiceProps {
  projection: ProjectionId;
  /** Of the embedding. */
  size: number;
  count: number;
  /** Whether a layout is being worked out. */
  isBusy: boolean;
}

/** Which projection is shown, what to know of it, and why others are not possible. */
export function ProjectionChoice({ projection, size, count, isBusy }: ProjectionChoiceProps) {
  const t = useTexts(texts);
  const say = useTranslate();
  const playground = usePlayground();
  const hasFailed = useSyncExternalStore(UMAP_LAYOUTS.subscribe, () => UMAP_LAYOUTS.hasFailed);
  const refusals = PROJECTIONS.flatMap(({ refusal }) => refusal({ size, count }) ?? []);
  const { note } = possibleProjection(projection, { size, count });
  return (
    <div className={classes.projection}>
      <SegmentedControl
        size="xs"
        aria-label={t.projection}
        value={projection}
        onChange={(id) => chooseProjection(playground, id as ProjectionId)}
        data={PROJECTIONS.map(({ id, label, refusal }) => ({
          value: id,
          label: say(label),
          disabled: refusal({ size, count }) !== null,
        }))}
      />
      {isBusy && !hasFailed && (
        <button type="button" className={classes.link} onClick={() => chooseProjection(playground, "pca")}>
          {t.callOff}
        </button>
      )}
      <p className={classes.note}>
        {projection === "umap" && hasFailed ? t.umapFailed : say(note)}{" "}
        {[...new Set(refusals)].map((refusal) => say(refusal)).join(" ")}
      </p>
    </div>
  );
}
