import { Button, CloseButton } from "@mantine/core";
import { useState } from "react";
import { CHAPTER_IDS } from "../../session/learn/chapters";
import { usePlayground, useSelect } from "../context";
import { useTexts } from "../language/useTexts";
import { ChapterLink } from "../learn/ChapterLink";
import { isAnswered, keepAnswer } from "./offered";
import { texts } from "./texts";
import classes from "./tour.module.css";

const [FIRST] = CHAPTER_IDS;

/** Offers the tour and the chapters to whoever has not answered yet: a line beside the charts, in nobody's way. */
export function TourInvitation() {
  const t = useTexts(texts);
  const playground = usePlayground();
  const [answered, setAnswered] = useState(isAnswered);
  const isTaken = useSelect((state) => state.tour !== null);
  if (answered || isTaken) return null;
  const answer = () => {
    keepAnswer();
    setAnswered(true);
  };
  const take = () => {
    answer();
    void playground.tour.start();
  };
  return (
    <div className={classes.invitation}>
      <Button size="compact-sm" variant="light" onClick={take}>
        {t.take}
      </Button>
      <ChapterLink to={FIRST} className={classes.chapters}>
        {t.chapters}
      </ChapterLink>
      <CloseButton size={26} aria-label={t.dismiss} onClick={answer} />
    </div>
  );
}
