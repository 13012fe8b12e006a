import { CHAPTER_IDS, type ChapterId, chapterBeside, numberOf } from "../../session/learn/chapters";
import { OverlayStrip } from "../charts/overlay/OverlayStrip";
import { Guard } from "../faults/Guard";
import { Explained } from "../glossary/Explained";
import { useTexts } from "../language/useTexts";
import { ChapterLink } from "./ChapterLink";
import type { Chapter } from "./chapter";
import { CHAPTERS } from "./chapters";
import { Experiment } from "./experiment/Experiment";
import { LitFormula } from "./formula/LitFormula";
import { SymbolList } from "./formula/SymbolList";
import classes from "./learn.module.css";
import { texts } from "./texts";
import { ChapterViews } from "./views/ChapterViews";

/** One chapter: what it says, its formula, its experiment beside what is measured, and the doubts that it leaves. */
export function ChapterArticle({ ref, chapter }: { ref: React.Ref<HTMLElement>; chapter: Chapter }) {
  const t = useTexts(texts);
  const words = useTexts(chapter.texts);
  return (
    <article ref={ref} className={classes.article} tabIndex={-1} aria-labelledby="chapter">
      <div className={classes.column}>
        <div className={classes.says}>
          <p className={classes.count}>{t.chapter({ n: numberOf(chapter.id), of: CHAPTER_IDS.length })}</p>
          <h3 id="chapter" className={classes.heading}>
            {words.title}
          </h3>
          {words.says.map((paragraph) => (
            <p key={paragraph}>
              <Explained text={paragraph} />
            </p>
          ))}
        </div>
        <section className={classes.formula} aria-label={t.formula}>
          <LitFormula tex={chapter.formula} />
          <SymbolList chapter={chapter} />
          <p className={classes.note}>{t.marked}</p>
        </section>
        <Doubts chapter={chapter} />
      </div>
      <div className={classes.column}>
        <div className={classes.experiment}>
          <Guard>
            <Experiment chapter={chapter} />
          </Guard>
        </div>
        <section className={classes.views} aria-label={t.views}>
          <OverlayStrip />
          <ChapterViews chapter={chapter} />
        </section>
      </div>
      <Turns shown={chapter.id} />
    </article>
  );
}

function Doubts({ chapter }: { chapter: Chapter }) {
  const t = useTexts(texts);
  const words = useTexts(chapter.texts);
  const doubts = Object.values(words.doubts);
  return (
    <div className={classes.doubts}>
      <h4>{t.falsified}</h4>
      <p>
        <Explained text={words.falsified} />
      </p>
      {doubts.length > 0 && <h4>{t.doubts}</h4>}
      {doubts.map(({ asks, answer }) => (
        <details key={asks}>
          <summary>{asks}</summary>
          <p>{answer}</p>
        </details>
      ))}
    </div>
  );
}

function Turns({ shown }: { shown: ChapterId }) {
  const t = useTexts(texts);
  const [previous, next] = [chapterBeside(shown, -1), chapterBeside(shown, 1)];
  return (
    <nav className={classes.turns} aria-label={t.turns}>
      {previous && (
        <ChapterLink to={previous} className={classes.turn}>
          <TurnWords id={previous} way="previous" />
        </ChapterLink>
      )}
      <span className={classes.spring} />
      {next && (
        <ChapterLink to={next} className={classes.turn}>
          <TurnWords id={next} way="next" />
        </ChapterLink>
      )}
      <p className={classes.note}>{t.keys}</p>
    </nav>
  );
}

function TurnWords({ id, way }: { id: ChapterId; way: "previous" | "next" }) {
  const t = useTexts(texts);
  return t[way]({ title: useTexts(CHAPTERS[id].texts).title });
}
