import { Button, Switch } from "@mantine/core";
import { useEffect, useId, useMemo, useRef, useState } from "react";
import { describeConfigDiff } from "../../config/diff";
import { readConfig, type TextMessage, writeConfig } from "../../config/text/text";
import { copyText } from "../actions/copy";
import { PageDialog } from "../components/PageDialog";
import { usePlayground, useSelect } from "../context";
import { useTexts, useTranslate } from "../language/useTexts";
import { CodeArea, showLine } from "./CodeArea";
import classes from "./json.module.css";
import { texts } from "./texts";

interface JsonDialogProps {
  opened: boolean;
  onClose: () => void;
}

/** The settings as a text, to be edited, copied and pasted. */
export default function JsonDialog({ opened, onClose }: JsonDialogProps) {
  const t = useTexts(texts);
  // Escape, or a press outside, loses no edits: they are there again at the next opening, until they are applied or canceled.
  const left = useRef<Unapplied | null>(null);
  return (
    <PageDialog {...{ opened, onClose }} title={t.title} size={680} returnFocus={false}>
      <Editor {...{ onClose, left }} />
    </PageDialog>
  );
}

/** A text that is not applied yet. */
interface Unapplied {
  text: string;
  /** Whether defaults are written too. */
  whole: boolean;
}

interface EditorProps extends Pick<JsonDialogProps, "onClose"> {
  left: React.RefObject<Unapplied | null>;
}

function Editor({ onClose, left }: EditorProps) {
  const playground = usePlayground();
  const draft = useSelect((state) => state.draft);
  const [found] = useState(left.current);
  const [edited, setEdited] = useState<Unapplied>(() => found ?? { text: writeConfig(draft, false), whole: false });
  const { text, whole } = edited;
  const result = useMemo(() => readConfig(text), [text]);
  const isSame = result.ok && describeConfigDiff(draft, result.config).length === 0;
  useEffect(() => {
    left.current = isSame ? null : edited;
  }, [left, isSame, edited]);
  const leave = () => {
    left.current = null;
    onClose();
  };
  const apply = () => {
    if (!result.ok) return;
    if (!isSame) playground.edit((draft) => draft.set(result.config));
    leave();
  };
  return (
    <form
      className={classes.editor}
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      <Head
        {...{ edited }}
        onWhole={result.ok ? (all) => setEdited({ text: writeConfig(result.config, all), whole: all }) : null}
      />
      <Checked
        {...{ text, result, isSame }}
        isLeft={edited === found}
        onChange={(next) => setEdited({ text: next, whole })}
      />
      <Buttons isPossible={result.ok} onCancel={leave} />
    </form>
  );
}

/** @param onWhole null while the text is of no settings */
function Head({ edited, onWhole }: { edited: Unapplied; onWhole: ((whole: boolean) => void) | null }) {
  const t = useTexts(texts);
  return (
    <div className={classes.head}>
      <Switch
        size="xs"
        label={t.whole}
        checked={edited.whole}
        disabled={!onWhole}
        onChange={({ currentTarget }) => onWhole?.(currentTarget.checked)}
      />
      <CopyButton text={edited.text} />
    </div>
  );
}

interface CheckedProps {
  text: string;
  result: ReturnType<typeof readConfig>;
  isSame: boolean;
  /** As it was when the dialog was left. */
  isLeft: boolean;
  onChange: (text: string) => void;
}

/** The text, and what is to be said of it: aloud no more than how many things are wrong, as it changes with every key. */
function Checked({ text, result, isSame, isLeft, onChange }: CheckedProps) {
  const t = useTexts(texts);
  const area = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const messages = result.ok ? [] : result.messages;
  const verdict = messages.length > 0 ? t.wrong({ n: messages.length }) : isSame ? t.same : t.valid;
  return (
    <>
      <CodeArea
        {...{ text, area, onChange }}
        label={t.text}
        wrong={new Set(messages.map(({ line }) => line))}
        describedBy={id}
      />
      <div id={id} className={classes.state}>
        <p role="status">{isLeft ? `${t.left} ${verdict}` : verdict}</p>
        <Messages messages={messages} onShow={(line) => area.current && showLine(area.current, line)} />
      </div>
    </>
  );
}

function Buttons({ isPossible, onCancel }: { isPossible: boolean; onCancel: () => void }) {
  const t = useTexts(texts);
  return (
    <div className={classes.buttons}>
      <Button size="compact-md" variant="default" onClick={onCancel}>
        {t.cancel}
      </Button>
      <Button size="compact-md" type="submit" disabled={!isPossible}>
        {t.apply}
      </Button>
    </div>
  );
}

/** Each leads to its line. */
function Messages({ messages, onShow }: { messages: readonly TextMessage[]; onShow: (line: number) => void }) {
  const t = useTexts(texts);
  const translated = useTranslate();
  return (
    <ul className={classes.messages}>
      {messages.map(({ line, column, path, said }) => {
        const problem = translated(said);
        return (
          <li key={`${line}:${column} ${path} ${said.id}`}>
            <button type="button" className={classes.message} onClick={() => onShow(line)}>
              {path ? t.messageAt({ line, path, problem }) : t.message({ line, column, problem })}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

type Copied = "copy" | "copied" | "copyFailed";

function CopyButton({ text }: { text: string }) {
  const t = useTexts(texts);
  // Of another text, nothing is said any more.
  const [done, setDone] = useState<{ text: string; as: Copied } | null>(null);
  const copy = async () => setDone({ text, as: (await copyText(text)) ? "copied" : "copyFailed" });
  return (
    <Button size="compact-sm" variant="default" onClick={() => void copy()} aria-live="polite">
      {t[done?.text === text ? done.as : "copy"]}
    </Button>
  );
}
