import { Portal, VisuallyHidden } from "@mantine/core";
import { toggleBlank } from "../../session/projector/show";
import { usePlayground, useSelect } from "../context";
import { useTexts } from "../language/useTexts";
import classes from "./projector.module.css";
import { texts } from "./texts";

/** Where the room is in what it is shown, and the black screen. */
export default function Projector() {
  const isBlank = useSelect(({ projector }) => projector.isBlank);
  return <Portal>{isBlank ? <Blank /> : <Place />}</Portal>;
}

function Place() {
  const t = useTexts(texts);
  const { at, scenes } = useSelect(({ projector }) => projector);
  const isTurned = useSelect(({ tour }) => tour !== null);
  // The tour counts its own captions.
  if (isTurned) return null;
  const of = scenes.length;
  const place = at === null ? 0 : at + 1;
  return (
    <p className={classes.place}>
      <span aria-hidden="true">{t.place({ at: place, of })}</span>
      <VisuallyHidden aria-live="polite">
        {at === null ? t.first({ of }) : t.described({ at: place, of })}
      </VisuallyHidden>
    </p>
  );
}

function Blank() {
  const t = useTexts(texts);
  const playground = usePlayground();
  return (
    <>
      <button type="button" className={classes.blank} aria-label={t.blank} onClick={() => toggleBlank(playground)} />
      <VisuallyHidden role="status">{t.blank}</VisuallyHidden>
    </>
  );
}
