import { TextInput } from "@mantine/core";
import { useEffect, useState } from "react";
import type { FieldInfo } from "../../config/schemaInfo";
import { type PlaygroundError, problem } from "../../i18n/errors";
import { formatSetting, formatTick } from "../../i18n/format";
import type { Said } from "../../i18n/message";
import { translate } from "../../i18n/translate";
import { texts as wordTable } from "../../session/settings/texts";
import { useTexts } from "../language/useTexts";
import classes from "./numberField.module.css";
import { texts } from "./texts";

interface NumberFieldProps {
  label: string;
  info: FieldInfo;
  value: number | undefined;
  /** Called with a number that the schema allows, or undefined when an optional field is emptied. */
  onChange: (value: number | undefined) => void;
  placeholder?: string;
  /** It is seen, but cannot be changed. */
  locked?: boolean;
  /** A problem that the experiment as a whole has with this value. */
  error?: string | undefined;
}

/** A number as people write it (`0.003`, `3e-3`), taken over on Enter or when the field is left. */
export function NumberField({ label, info, value, onChange, placeholder, locked, error }: NumberFieldProps) {
  const words = useTexts(wordTable);
  const [text, setText] = useState(formatSetting(value));
  const [refusal, setRefusal] = useState<Said | null>(null);
  useEffect(() => {
    setText(formatSetting(value));
    setRefusal(null);
  }, [value]);
  const restore = () => {
    setText(formatSetting(value));
    setRefusal(null);
  };
  const commit = () => {
    const result = readNumber(text, info);
    if (result instanceof Error) return setRefusal(result.said);
    setRefusal(null);
    if (result !== value) onChange(result);
  };
  return (
    <TextInput
      size="xs"
      className={classes.number}
      aria-label={label}
      inputMode="decimal"
      disabled={locked}
      value={text}
      placeholder={placeholder ?? words.notSet}
      error={refusal ? translate(refusal) : error}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === "Enter") commit();
        if (event.key === "Escape") restore();
      }}
    />
  );
}

/** Reads a typed number; an error says what is allowed. */
export function readNumber(text: string, info: FieldInfo): number | undefined | PlaygroundError {
  const trimmed = text.trim().replace(",", ".");
  if (trimmed === "" && info.optional) return undefined;
  const value = trimmed === "" ? Number.NaN : Number(trimmed);
  const [low, high] = [info.minimum ?? Number.NEGATIVE_INFINITY, info.maximum ?? Number.POSITIVE_INFINITY];
  const whole = info.type === "integer";
  if (value >= low && value <= high && (!whole || Number.isInteger(value))) return value;
  const range = { low: formatTick(low), high: formatTick(high) };
  return problem(whole ? texts.wholeExpected : texts.numberExpected, range);
}
