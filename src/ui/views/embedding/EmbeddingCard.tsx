import { useInViewport } from "@mantine/hooks";
import { useDeferredValue } from "react";
import { formatCount } from "../../../i18n/format";
import { EnlargeButton } from "../../charts/EnlargeButton";
import { useEnlarging } from "../../charts/useEnlarging";
import { useDark, useLooks, useSelect, useShownConfig } from "../../context";
import { useTexts, useTranslate } from "../../language/useTexts";
import { texts as viewsTable } from "../texts";
import { ViewCard } from "../ViewCard";
import { ClassLegend } from "./ClassLegend";
import classes from "./embedding.module.css";
import { ArmMap } from "./map/ArmMap";
import { NAME } from "./name";
import { ProjectionChoice } from "./ProjectionChoice";
import { PictureMenu } from "./picture/PictureMenu";
import { usePicture } from "./picture/usePicture";
import { possibleProjection } from "./projections";
import { UMAP_LAYOUTS } from "./projections/umap/worker";
import { useLayouts } from "./projections/useLayouts";
import { Scrubber } from "./Scrubber";
import { SamplePanel } from "./sample/SamplePanel";
import { texts } from "./texts";
import { useClasses, useSelection, useShownArms, useShownEmbedding, useWhileSeen } from "./useEmbedding";

/** Where the learners put the held-out samples: among the views, or with all the room of the middle. */
export function EmbeddingCard({ isLarge = false }: { isLarge?: boolean }) {
  const t = useTexts(texts);
  const viewTexts = useTexts(viewsTable);
  const isOpened = useSelect((state) => state.opened !== null);
  const { enlarged, card } = useEnlarging(NAME);
  const { snapshot } = useShownEmbedding();
  const note = snapshot ? viewTexts.step({ step: formatCount(snapshot.step) }) : "";
  const waiting = snapshot ? null : isOpened ? viewTexts.notKept : viewTexts.waiting;
  const isElsewhere = enlarged && !isLarge;
  return (
    <ViewCard
      title={t.title}
      guide={t.guide}
      note={note}
      waiting={isElsewhere ? t.large : waiting}
      button={
        <>
          <EnlargeButton name={NAME} title={t.title} />
          {snapshot && !isElsewhere && <PictureMenu title={t.title} />}
        </>
      }
      panel={NAME}
      enlarging={isElsewhere ? undefined : card}
    >
      <Maps />
    </ViewCard>
  );
}

/** A map for each arm, and what is common to all of them. */
function Maps() {
  const t = useTexts(texts);
  const viewTexts = useTexts(viewsTable);
  const say = useTranslate();
  const dark = useDark();
  const { ref, inViewport } = useInViewport();
  const shown = useShownEmbedding();
  // In a task of its own: charts are drawn anew at the same time.
  const snapshot = useDeferredValue(useWhileSeen(shown.snapshot, inViewport));
  const arms = useShownArms(snapshot);
  const looks = useLooks(useShownConfig());
  const ofData = useClasses();
  const selection = useSelection();
  const chosen = useSelect(({ embedding }) => embedding.projection);
  const { size = 2, plane } = arms[0] ?? {};
  const count = (plane?.length ?? 0) / 2;
  const { id, label } = possibleProjection(chosen, { size, count });
  const layouts = useLayouts(arms, id, inViewport);
  const isBusy = id === "umap" && arms.some((arm) => UMAP_LAYOUTS.of(arm)?.share !== 1);
  usePicture({
    title: [t.title, say(label), ...(snapshot ? [viewTexts.step({ step: formatCount(snapshot.step) })] : [])].join(
      ", ",
    ),
    chosen: selection.chosen,
    classes: ofData,
    ...{ layouts, looks, dark },
  });
  if (!snapshot) return null;
  return (
    <div ref={ref} className={classes.maps}>
      <ProjectionChoice projection={id} {...{ size, count, isBusy }} />
      <div className={classes.pictures}>
        {layouts.map((layout) => (
          <ArmMap key={layout.arm} {...{ layout, selection }} look={looks[layout.arm]!} classes={ofData} />
        ))}
      </div>
      <Scrubber />
      <ClassLegend />
      <SamplePanel {...{ snapshot, arms, looks }} classes={ofData} />
    </div>
  );
}
