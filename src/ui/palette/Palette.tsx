import { Modal, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useId, useMemo, useRef, useState } from "react";
import type { Action } from "../../session/actions/action";
import { usePlayground } from "../context";
import { useTexts } from "../language/useTexts";
import { GROUP_IDS, GROUPS, type GroupId } from "./entries";
import type { Entry } from "./entry";
import { matching } from "./match";
import classes from "./palette.module.css";
import { texts } from "./texts";

interface PaletteProps {
  opened: boolean;
  onClose: () => void;
  perform: (action: Action) => void;
}

/** Anything that can be done, set or looked at, by its name. */
export default function Palette({ opened, onClose, perform }: PaletteProps) {
  const t = useTexts(texts);
  return (
    <Modal.Root
      opened={opened}
      onClose={onClose}
      size={600}
      yOffset="min(12vh, 80px)"
      transitionProps={{ duration: 0 }}
      // Where the focus goes is decided by what is chosen (LaterDialog.tsx).
      returnFocus={false}
      // The scroll lock would add a style element, which the content security policy refuses.
      lockScroll={false}
      classNames={{ content: classes.content }}
    >
      <Modal.Overlay />
      <Modal.Content aria-label={t.title}>
        <Commands {...{ onClose, perform }} />
      </Modal.Content>
    </Modal.Root>
  );
}

type Found = readonly { group: GroupId; entries: Entry[] }[];

/** The field and the list below it: a combobox, of which the field alone has the focus. */
function Commands({ onClose, perform }: Omit<PaletteProps, "opened">) {
  const t = useTexts(texts);
  const id = useId();
  const [query, setQuery] = useState("");
  const [index, setIndex] = useState(0);
  const found = useFound(query, perform);
  const entries = found.flatMap((group) => group.entries);
  const chosen = entries[Math.min(index, entries.length - 1)];
  const idOf = (entry: Entry) => `${id}-${entry.id}`;
  const choose = (entry: Entry) => {
    onClose();
    entry.run();
  };
  const press = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && chosen) {
      // The focus goes back to what had it, where the same press of the key would be one of a button.
      event.preventDefault();
      return choose(chosen);
    }
    const next = nextOf(event.key, Math.min(index, entries.length - 1), entries.length);
    if (next === null) return;
    event.preventDefault();
    setIndex(next);
  };
  return (
    <>
      <TextInput
        size="md"
        variant="unstyled"
        leftSection={<IconSearch size={16} />}
        classNames={{ input: classes.input }}
        placeholder={t.placeholder}
        value={query}
        onChange={({ currentTarget }) => {
          setQuery(currentTarget.value);
          setIndex(0);
        }}
        onKeyDown={press}
        aria-label={t.title}
        role="combobox"
        aria-expanded={true}
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={chosen && idOf(chosen)}
        autoComplete="off"
        spellCheck={false}
        data-autofocus
      />
      <div id={id} role="listbox" aria-label={t.title} className={classes.list}>
        {found.map(({ group, entries: own }) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a listbox.
          <div key={group} role="group" aria-label={t.groups[group]}>
            <div className={classes.group} aria-hidden="true">
              {t.groups[group]}
            </div>
            {own.map((entry) => (
              <Line key={entry.id} id={idOf(entry)} entry={entry} selected={entry === chosen} onChoose={choose} />
            ))}
          </div>
        ))}
      </div>
      <p className={classes.foot} role="status">
        {entries.length === 0 ? t.none : query === "" ? t.hint : t.found({ n: entries.length })}
      </p>
    </>
  );
}

interface LineProps {
  id: string;
  entry: Entry;
  selected: boolean;
  onChoose: (entry: Entry) => void;
}

function Line({ id, entry, selected, onChoose }: LineProps) {
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (selected) line.current?.scrollIntoView({ block: "nearest" });
  }, [selected]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and the keys.
    <div
      ref={line}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      className={classes.line}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onChoose(entry)}
    >
      <entry.icon size={16} stroke={1.6} className={classes.icon} aria-hidden="true" />
      <span className={classes.label}>{entry.label}</span>
      <span className={classes.note}>{entry.note}</span>
    </div>
  );
}

/** What a query means among all that there is, group by group, the group with the best entry first; those that come first where it is empty. */
function useFound(query: string, perform: PaletteProps["perform"]): Found {
  const playground = usePlayground();
  // As it is when the palette is opened: a run that goes on would have all of it made anew at every redraw.
  const [state] = useState(() => playground.state);
  return useMemo(() => {
    const scene = { state, playground, perform };
    const all = GROUP_IDS.flatMap((group) => GROUPS[group](scene).map((entry) => ({ ...entry, group })));
    const meant = query.trim() === "" ? all.filter(({ isFirst }) => isFirst) : matching(all, query).slice(0, MOST);
    const groups = [...new Set(meant.map(({ group }) => group))];
    return groups.map((group) => ({ group, entries: meant.filter((entry) => entry.group === group) }));
  }, [query, state, playground, perform]);
}

/** So many entries are listed at most. */
const MOST = 40;

/** Where a key leads in the list, around its ends; null where it means something else. */
function nextOf(key: string, index: number, count: number): number | null {
  if (count === 0) return null;
  if (key === "ArrowDown") return (index + 1) % count;
  if (key === "ArrowUp") return (index + count - 1) % count;
  return null;
}
