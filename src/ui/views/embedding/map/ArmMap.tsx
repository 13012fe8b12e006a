import { useCallback, useMemo } from "react";
import type { ArmLook } from "../../../../config/arms";
import { useTextPixels } from "../../../charts/useTextSize";
import { useDark } from "../../../context";
import { useTexts } from "../../../language/useTexts";
import type { Pen } from "../../canvas";
import { ViewFigure } from "../../ViewFigure";
import { NAME } from "../name";
import type { ArmLayout } from "../projections/useLayouts";
import { texts } from "../texts";
import { type Classes, type Selection, shownOf } from "../useEmbedding";
import { drawMap } from "./draw";
import { MapSheet } from "./MapSheet";
import { classNamesAt } from "./names";
import { placesOf } from "./places";

interface ArmMapProps {
  layout: ArmLayout;
  look: ArmLook;
  classes: Classes;
  selection: Selection;
}

/** Where one arm puts the held-out samples. */
export function ArmMap({ layout, look, classes, selection }: ArmMapProps) {
  const t = useTexts(texts);
  const dark = useDark();
  const text = useTextPixels(NAME);
  const count = layout.layout.length / 2;
  const shown = useMemo(() => shownOf(count, classes), [count, classes]);
  const anchors = useMemo(() => new Set(selection.anchors), [selection.anchors]);
  const draw = useCallback(
    (pen: Pen) => {
      const places = placesOf(layout.layout, layout.isCircle, pen.width);
      const { labels, entries, count: classCount } = classes;
      const names = entries.map(({ name }) => name);
      drawMap(pen, {
        places,
        shown,
        labels,
        dark,
        anchors,
        text,
        isCircle: layout.isCircle,
        classes: classCount,
        chosen: new Set(selection.chosen),
        pointed: selection.pointed,
        names: labels ? classNamesAt({ places, shown, labels, names, classes: classCount, side: pen.width, text }) : [],
      });
    },
    [layout, classes, shown, selection, anchors, dark, text],
  );
  return (
    <ViewFigure
      {...{ draw, look }}
      description={t.describe({ label: look.label, count, how: layout.how })}
      note={layout.how}
      overlay={(side) => <MapSheet {...{ look, layout, shown, anchors, side }} chosen={selection.chosen} />}
    />
  );
}
