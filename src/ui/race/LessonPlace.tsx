import { Suspense } from "react";
import { useSelect } from "../context";
import { laterPart } from "../faults/laterPart";

const LessonCard = laterPart(() => import("../lesson/LessonCard"));

/** Where a lesson stands on the page; what it is made of is loaded with the first one. */
export function LessonPlace() {
  const isThere = useSelect(({ lesson }) => lesson.shown !== null || lesson.left !== null);
  return (
    isThere && (
      <Suspense fallback={null}>
        <LessonCard />
      </Suspense>
    )
  );
}
