import { TextInput } from "@mantine/core";
import { useEffect, useState } from "react";

type Item = number | string;

interface ListFieldProps {
  label: string;
  description?: string;
  value: readonly Item[];
  error?: string | undefined;
  onChange: (value: Item[]) => void;
}

/** Numbers or names with commas between, taken over on Enter or when the field is left. */
export function ListField({ label, description, value, error, onChange }: ListFieldProps) {
  const written = value.join(", ");
  const [text, setText] = useState(written);
  useEffect(() => setText(written), [written]);
  const commit = () => {
    const items = readList(text);
    if (items.join(", ") === written) setText(written);
    else onChange(items);
  };
  return (
    <TextInput
      size="xs"
      label={label}
      description={description}
      value={text}
      error={error}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === "Enter") commit();
        if (event.key === "Escape") setText(written);
      }}
    />
  );
}

function readList(text: string): Item[] {
  const items = text.split(/[,;\s]+/).filter(Boolean);
  return items.map((item) => (Number.isFinite(Number(item)) ? Number(item) : item));
}
