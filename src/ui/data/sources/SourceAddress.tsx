import { Button, TextInput } from "@mantine/core";
import { sourceTexts } from "../../../session/settings/names";
import { usePlayground, useSelect } from "../../context";
import { useTexts, useTranslate } from "../../language/useTexts";
import { RowHead } from "../../settings/RowHead";
import { texts } from "../texts";
import classes from "./sources.module.css";

/** The address to fetch data from, which is taken when the user says so. */
export function SourceAddress() {
  const t = useTexts(texts);
  const playground = usePlayground();
  const address = useSelect(({ draft: { dataset } }) => (dataset.id === "url" ? dataset.url : ""));
  const error = useSelect((state) => state.draftErrors.find(({ path }) => path === "dataset.url"));
  const translate = useTranslate();
  const { label, tooltip } = sourceTexts().url;
  return (
    <form
      // What is wrong is said below the field.
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void playground.restart();
      }}
    >
      <RowHead label={label} tooltip={tooltip} />
      <TextInput
        size="xs"
        type="url"
        aria-label={label}
        placeholder="https://"
        value={address}
        error={error && translate(error.said)}
        onChange={({ currentTarget }) => playground.setField("dataset.url", currentTarget.value)}
        rightSectionWidth={60}
        rightSection={
          <Button type="submit" size="compact-xs" variant="default">
            {t.sources.load}
          </Button>
        }
      />
      <p className={classes.hint}>{t.sources.paste}</p>
    </form>
  );
}
