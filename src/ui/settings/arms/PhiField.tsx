import { TextInput } from "@mantine/core";
import { useEffect, useState } from "react";
import { type PhiResult, parsePhi } from "../../../objectives/phi";
import { Formula } from "../../components/Formula";
import { useTexts, useTranslate } from "../../language/useTexts";
import { texts } from "../texts";
import classes from "./armEditor.module.css";

interface PhiFieldProps {
  value: string;
  /** Called with every text that is a loss, as it is typed. */
  onChange: (phi: string) => void;
}

/** A loss typed as a function of v = log xi: taken over as soon as it makes sense, explained at the character until then. */
export function PhiField({ value, onChange }: PhiFieldProps) {
  const t = useTexts(texts);
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const result = parsePhi(text);
  const type = (next: string) => {
    setText(next);
    if (next !== value && parsePhi(next).ok) onChange(next);
  };
  return (
    <div className={classes.phi}>
      <TextInput
        data-autofocus
        size="xs"
        label={t.arms.phi}
        description={t.arms.phiHint}
        value={text}
        maxLength={200}
        spellCheck={false}
        autoComplete="off"
        error={result.ok ? undefined : <Explanation text={text} {...result} />}
        onChange={(event) => type(event.currentTarget.value)}
      />
      {result.ok && <Formula tex={`\\varphi(v) = ${result.phi.tex}`} />}
    </div>
  );
}

/** The text with the characters marked that the message is about. */
function Explanation({ text, at, length, said }: { text: string } & Extract<PhiResult, { ok: false }>) {
  const translate = useTranslate();
  const end = at + Math.max(1, length);
  return (
    <>
      <code className={classes.phiText}>
        {text.slice(0, at)}
        <mark>{text.slice(at, end) || "\u2026"}</mark>
        {text.slice(end)}
      </code>
      {translate(said)}
    </>
  );
}
