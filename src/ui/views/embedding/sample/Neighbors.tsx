import { useMemo } from "react";
import type { ArmLook } from "../../../../config/arms";
import { formatFixed } from "../../../../i18n/format";
import type { EmbeddingSnapshot } from "../../../../record/embedding/history";
import { type Neighbor, nearestSamples } from "../../../../record/embedding/neighbors";
import { usePlayground, useShownRun } from "../../../context";
import { useTexts } from "../../../language/useTexts";
import { ArmName } from "../../anchor/ArmForces";
import { useEmbeddedName } from "../../anchor/useSampleName";
import { ClassMark } from "../../ClassMark";
import { texts } from "../texts";
import type { Classes } from "../useEmbedding";
import { coordinatesOf } from "./coordinates";
import { SamplePicture } from "./SamplePicture";
import classes from "./sample.module.css";

interface NeighborsProps {
  sample: number;
  arm: EmbeddingSnapshot["arms"][number];
  look: ArmLook;
  classes: Classes;
}

/** Neighbors that are shown, and the side of their pictures in pixels. */
const SHOWN = 5;
const SIDE = 40;

/** The samples that an arm's embedding has nearest to one; a press goes on to a neighbor. */
export function Neighbors({ sample, arm, look, classes: ofData }: NeighborsProps) {
  const t = useTexts(texts);
  const { labels } = ofData;
  const nearest = useMemo(() => nearestSamples(arm, sample, SHOWN), [arm, sample]);
  return (
    <div>
      <ArmName look={look} />
      <ul className={classes.neighbors} aria-label={t.sample.near({ label: look.label })}>
        {nearest.map((neighbor) => (
          <li key={neighbor.sample}>
            <NeighborButton {...neighbor} {...{ ofData }} isOther={labels?.[neighbor.sample] !== labels?.[sample]} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function NeighborButton({ sample, similarity, isOther, ofData }: Neighbor & { isOther: boolean; ofData: Classes }) {
  const t = useTexts(texts);
  const { anchors } = usePlayground();
  const name = useEmbeddedName()(sample);
  const pictures = useShownRun((run) => run?.samples ?? null);
  const written = formatFixed(similarity, 2);
  const label = ofData.labels?.[sample];
  const isImage = pictures?.shape.length === 3;
  return (
    <button
      type="button"
      className={classes.neighbor}
      data-other={isOther || undefined}
      aria-label={t.sample.neighbor({ name, similarity: written })}
      title={name}
      onClick={() => anchors.chooseSamples([sample])}
    >
      {pictures && sample < pictures.count ? (
        <SamplePicture pictures={pictures} sample={sample} view={null} side={SIDE} />
      ) : (
        <span className={classes.blank}>
          {label !== undefined && <ClassMark label={label} classes={ofData.count} />}
        </span>
      )}
      {pictures && !isImage && sample < pictures.count && (
        <span className={classes.coordinates}>{coordinatesOf(pictures, sample, null)}</span>
      )}
      <span>{written}</span>
    </button>
  );
}
