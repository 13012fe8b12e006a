import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import { tidy } from "../../../session/lesson/lesson";
import { type LessonDraft, lessonHash, USUAL_LENGTH } from "../../../session/lesson/link";
import { copyText } from "../../actions/copy";
import { usePlayground } from "../../context";
import { useTexts } from "../../language/useTexts";
import QrCode from "../../qr/QrCode";
import QrDialog from "../../qr/QrDialog";
import classes from "./editor.module.css";
import { texts } from "./texts";

/** The link that comes of it, how long it is, and the ways to pass it on. */
export function LinkBox({ draft }: { draft: LessonDraft }) {
  const { link: t } = useTexts(texts);
  const playground = usePlayground();
  const [isLarge, setIsLarge] = useState(false);
  const link = `${window.location.href.replace(/[?#].*$/s, "")}#${lessonHash(playground.state, tidied(draft))}`;
  return (
    <fieldset className={classes.group}>
      <legend>{t.label}</legend>
      <div className={classes.pair}>
        <div className={classes.link}>
          <Textarea
            aria-label={t.label}
            classNames={{ input: classes.code }}
            value={link}
            readOnly
            rows={6}
            spellCheck={false}
            onFocus={(event) => event.currentTarget.select()}
          />
          <p className={classes.about} role="status" data-long={link.length > USUAL_LENGTH || undefined}>
            {t.length({ n: link.length })}
            {link.length > USUAL_LENGTH && `. ${t.long({ limit: USUAL_LENGTH })}`}
          </p>
          <div className={classes.buttons}>
            <CopyButton link={link} />
            <Button
              size="compact-md"
              variant="default"
              component="a"
              href={link}
              target="_blank"
              rel="noopener"
              title={t.opens}
            >
              {t.open}
            </Button>
            <Button size="compact-md" variant="default" onClick={() => setIsLarge(true)}>
              {t.large}
            </Button>
          </div>
        </div>
        <section aria-label={t.qr}>
          <QrCode link={link} />
        </section>
      </div>
      <QrDialog opened={isLarge} onClose={() => setIsLarge(false)} link={link} />
    </fieldset>
  );
}

/** As it will be read. */
function tidied({ lesson, ...rest }: LessonDraft): LessonDraft {
  const { title, task, ask } = lesson;
  return {
    ...rest,
    lesson: { ...lesson, title: tidy(title, "title"), task: tidy(task, "task"), ask: tidy(ask, "ask") },
  };
}

function CopyButton({ link }: { link: string }) {
  const { link: t } = useTexts(texts);
  const [copied, setCopied] = useState<{ link: string; worked: boolean } | null>(null);
  const state = copied?.link === link ? copied : null;
  return (
    <Button size="compact-md" onClick={() => void copyText(link).then((worked) => setCopied({ link, worked }))}>
      <span aria-live="polite">{state ? (state.worked ? t.copied : t.notCopied) : t.copy}</span>
    </Button>
  );
}
