import { Button, TextInput } from "@mantine/core";
import { usePlayground, useSelect } from "../context";
import { words } from "../words";
import classes from "./sources.module.css";

/** The address to fetch data from, which is taken when the user says so. */
export function SourceAddress() {
  const playground = usePlayground();
  const address = useSelect(({ draft: { dataset } }) => (dataset.id === "url" ? dataset.url : ""));
  const error = useSelect((state) => state.draftErrors.find(({ path }) => path === "dataset.url")?.message);
  const [label, tooltip] = words.settings.fields["dataset.url"] ?? ["", ""];
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void playground.restart();
      }}
    >
      <TextInput
        size="xs"
        type="url"
        label={label}
        description={tooltip}
        placeholder="https://"
        value={address}
        error={error}
        onChange={({ currentTarget }) => playground.setField("dataset.url", currentTarget.value)}
        rightSectionWidth={60}
        rightSection={
          <Button type="submit" size="compact-xs" variant="default">
            {words.sources.load}
          </Button>
        }
      />
      <p className={classes.hint}>{words.sources.paste}</p>
    </form>
  );
}
