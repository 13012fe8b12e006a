import { IconChartLine, IconTable } from "@tabler/icons-react";
import { useMemo, useRef, useState } from "react";
import type { ArmLook } from "../../../config/arms";
import type { ArmConfig } from "../../../config/schema";
import { formatCount, formatPercent } from "../../../i18n/format";
import type { LogXiHistogram } from "../../../record/events";
import { shownRun } from "../../../session/shown";
import { IconButton } from "../../components/IconButton";
import { Info } from "../../components/Info";
import { texts as componentsTable } from "../../components/texts";
import { useLooks, usePlayground, useSelect, useShownConfig, useShownRun } from "../../context";
import { Explained } from "../../glossary/Explained";
import { useTexts } from "../../language/useTexts";
import { TYPE } from "../../typeScale";
import { LogXiPicker } from "../../views/anchor/picking/LogXiPicker";
import classes from "../charts.module.css";
import { EnlargeButton } from "../EnlargeButton";
import { DataTable } from "../plot/DataTable";
import { roomFor } from "../plot/frame";
import { Histogram } from "../plot/Histogram";
import { Swatch } from "../plot/Legend";
import legend from "../plot/legend.module.css";
import { meanWeights } from "../series/meanWeights";
import { useRevision } from "../series/useRevision";
import { texts } from "../texts";
import { useDrawingBox } from "../useDrawingBox";
import { useEnlarging } from "../useEnlarging";
import { useRegistered } from "../useRegistered";
import { useTextPixels } from "../useTextSize";
import { anchorRows } from "./anchorRows";
import { useLogXiAxis } from "./logXiAxis";
import { CURVES_AXIS, topOfWeights, WeightCurves } from "./WeightCurves";

const NAME = "anchor";
/** Room around the two plots; the same on both, so that they share the axis. */
const PLOT = { left: 48, right: 14, top: 10, bottom: 22, text: TYPE.caption };
/** Share of the curves in the height of both plots. */
const CURVES = 0.46;
/** Height of the name of the axis, as a multiple of its letters. */
const NAME_LINE = 1.5;
/** Where positive and negatives weigh the same. */
const SOLVED = { x: 0, label: "" };

const FORMULA =
  "w(\\log \\xi) = \\frac{\\nabla \\ell}{\\nabla \\ell_{\\mathrm{FlatNCE}}}, \\quad w_{\\mathrm{InfoNCE}} = \\frac{\\xi}{1+\\xi}";

/**
 * The paper in one picture: how much each objective lets an anchor count, over where the anchors are now.
 * @param height of the drawing with the name of its axis, in pixels
 */
export function AnchorWeight({ height }: { height: number }) {
  const t = useTexts(texts);
  const { card: press } = useEnlarging(NAME);
  const config = useShownConfig();
  const looks = useLooks(config);
  const card = useRef<HTMLElement>(null);
  useRevision("first", card);
  const histogram = useHistogram();
  const means = useMemo(() => meanWeights(config, histogram), [config, histogram]);
  const [asTable, setAsTable] = useState(false);
  return (
    <section {...press} ref={card} className={classes.card} data-panel="anchor" aria-label={t.anchor.title}>
      <Head {...{ histogram, asTable }} hasQueue={config.queue.size > 0} onToggleTable={() => setAsTable(!asTable)} />
      <p className={classes.says}>{t.anchor.says}</p>
      <MeanWeights looks={looks} means={means} />
      {asTable ? (
        <AnchorTable {...{ height, histogram, looks }} arms={config.arms} />
      ) : (
        <Drawing {...{ height, histogram, looks }} arms={config.arms} />
      )}
    </section>
  );
}

/** The latest one at each redraw; drawn once more when the first one comes, in view or not, so that nothing says that it is waited for. */
function useHistogram(): LogXiHistogram | null {
  const playground = usePlayground();
  const hasHistogram = useShownRun((run) => run?.histogram !== undefined && run?.histogram !== null);
  return hasHistogram ? (shownRun(playground.state)?.histogram ?? null) : null;
}

interface DrawingProps {
  height: number;
  histogram: LogXiHistogram | null;
  looks: ArmLook[];
  arms: ArmConfig[];
}

