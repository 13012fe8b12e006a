import { useEffect, useMemo } from "react";
import type { ArmLook } from "../../../../config/arms";
import { usePlayground } from "../../../context";
import { useTexts } from "../../../language/useTexts";
import type { Place } from "../../anchor/picking/pick";
import sheet from "../../anchor/picking/pickSheet.module.css";
import { useEmbeddedName } from "../../anchor/useSampleName";
import type { ArmLayout } from "../projections/useLayouts";
import { texts } from "../texts";
import classes from "./map.module.css";
import { placesOf, sampleAt, samplesWithin, sampleTowards } from "./places";
import { placeOf, useBox } from "./useBox";

interface MapSheetProps {
  look: ArmLook;
  layout: ArmLayout;
  /** Samples that are drawn. */
  shown: readonly number[];
  anchors: ReadonlySet<number>;
  /** Of the picture, in pixels. */
  side: number;
  chosen: readonly number[];
}

/**
 * A sheet over a map: the sample under the mouse is looked at, a press keeps it, a drag chooses what lies in a box, and the arrow keys go
 * to the nearest sample that way; with Shift, a press or a key adds to what is chosen. All of it is one stop of the Tab key.
 */
export function MapSheet({ look, layout, shown, anchors, side, chosen }: MapSheetProps) {
  const t = useTexts(texts);
  const nameOf = useEmbeddedName();
  const playground = usePlayground();
  const choice = playground.anchors;
  const places = useMemo(() => placesOf(layout.layout, layout.isCircle, side), [layout, side]);
  const box = useBox((corners) => choice.chooseSamples(samplesWithin(places, shown, corners)));
  useEffect(() => () => choice.previewSample(null), [choice]);
  const at = (place: Place) => sampleAt(places, shown, place, anchors);
  const choose = (sample: number | null, adds: boolean) => {
    if (sample !== null) choice.chooseSamples(adds ? toggled(chosen, sample) : [sample]);
  };
  const press = (event: React.KeyboardEvent) => {
    const target = sampleTowards(event.key, places, shown, { sample: chosen.at(-1) ?? null, side });
    if (target === null) return;
    event.preventDefault();
    choose(target, event.shiftKey);
  };
  const [sample] = chosen;
  const value =
    chosen.length > 1 ? t.several({ count: chosen.length }) : sample === undefined ? t.none : nameOf(sample);
  return (
    <>
      <div
        className={sheet.sheet}
        role="slider"
        tabIndex={0}
        aria-label={t.pick({ label: look.label })}
        aria-description={t.keys}
        aria-valuemin={0}
        aria-valuemax={shown.length}
        aria-valuenow={sample === undefined ? 0 : shown.indexOf(sample) + 1}
        aria-valuetext={value}
        {...box.handlers}
        onPointerMove={(event) => {
          box.handlers.onPointerMove(event);
          if (event.pointerType !== "touch" && !box.corners) choice.previewSample(at(placeOf(event)));
        }}
        onPointerLeave={() => choice.previewSample(null)}
        onClick={(event) => !box.wasDrawn() && choose(at(placeOf(event)), event.shiftKey)}
        onKeyDown={press}
      />
      {box.corners && <Box corners={box.corners} />}
    </>
  );
}

function Box({ corners: [a, b] }: { corners: readonly [Place, Place] }) {
  const [x, y] = [Math.min(a[0], b[0]), Math.min(a[1], b[1])];
  return (
    <svg className={sheet.marks} width="100%" height="100%" aria-hidden="true">
      <rect className={classes.box} {...{ x, y }} width={Math.abs(a[0] - b[0])} height={Math.abs(a[1] - b[1])} />
    </svg>
  );
}

/** With a sample, or without it where it was among them. */
function toggled(chosen: readonly number[], sample: number): number[] {
  return chosen.includes(sample) ? chosen.filter((other) => other !== sample) : [...chosen, sample];
}
