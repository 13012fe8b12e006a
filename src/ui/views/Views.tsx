import { useDeferredValue } from "react";
import { formatCount } from "../../i18n/format";
import { useLooks, useSelect, useShownConfig, useShownRun } from "../context";
import { useTexts } from "../language/useTexts";
import { Panel } from "../panels/Panel";
import { OneAnchor } from "./anchor/OneAnchor";
import { EmbeddingCard } from "./embedding/EmbeddingCard";
import { Pairs } from "./Pairs";
import { Similarity, SimilarityScale } from "./Similarity";
import { texts } from "./texts";
import { ViewCard } from "./ViewCard";
import classes from "./views.module.css";

/** What the learners do with the data, in pictures that follow the training. */
export function Views() {
  const t = useTexts(texts);
  // In a task of its own: charts are drawn anew at the same time.
  const views = useDeferredValue(useShownRun((run) => run?.views ?? null));
  const isOpened = useSelect((state) => state.opened !== null);
  const looks = useLooks(useShownConfig());
  const note = views ? t.step({ step: formatCount(views.step) }) : "";
  const arms = (views?.arms ?? []).filter(({ arm }) => looks[arm] !== undefined);
  const common = { note, waiting: views ? null : isOpened ? t.notKept : t.waiting };
  return (
    <div className={classes.column}>
      <Panel id="embedding">
        <EmbeddingCard />
      </Panel>
      <Panel id="forces">
        <OneAnchor />
      </Panel>
      <Panel id="pairs">
        <ViewCard title={t.pairs} guide={t.pairsGuide} {...common}>
          {views && <Pairs pairs={views.pairs} />}
        </ViewCard>
      </Panel>
      <Panel id="similarity">
        <ViewCard title={t.similarity} guide={t.similarityGuide} {...common}>
          <div className={classes.pictures}>
            {arms.map((view) => (
              <Similarity key={view.arm} view={view} look={looks[view.arm]!} />
            ))}
          </div>
          {views && <SimilarityScale />}
        </ViewCard>
      </Panel>
    </div>
  );
}
