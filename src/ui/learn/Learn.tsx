import { VisuallyHidden } from "@mantine/core";
import { useEffect, useRef } from "react";
import { CHAPTER_IDS, type ChapterId, numberOf } from "../../session/learn/chapters";
import { useSelect } from "../context";
import { useTexts } from "../language/useTexts";
import { Notices } from "../shell/Notices";
import { ChapterArticle } from "./ChapterArticle";
import { ChapterLink } from "./ChapterLink";
import { CHAPTERS } from "./chapters";
import { Lit } from "./formula/lit";
import classes from "./learn.module.css";
import { texts } from "./texts";

/** The chapters: what a contrastive learner does, from the beginning, each with an experiment of its own. */
export default function Learn() {
  const t = useTexts(texts);
  const chapter = useSelect((state) => state.learn.chapter);
  const article = useFollowed(chapter);
  return (
    <main className={classes.page} tabIndex={-1}>
      <header className={classes.head}>
        <h2 className={classes.title}>{t.title}</h2>
        <p className={classes.about}>{t.about}</p>
      </header>
      <Contents shown={chapter} />
      <Notices />
      <Lit key={chapter}>
        <ChapterArticle ref={article} chapter={CHAPTERS[chapter]} />
      </Lit>
    </main>
  );
}

/** Whoever turns a page finds its beginning on the screen, and the keys there. */
function useFollowed(chapter: ChapterId): React.RefObject<HTMLElement | null> {
  const article = useRef<HTMLElement>(null);
  const before = useRef(chapter);
  useEffect(() => {
    if (before.current === chapter) return;
    before.current = chapter;
    window.scrollTo({ top: 0 });
    article.current?.focus({ preventScroll: true });
  }, [chapter]);
  return article;
}

function Contents({ shown }: { shown: ChapterId }) {
  const t = useTexts(texts);
  const done = useSelect((state) => state.learn.done);
  return (
    <nav aria-label={t.chapters}>
      <ol className={classes.contents}>
        {CHAPTER_IDS.map((id) => (
          <li key={id}>
            <ChapterLink to={id} className={classes.chapter} isCurrent={id === shown}>
              <span className={classes.number} data-done={done.includes(id) || undefined}>
                {done.includes(id) ? "\u2713" : numberOf(id)}
              </span>
              <ChapterTitle id={id} />
              {done.includes(id) && <VisuallyHidden>{t.done}</VisuallyHidden>}
            </ChapterLink>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function ChapterTitle({ id }: { id: ChapterId }) {
  return <span>{useTexts(CHAPTERS[id].texts).title}</span>;
}
