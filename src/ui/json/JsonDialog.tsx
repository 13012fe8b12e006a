import { Button, Modal, Switch } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useId, useMemo, useRef, useState } from "react";
import { describeConfigDiff } from "../../config/diff";
import { readConfig, type TextMessage, writeConfig } from "../../config/text/text";
import { copyText } from "../actions/copy";
import { texts as componentsTable } from "../components/texts";
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
  const { close } = useTexts(componentsTable);
  const isPhone = useMediaQuery("(max-width: 720px)");
  return (
    <Modal
      {...{ opened, onClose }}
      title={t.title}
      size={680}
      returnFocus={false}
      fullScreen={isPhone ?? false}
      // The scroll lock would add a style element, which the content security policy refuses.
      lockScroll={false}
      closeButtonProps={{ "aria-label": close }}
    >
      <Editor onClose={onClose} />
    </Modal>
  );
}

function Editor({ onClose }: Pick<JsonDialogProps, "onClose">) {
  const t = useTexts(texts);
  const playground = usePlayground();
  const draft = useSelect((state) => state.draft);
  const [whole, setWhole] = useState(false);
  const [text, setText] = useState(() => writeConfig(draft, false));
  const result = useMemo(() => readConfig(text), [text]);
  const area = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const messages = result.ok ? [] : result.messages;
  const isSame = result.ok && describeConfigDiff(draft, result.config).length === 0;
  const rewrite = (all: boolean) => {
    setWhole(all);
    if (result.ok) setText(writeConfig(result.config, all));
  };
  const apply = () => {
    if (!result.ok) return;
    if (!isSame) playground.edit((draft) => draft.set(result.config));
    onClose();
  };
  return (
    <form
      className={classes.editor}
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      <div className={classes.head}>
        <Switch
          size="xs"
          label={t.whole}
          checked={whole}
          disabled={!result.ok}
          onChange={({ currentTarget }) => rewrite(currentTarget.checked)}
        />
        <CopyButton text={text} />
      </div>
      <CodeArea
        {...{ text, area }}
        label={t.text}
        onChange={setText}
        wrong={new Set(messages.map(({ line }) => line))}
        describedBy={id}
      />
      <div id={id} className={classes.state} role="status">
        {messages.length === 0 ? <p>{isSame ? t.same : t.valid}</p> : <p>{t.wrong({ n: messages.length })}</p>}
        <Messages messages={messages} onShow={(line) => area.current && showLine(area.current, line)} />
      </div>
      <div className={classes.buttons}>
        <Button size="compact-md" variant="default" onClick={onClose}>
          {t.cancel}
        </Button>
        <Button size="compact-md" type="submit" disabled={!result.ok}>
          {t.apply}
        </Button>
      </div>
    </form>
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
