import { TextInput } from "@mantine/core";
import { useEffect, useState } from "react";
import { sourceTexts } from "../../../../session/settings/names";
import { useLab } from "../../../../ui/labs/useLab";
import { useTranslate } from "../../../../ui/language/useTexts";

/** The address to fetch data from, taken over on Enter or when the field is left. */
export function AddressData({ url, onChange }: { url: string; onChange: (url: string) => void }) {
  const translate = useTranslate();
  const error = useLab("advice").errors.find(({ path }) => path === "base.dataset.url");
  const [text, setText] = useState(url);
  useEffect(() => setText(url), [url]);
  return (
    <TextInput
      size="xs"
      type="url"
      label={sourceTexts().url.label}
      placeholder="https://"
      value={text}
      error={error && translate(error.said)}
      onChange={({ currentTarget }) => setText(currentTarget.value)}
      onBlur={() => text !== url && onChange(text)}
      onKeyDown={({ key }) => key === "Enter" && onChange(text)}
    />
  );
}