/** The curves over the histogram, on one axis, and over both what chooses an anchor. */
function Drawing({ histogram, looks, arms, ...given }: DrawingProps) {
  const t = useTexts(texts);
  const { box, width, height } = useDrawingBox(NAME, given.height);
  const text = useTextPixels(NAME);
  const drawn = useDrawnArms(arms);
  const axis = useLogXiAxis(histogram);
  const top = useMemo(() => topOfWeights(drawn, axis), [drawn, axis]);
  const [missed, setMissed] = useState<string | null>(null);
  const chart = useRef<HTMLDivElement>(null);
  useRegistered(NAME, t.anchor.title, chart, looks, t.anchor.x);
  const frame = useMemo(() => roomFor(PLOT, text), [text]);
  const both = height - NAME_LINE * text;
  const upper = Math.round(both * CURVES);
  const lower = { height: both - upper, frame, axis, mark: SOLVED };
  const picker = { height: both, frame, domain: axis.domain, curves: { height: upper - CURVES_AXIS, top } };
  return (
    <div {...box}>
      {width > 0 && (
        <>
          <div ref={chart} aria-hidden="true">
            <WeightCurves {...{ width, looks, top, axis, frame }} height={upper} arms={drawn} />
            <Histogram {...{ width, looks, ...lower }} bins={histogram} />
          </div>
          <LogXiPicker {...{ width, looks, ...picker }} missed={setMissed} />
        </>
      )}
      {!histogram && (
        <p className={`${classes.waiting} ${classes.waitingBelow}`}>
          <span>{t.anchor.waiting}</span>
        </p>
      )}
      <p className={classes.axisName}>
        {missed === null && <Explained text={t.anchor.x} />}
        <span role="status">{missed}</span>
      </p>
    </div>
  );
}

/** The same in numbers. */
function AnchorTable({ histogram, looks, arms, ...given }: DrawingProps) {
  const t = useTexts(texts);
  const { box, height } = useDrawingBox(NAME, given.height);
  const { domain } = useLogXiAxis(histogram);
  const columns = [t.anchor.nat, ...[t.anchor.weightOf, t.anchor.anchorsOf].flatMap((of) => looks.map(of))];
  return (
    <div {...box}>
      <DataTable {...{ height, columns }} title={t.anchor.title} rows={anchorRows(arms, domain, histogram)} />
    </div>
  );
}

interface HeadProps {
  histogram: LogXiHistogram | null;
  hasQueue: boolean;
  asTable: boolean;
  onToggleTable: () => void;
}

function Head({ histogram, hasQueue, asTable, onToggleTable }: HeadProps) {
  const t = useTexts(texts);
  const componentsTexts = useTexts(componentsTable);
  return (
    <header className={classes.head}>
      <h2 className={classes.title}>
        <Explained text={t.anchor.title} />
      </h2>
      <Info label={componentsTexts.about({ title: t.anchor.title })} formula={FORMULA}>
        {t.anchor.guide}
      </Info>
      <span className={classes.spring} />
      <span className={classes.note}>
        {histogram && t.anchor.histogram({ step: formatCount(histogram.step), queue: String(hasQueue) })}
      </span>
      <IconButton
        size="sm"
        variant="subtle"
        color="gray"
        label={asTable ? t.showChart : t.showTable}
        onClick={onToggleTable}
      >
        {asTable ? <IconChartLine size={15} /> : <IconTable size={15} />}
      </IconButton>
      <EnlargeButton name={NAME} title={t.anchor.title} />
    </header>
  );
}

function MeanWeights({ looks, means }: { looks: ArmLook[]; means: readonly (number | undefined)[] }) {
  const t = useTexts(texts);
  return (
    <ul className={legend.legend}>
      <li>{t.anchor.mean}</li>
      {looks.map((look, i) => (
        <li key={look.label}>
          <Swatch look={look} />
          <span className={legend.legendName}>{look.label}</span>
          <span className={legend.value}>{means[i] === undefined ? "\u2013" : formatPercent(means[i])}</span>
        </li>
      ))}
    </ul>
  );
}

/** The arms of the run, where they have the same objective as they are in the settings: a curve follows what is being typed. */
function useDrawnArms(arms: ArmConfig[]): ArmConfig[] {
  const draft = useSelect((state) => state.draft.arms);
  return useMemo(
    () => arms.map((arm, index) => (draft[index]?.objective === arm.objective ? draft[index] : arm)),
    [arms, draft],
  );
}
