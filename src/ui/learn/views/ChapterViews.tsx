import { useMemo } from "react";
import { metricOf } from "../../../metrics";
import { marksOf } from "../../../metrics/marks";
import { metricTexts } from "../../../metrics/metricTexts";
import { MetricChart } from "../../charts/MetricChart";
import { useShownConfig } from "../../context";
import { Guard } from "../../faults/Guard";
import { useLocale, useTexts } from "../../language/useTexts";
import type { Chapter, ChapterView } from "../chapter";
import { useIsShown } from "../experiment/useTrial";
import { useLit, useShowing } from "../formula/lit";
import { SymbolButton } from "../formula/SymbolList";
import { texts } from "../texts";
import classes from "./views.module.css";

const HEIGHT = 190;

/** The cards beside the text, each under the symbols that it shows. */
export function ChapterViews({ chapter }: { chapter: Chapter }) {
  const isShown = useIsShown(chapter.id);
  return chapter.views.map((view) => (
    <Card key={keyOf(view)} chapter={chapter} symbols={view.symbols}>
      <Guard>{view.kind === "figure" || isShown ? <View view={view} /> : <Waiting {...{ chapter, view }} />}</Guard>
    </Card>
  ));
}

function keyOf(view: ChapterView): string {
  return view.kind === "chart" ? view.metric : view.id;
}

function View({ view }: { view: ChapterView }) {
  return view.kind === "chart" ? <Chart view={view} /> : <view.Figure />;
}

interface CardProps {
  chapter: Chapter;
  symbols: readonly string[];
  children: React.ReactNode;
}

/** A card of one symbol is that symbol's as a whole; in others, the parts are. */
function Card({ chapter, symbols, children }: CardProps) {
  const t = useTexts(chapter.texts);
  const { lit } = useLit();
  const showing = useShowing(symbols.length === 1 ? symbols[0] : undefined);
  const isLit = lit !== null && symbols.includes(lit);
  return (
    <div className={classes.card} {...showing} data-lit={isLit || undefined}>
      {symbols.length > 0 && (
        <div className={classes.tags}>
          {chapter.symbols
            .filter(({ id }) => symbols.includes(id))
            .map(({ id, tex }) => (
              <SymbolButton key={id} id={id} tex={tex} name={t.symbols[id]?.name ?? id} />
            ))}
        </div>
      )}
      {children}
    </div>
  );
}

function Chart({ view: { metric } }: { view: Extract<ChapterView, { kind: "chart" }> }) {
  const locale = useLocale();
  const described = metricOf(metric);
  const words = metricTexts(described);
  const says = described.headline ? words.headline?.says : undefined;
  const config = useShownConfig();
  const marks = useMemo(() => marksOf(described, config, locale), [described, config, locale]);
  return <MetricChart name={metric} title={words.label} height={HEIGHT} {...{ says, metric, marks }} />;
}

/** In the place of a picture of a run that is yet to come. */
function Waiting({ chapter, view }: { chapter: Chapter; view: ChapterView }) {
  const t = useTexts(texts);
  const { pictures } = useTexts(chapter.texts);
  const title = view.kind === "chart" ? metricTexts(metricOf(view.metric)).label : pictures[view.id];
  return (
    <section className={classes.waiting} aria-label={title}>
      <h4>{title}</h4>
      <p>{t.waiting}</p>
    </section>
  );
}
