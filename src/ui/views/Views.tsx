import { formatCount } from "../../i18n/format";
import { Info } from "../components/Info";
import { texts as componentsTable } from "../components/texts";
import { useLooks, useSelect, useShownConfig } from "../context";
import { Guard } from "../faults/Guard";
import { useTexts } from "../language/useTexts";
import { Embedding } from "./Embedding";
import { Pairs } from "./Pairs";
import { Similarity, SimilarityScale } from "./Similarity";
import { texts } from "./texts";
import classes from "./views.module.css";

/** What the learners do with the data, in pictures that follow the training. */
export function Views() {
  const t = useTexts(texts);
  const views = useSelect((state) => state.run?.views ?? null);
  const looks = useLooks(useShownConfig());
  const note = views ? t.step({ step: formatCount(views.step) }) : "";
  const arms = (views?.arms ?? []).filter(({ arm }) => looks[arm] !== undefined);
  return (
    <div className={classes.column}>
      <Card title={t.embedding} guide={t.embeddingGuide} note={note} empty={!views}>
        <div className={classes.pictures}>
          {arms.map((view) => (
            <Embedding key={view.arm} view={view} look={looks[view.arm]!} labels={views?.labels ?? null} />
          ))}
        </div>
      </Card>
      <Card title={t.pairs} guide={t.pairsGuide} note={note} empty={!views}>
        {views && <Pairs pairs={views.pairs} />}
      </Card>
      <Card title={t.similarity} guide={t.similarityGuide} note={note} empty={!views}>
        <div className={classes.pictures}>
          {arms.map((view) => (
            <Similarity key={view.arm} view={view} look={looks[view.arm]!} />
          ))}
        </div>
        {views && <SimilarityScale />}
      </Card>
    </div>
  );
}

interface CardProps {
  title: string;
  guide: string;
  note: string;
  empty: boolean;
  children: React.ReactNode;
}

function Card({ title, guide, note, empty, children }: CardProps) {
  const componentsTexts = useTexts(componentsTable);
  const t = useTexts(texts);
  return (
    <section className={classes.card} aria-label={title}>
      <header className={classes.head}>
        <h2>{title}</h2>
        <Info label={componentsTexts.about({ title })}>{guide}</Info>
        <span className={classes.note}>{note}</span>
      </header>
      {empty ? <p className={classes.waiting}>{t.waiting}</p> : <Guard>{children}</Guard>}
    </section>
  );
}
