import { useEffect, useMemo, useSyncExternalStore } from "react";
import { formatPercent } from "../../../../i18n/format";
import type { Translated } from "../../../../i18n/translate";
import type { EmbeddingSnapshot } from "../../../../record/embedding/history";
import type { ProjectionId } from "../../../../session/embedding/state";
import { useShownRun } from "../../../context";
import { useTexts } from "../../../language/useTexts";
import { texts } from "../texts";
import { UMAP_LAYOUTS } from "./umap/worker";

type ArmEmbedding = EmbeddingSnapshot["arms"][number];

export interface ArmLayout extends ArmEmbedding {
  /** Places in the plane, [count, 2], by the projection. */
  layout: Float32Array;
  isCircle: boolean;
  /** What it is, in a few words. */
  how: string;
}

/** Where a projection puts the samples of each arm. What it takes long to work out is asked for as long as `isSeen`. */
export function useLayouts(
  arms: readonly ArmEmbedding[],
  projection: ProjectionId,
  isSeen: boolean,
): readonly ArmLayout[] {
  const t = useTexts(texts);
  const version = useSyncExternalStore(UMAP_LAYOUTS.subscribe, () => UMAP_LAYOUTS.version);
  useUmap(arms, projection === "umap" && isSeen);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version says that there are other layouts.
  return useMemo(
    () =>
      arms.map((arm): ArmLayout => {
        if (arm.size === 2) return { ...arm, layout: arm.plane, isCircle: true, how: t.circle };
        if (projection === "umap") return { ...arm, isCircle: false, ...umapOf(arm, t) };
        return {
          ...arm,
          layout: arm.plane,
          isCircle: false,
          how: t.pca({ percent: formatPercent(arm.explained, 0) }),
        };
      }),
    [arms, projection, version, t],
  );
}

function umapOf(arm: ArmEmbedding, t: Translated<typeof texts>): Pick<ArmLayout, "layout" | "how"> {
  const known = UMAP_LAYOUTS.of(arm);
  if (!known) return { layout: arm.plane, how: t.umapBegins };
  if (!known.isOwn) return { layout: known.layout, how: t.umapBehind };
  const how = known.share === 1 ? t.umap : t.umapUnderWay({ percent: formatPercent(known.share, 0) });
  return { layout: known.layout, how };
}

function useUmap(arms: readonly ArmEmbedding[], isWanted: boolean): void {
  const run = useShownRun((shown) => shown?.id ?? "");
  useEffect(() => {
    if (isWanted) UMAP_LAYOUTS.request(run, arms);
  }, [isWanted, run, arms]);
  useEffect(() => (isWanted ? () => UMAP_LAYOUTS.cancel() : undefined), [isWanted]);
}
