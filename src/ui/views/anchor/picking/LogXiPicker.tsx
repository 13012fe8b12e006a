import { useEffect, useMemo } from "react";
import type { ArmLook } from "../../../../config/arms";
import { formatFixed } from "../../../../i18n/format";
import type { Axis } from "../../../../record/drawn/scales";
import type { Room } from "../../../charts/plot/frame";
import { useSelect } from "../../../context";
import { useTexts } from "../../../language/useTexts";
import { TYPE } from "../../../typeScale";
import { texts } from "../texts";
import { useAnchorCount, useLogXi, useReadings, useShownAnchor } from "../useAnchor";
import classes from "./logXiPicker.module.css";
import { PickSheet } from "./PickSheet";
import { byLogXi, nearestLogXi, type Place } from "./pick";

interface LogXiPickerProps {
  looks: ArmLook[];
  /** Of the curves and the histogram together, in pixels. */
  width: number;
  height: number;
  /** Where the plot of the curves ends, in pixels, and its axis, as a weight. */
  curves: { height: number; top: number };
  frame: Room;
  /** Of the axis of log xi. */
  domain: Axis["domain"];
  /** Told what to say where no anchor is; null where there is nothing to say. */
  missed: (text: string | null) => void;
}

/** How far an anchor may be from a place that was pressed, in log xi: two bars of the histogram. */
const REACH = 1;

/** Chooses an anchor by its log xi, and marks where each arm has it, on the axis and on the curve of its weight. */
export function LogXiPicker(props: LogXiPickerProps) {
  const { width, frame, domain, missed } = props;
  const t = useTexts(texts);
  const count = useAnchorCount();
  const ofArms = useLogXi();
  const order = useMemo(() => byLogXi(ofArms[0] ?? []), [ofArms]);
  const chosen = useSelect(({ anchor }) => anchor.chosen);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another anchor, also one chosen elsewhere, ends what was said of a place.
  useEffect(() => missed(null), [chosen, missed]);
  const logXiAt = ([x]: Place) =>
    domain[0] + ((x - frame.left) / (width - frame.left - frame.right)) * (domain[1] - domain[0]);
  if (order.length === 0) return null;
  return (
    <div className={classes.over} style={{ height: props.height }}>
      <PickSheet
        label={t.pickBar}
        order={order}
        pick={(place) => nearestLogXi(ofArms, logXiAt(place), REACH)}
        missed={(place) => missed(place && t.missed({ count, logXi: formatFixed(logXiAt(place), 1) }))}
      />
      <Marks {...props} />
    </div>
  );
}

/** Between a line and the words beside it, from the upper edge of the histogram to their baseline, and the width of a letter: for a caption. */
const NAME = { apart: 7, down: 20, letter: 6.2 };

/** A line for each arm at the anchor's log xi, and a dot on the curve of its weight. */
function Marks({ looks, width, height, curves, frame, domain }: LogXiPickerProps) {
  const t = useTexts(texts);
  const readings = useReadings(useShownAnchor());
  const xOf = (logXi: number) => {
    const share = (Math.min(domain[1], Math.max(domain[0], logXi)) - domain[0]) / (domain[1] - domain[0]);
    return frame.left + share * (width - frame.left - frame.right);
  };
  const yOf = (weight: number) =>
    curves.height - (Math.min(curves.top, weight) / curves.top) * (curves.height - frame.top);
  const size = frame.text / TYPE.caption;
  const places = readings.map(({ logXi }) => xOf(logXi));
  return (
    <svg className={classes.marks} width="100%" height="100%" aria-hidden="true">
      {readings.map(({ arm, logXi, weight }) => {
        const [x, color] = [xOf(logXi), looks[arm]?.color];
        return (
          <g key={arm} stroke={color} strokeDasharray={looks[arm]?.dash}>
            <line className={classes.line} x1={x} x2={x} y1={frame.top} y2={height - frame.bottom} />
            {weight !== null && <circle className={classes.dot} cx={x} cy={yOf(weight)} r="5" fill={color} />}
          </g>
        );
      })}
      {places.length > 0 && (
        <text
          className={classes.name}
          {...besideAll(places, { width, frame, words: t.mark.length * NAME.letter * size })}
          y={curves.height + NAME.down * size}
        >
          {t.mark}
        </text>
      )}
    </svg>
  );
}

interface Strip {
  width: number;
  frame: Pick<Room, "left" | "right">;
  /** Width of the words. */
  words: number;
}

/** Where words stand beside all the lines, on the side that has more room, and never over the numbers of the axis. */
export function besideAll(
  places: readonly number[],
  { width, frame, words }: Strip,
): { x: number; textAnchor: "start" | "end" } {
  const [first, last] = [Math.min(...places), Math.max(...places)];
  return first > width - last
    ? { x: Math.max(first - NAME.apart, frame.left + NAME.apart + words), textAnchor: "end" }
    : { x: Math.min(last + NAME.apart, width - frame.right - words), textAnchor: "start" };
}
