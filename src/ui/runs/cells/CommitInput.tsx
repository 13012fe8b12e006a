import { useState } from "react";
import { focusOnce } from "../focusOnce";
import classes from "../table.module.css";

interface CommitInputProps {
  label: string;
  placeholder?: string;
  value: string;
  /** Begins with the cursor in it. */
  isFocused?: boolean;
  /** Told of the text once it is left or Enter is pressed, changed or not. */
  commit: (text: string) => void;
  cancel?: () => void;
}

/** A line of text that counts once it is left, or with Enter; Escape takes it back. A plain field: a table has a hundred of them. */
export function CommitInput({ label, placeholder, value, isFocused = false, commit, cancel }: CommitInputProps) {
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    setText(value);
  }
  const handleKey = (event: React.KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "Enter") {
      // Or it would press what takes the keyboard next.
      event.preventDefault();
      commit(text.trim());
    }
    if (event.key !== "Escape") return;
    event.stopPropagation();
    setText(value);
    cancel?.();
  };
  return (
    <input
      type="text"
      className={classes.input}
      aria-label={label}
      placeholder={placeholder}
      value={text}
      ref={isFocused ? focusOnce : undefined}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={handleKey}
      onBlur={() => commit(text.trim())}
    />
  );
}
