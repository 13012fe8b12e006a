import { Button } from "@mantine/core";
import { Suspense } from "react";
import { formatCount } from "../../i18n/format";
import { answer, leaveLesson } from "../../session/lesson/changes";
import type { Lesson, Question } from "../../session/lesson/lesson";
import { awaitsAnswer, canAnswer, isAtStop, questionOf } from "../../session/lesson/pace";
import { usePlayground, useSelect } from "../context";
import { Guard } from "../faults/Guard";
import { laterPart } from "../faults/laterPart";
import { useTexts } from "../language/useTexts";
import { Prediction } from "../learn/experiment/Prediction";
import { LeftNote } from "./LeftNote";
import { LessonOutcome } from "./LessonOutcome";
import classes from "./lesson.module.css";
import { checkOf, questionWords } from "./question";
import { texts } from "./texts";

const TaskText = laterPart(() => import("./text/TaskText"));

/** What a teacher says of the page, asks before the run, and is told after it; or the way back to a lesson that was left. */
export default function LessonCard() {
  const lesson = useSelect((state) => state.lesson.shown);
  return lesson ? <Shown lesson={lesson} /> : <LeftNote />;
}

function Shown({ lesson }: { lesson: Lesson }) {
  const t = useTexts(texts);
  const question = useSelect(questionOf);
  return (
    <section className={classes.lesson} aria-label={t.lesson}>
      <Head title={lesson.title} />
      <div className={classes.body}>
        {lesson.task && (
          <Guard>
            <Suspense
              fallback={
                <p className={classes.raw} aria-busy>
                  {lesson.task}
                </p>
              }
            >
              <TaskText source={lesson.task} />
            </Suspense>
          </Guard>
        )}
        {question && <Asked question={question} own={lesson.ask} />}
      </div>
      <Stand lesson={lesson} />
      {question && <LessonOutcome question={question} own={lesson.ask} />}
    </section>
  );
}

function Head({ title }: { title: string }) {
  const t = useTexts(texts);
  const playground = usePlayground();
  const isFrame = useSelect((state) => state.embed.on);
  return (
    <div className={classes.head}>
      <h2 className={classes.title}>{title || t.untitled}</h2>
      {!isFrame && (
        <Button size="compact-sm" variant="default" title={t.leaves} onClick={() => leaveLesson(playground)}>
          {t.leave}
        </Button>
      )}
    </div>
  );
}

function Asked({ question, own }: { question: Question; own: string }) {
  const playground = usePlayground();
  const config = useSelect((state) => state.draft);
  const value = useSelect((state) => state.lesson.answer);
  const isOpen = useSelect(canAnswer);
  const { asks, choices } = questionWords(question, own, config);
  return (
    <Prediction
      question={asks}
      choices={checkOf(question).choices.map(({ id }) => ({ id, label: choices[id] ?? id }))}
      value={value}
      onChange={(choice) => answer(playground, choice)}
      disabled={!isOpen}
    />
  );
}

/** What is to be done now, and where training stops. */
function Stand({ lesson: { stop } }: { lesson: Lesson }) {
  const t = useTexts(texts);
  const step = useSelect(({ run }) => run?.step ?? 0);
  const isOver = useSelect(isAtStop);
  const isAsked = useSelect(awaitsAnswer);
  const isWaiting = useSelect(({ run }) => run !== null && run.state === "paused");
  const end = useSelect(({ run, draft }) => Math.min(stop ?? Number.POSITIVE_INFINITY, (run?.config ?? draft).steps));
  const said = isOver
    ? [t.stopped({ step: formatCount(step) })]
    : [isAsked ? t.predictFirst : isWaiting ? t.pressPlay : "", t.stopsAt({ step: formatCount(end) })];
  return (
    <p className={classes.stand} role="status">
      {said.filter(Boolean).join(" ")}
    </p>
  );
}
