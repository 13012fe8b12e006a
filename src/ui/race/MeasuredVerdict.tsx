import { formatCount } from "../../i18n/format";
import { translateAll } from "../../i18n/translate";
import { METRICS, type MetricId } from "../../metrics";
import type { Verdict } from "../../record/verdict";
import { metricTexts } from "../charts/metricTexts";
import { useSelect, useShownRun } from "../context";
import { differenceFormat, sizeFormat } from "../differenceFormat";
import { Explained } from "../glossary/Explained";
import { useTexts } from "../language/useTexts";
import classes from "./race.module.css";
import { texts } from "./texts";

interface MeasuredProps {
  verdict: Extract<Verdict, { kind: "measured" }>;
  metric: MetricId;
  a: string;
  b: string;
}

/** What can be said of two arms in plain words, and then the numbers that it rests on. */
export function MeasuredVerdict(props: MeasuredProps) {
  const isOver = useShownRun((run) => run?.state === "finished" || run?.state === "failed");
  const t = useTexts(texts);
  const when = useWhen(props.verdict, isOver);
  const { lost } = props.verdict;
  return (
    <>
      <b className={classes.conclusion}>{conclusion(props, isOver)}</b>{" "}
      <span className={classes.context}>
        <Explained text={[figures(props), when, ...(lost > 0 ? [t.verdict.lost({ n: lost })] : [])].join("; ")} />.
      </span>
    </>
  );
}

function conclusion({ verdict, metric, a, b }: MeasuredProps, isOver: boolean): string {
  const t = translateAll(texts).verdict;
  const { step, interval, difference, detected, seeds } = verdict;
  if (step === 0) return t.untrained;
  if (!interval) return t.oneSeed;
  if (!detected) return isOver ? t.undetected({ n: seeds }) : t.early;
  const size = { difference: sizeFormat(metric)(difference), soFar: String(!isOver) };
  const { better } = METRICS[metric];
  if (better === null) return difference > 0 ? t.higher({ b, a, ...size }) : t.lower({ b, a, ...size });
  const aheadIsB = difference > 0 === (better === "higher");
  return aheadIsB ? t.detected({ ahead: b, ...size }) : t.detected({ ahead: a, ...size });
}

/** What was compared, the difference where it was not yet said, and its interval, signed as the difference is. */
function figures({ verdict: { step, difference, interval, detected, seeds }, metric, b }: MeasuredProps): string {
  const t = translateAll(texts).verdict;
  const { label } = metricTexts(METRICS[metric]);
  const write = detected ? sizeFormat(metric) : differenceFormat(metric);
  if (step === 0) return label;
  const what = detected ? label : t.with({ metric: label, difference: write(difference), b });
  if (!interval) return what;
  const [low, high] = detected && difference < 0 ? [interval[1], interval[0]] : interval;
  return `${what}; ${t.interval({ low: write(low, false), high: write(high, false), n: seeds })}`;
}

/** Where in the run, and of how many seeds where no interval says it. */
function useWhen({ seeds, from, step, interval }: MeasuredProps["verdict"], isOver: boolean): string {
  const t = useTexts(texts).verdict;
  const steps = useShownRun((run) => run?.config.steps ?? 0);
  // Beside where the run was paused, its length is said already.
  const isShort = useSelect(({ unasked, opened, run }) => !opened && unasked && run?.state === "paused") || isOver;
  const at = formatCount(step);
  const when =
    from < step
      ? t.mean({ from: formatCount(from), to: at })
      : isShort
        ? t.at({ step: at })
        : t.midway({ step: at, steps: formatCount(steps) });
  const isSaid = interval !== null && step > 0;
  const isProvisional = !isOver && step > 0;
  return [...(isSaid ? [] : [t.seeds({ n: seeds })]), when, ...(isProvisional ? [t.provisional] : [])].join(", ");
}
