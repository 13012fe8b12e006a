import type { ArmLook } from "../../../../config/arms";
import { formatCount } from "../../../../i18n/format";
import type { EmbeddingSnapshot } from "../../../../record/embedding/history";
import type { SamplePictures } from "../../../../record/events";
import { usePlayground, useSelect, useShownRun } from "../../../context";
import { useTexts } from "../../../language/useTexts";
import { useEmbeddedName } from "../../anchor/useSampleName";
import { ClassMark } from "../../ClassMark";
import { entryOf } from "../../classLook";
import { texts } from "../texts";
import { type Classes, useSelection } from "../useEmbedding";
import { lacksSamples } from "./asked";
import { coordinatesOf } from "./coordinates";
import { Neighbors } from "./Neighbors";
import { SamplePicture } from "./SamplePicture";
import classes from "./sample.module.css";

interface OneSampleProps {
  sample: number;
  snapshot: EmbeddingSnapshot;
  arms: EmbeddingSnapshot["arms"];
  looks: ArmLook[];
  /** Samples of the embedding. */
  count: number;
  classes: Classes;
}

const SIDE = 56;

/** A sample, its two views, its class, and what each learner takes to be like it. */
export function OneSample({ sample, snapshot, arms, looks, count, classes: ofData }: OneSampleProps) {
  const t = useTexts(texts);
  const name = useEmbeddedName()(sample);
  const isAnchor = useSelection().anchors.includes(sample);
  const label = ofData.labels?.[sample];
  return (
    <>
      <p className={classes.name}>
        {label !== undefined && <ClassMark label={label} classes={ofData.count} />}
        {name}
      </p>
      <Pictures sample={sample} />
      <div className={classes.row}>
        {label !== undefined && <WholeClass label={label} classes={ofData} />}
        {!isAnchor && <span className={classes.soft}>{t.sample.notAnchor}</span>}
      </div>
      {arms.map((arm) => (
        <Neighbors key={arm.arm} {...{ sample, arm }} look={looks[arm.arm]!} classes={ofData} />
      ))}
      <p className={classes.soft}>{t.sample.others({ count, step: formatCount(snapshot.step) })}</p>
    </>
  );
}

/** The sample and its two views: those of an anchor are the ones that the forces are of. */
function Pictures({ sample }: { sample: number }) {
  const t = useTexts(texts);
  const pictures = useShownRun((run) => run?.samples ?? null);
  const anchors = useShownRun((run) => run?.anchors ?? null);
  const isUnderWay = useSelect((state) => lacksSamples(state) !== null);
  if (isUnderWay) return <div className={classes.room} />;
  if (!pictures || sample >= pictures.count) return <p className={classes.soft}>{t.sample.noPicture}</p>;
  const anchor = anchors?.samples.indexOf(sample) ?? -1;
  const ofAnchor: SamplePictures | null =
    anchors && anchor >= 0 ? { ...pictures, views: anchors.pairs.values, count: anchors.pairs.count } : null;
  const shown = [
    { view: null, of: pictures, place: sample, caption: t.sample.itself },
    { view: 0, of: ofAnchor ?? pictures, place: ofAnchor ? anchor : sample, caption: t.sample.view({ n: 1 }) },
    { view: 1, of: ofAnchor ?? pictures, place: ofAnchor ? anchor : sample, caption: t.sample.view({ n: 2 }) },
  ] as const;
  return (
    <div className={classes.pictures}>
      {shown.map(({ view, of, place, caption }) => (
        <figure key={caption} className={classes.figure}>
          <SamplePicture pictures={of} sample={place} view={view} side={SIDE} label={caption} />
          <figcaption>
            {caption}
            {of.shape.length !== 3 && (
              <span className={classes.coordinates}>
                {t.sample.point({ coordinates: coordinatesOf(of, place, view) })}
              </span>
            )}
          </figcaption>
        </figure>
      ))}
    </div>
  );
}

/** Chooses all samples that look as this one's class does. */
function WholeClass({ label, classes: { labels, count, entries } }: { label: number; classes: Classes }) {
  const t = useTexts(texts);
  const { anchors } = usePlayground();
  const entry = entryOf(label, count);
  const name = entries.find((other) => other.label === entry)?.name ?? "";
  const choose = () => {
    const all = [...(labels ?? [])].flatMap((other, sample) => (entryOf(other, count) === entry ? [sample] : []));
    anchors.chooseSamples(all);
  };
  return (
    <button type="button" className={classes.link} onClick={choose}>
      {t.sample.wholeClass({ name })}
    </button>
  );
}
