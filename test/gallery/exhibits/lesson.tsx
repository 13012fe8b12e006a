import { EMPTY_LESSON, type Lesson } from "../../../src/session/lesson/lesson";
import { EVERYTHING } from "../../../src/session/panels/arrangement";
import type { PlaygroundState } from "../../../src/session/playgroundState";
import LessonCard from "../../../src/ui/lesson/LessonCard";
import QrCode from "../../../src/ui/qr/QrCode";
import type { Room } from "../exhibit";
import { pageOf } from "../seed/run";

const LESSON: Lesson = {
  ...EMPTY_LESSON,
  title: "Why does InfoNCE go quiet?",
  task: "Two learners see **the same batches**.\n\n1. Say which gradient varies more.\n2. Press *Play*, and watch where $f = \\xi / (1 + \\xi)$ goes.\n\nMore in [the paper](https://arxiv.org/abs/2107.01152).",
  stop: 400,
  predict: { kind: "between", metric: "gradientVariance", a: 0, b: 1 },
};

const answered = ({ lesson }: PlaygroundState): Partial<PlaygroundState> => ({
  lesson: { ...lesson, shown: LESSON, answer: "first" },
});

/** What a teacher has made of the page. */
export const lesson: Room = {
  id: "lesson",
  title: "Lessons",
  about: "What a lesson says, asks and answers, the way back to it, and the code of a link.",
  exhibits: [
    {
      id: "lesson-answered",
      title: "A lesson at its stop step, on a phone",
      width: 340,
      playground: () => pageOf({ steps: 400, patch: answered }),
      content: LessonCard,
    },
    {
      id: "lesson-left",
      title: "A lesson that was left",
      playground: () =>
        pageOf({
          patch: ({ lesson: before, draft, presetId }) => ({
            lesson: { ...before, left: { lesson: LESSON, arrangement: EVERYTHING, config: draft, presetId } },
          }),
        }),
      content: LessonCard,
    },
    {
      id: "qr-code",
      title: "The QR code of a link",
      width: 300,
      playground: () => pageOf({ run: false }),
      content: () => <QrCode link="https://playground.example/#preset=vanish&lesson=1&lesson.title=Why" />,
    },
  ],
};
