import { Button, Radio, TextInput } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { countsOf, MOST_CLASSES, renamed, withClass } from "../../../data/drawing/drawing";
import { formatCount } from "../../../i18n/format";
import { useTexts } from "../../language/useTexts";
import { ClassMark } from "../../views/ClassMark";
import classes from "./draw.module.css";
import { texts } from "./texts";
import type { Board } from "./useDrawing";

/** Which class is drawn, how many points each has, and what the chosen one is called. */
export function ClassChoice({ board }: { board: Board }) {
  const t = useTexts(texts);
  const drawing = board.history.present;
  const counts = countsOf(drawing);
  const names = drawing.classes;
  const add = () => {
    board.edit(withClass);
    board.choose(names.length);
  };
  return (
    <div className={classes.classes}>
      <Radio.Group
        size="xs"
        label={t.classes}
        value={String(board.label)}
        onChange={(value) => board.choose(Number(value))}
      >
        <div className={classes.names}>
          {names.map((name, label) => (
            <Radio
              key={name}
              size="xs"
              value={String(label)}
              classNames={{ body: classes.choice }}
              label={
                <span className={classes.className}>
                  <ClassMark label={label} classes={names.length} />
                  <span className={classes.name}>{name}</span>
                  <span className={classes.count}>{formatCount(counts[label]!)}</span>
                </span>
              }
            />
          ))}
        </div>
      </Radio.Group>
      <div className={classes.ofClass}>
        <NameField key={`${board.label} ${names[board.label]}`} board={board} name={names[board.label]!} />
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} />}
          disabled={names.length >= MOST_CLASSES}
          onClick={add}
        >
          {t.addClass}
        </Button>
      </div>
    </div>
  );
}

/** Taken over on Enter, or when it is left. */
function NameField({ board, name }: { board: Board; name: string }) {
  const t = useTexts(texts);
  const [text, setText] = useState(name);
  const commit = () => board.edit((drawing) => renamed(drawing, board.label, text));
  return (
    <TextInput
      size="xs"
      label={t.name}
      value={text}
      onChange={({ currentTarget }) => setText(currentTarget.value)}
      onBlur={commit}
      onKeyDown={({ key }) => {
        if (key === "Enter") commit();
      }}
    />
  );
}
