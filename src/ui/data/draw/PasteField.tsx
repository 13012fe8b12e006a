import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTexts } from "../../language/useTexts";
import classes from "./draw.module.css";
import { texts } from "./texts";
import type { Board } from "./useDrawing";

/** Coordinates as a text. It stays where some of it was left out. */
export function PasteField({ board }: { board: Board }) {
  const t = useTexts(texts);
  const [text, setText] = useState("");
  return (
    <div className={classes.paste}>
      <Textarea
        size="xs"
        aria-label={t.pasted}
        description={t.pasteHint}
        placeholder={"0.1, -0.3, 1\n0.4, 0.2, 2"}
        autoCapitalize="off"
        spellCheck={false}
        rows={4}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <Button
        size="compact-sm"
        variant="default"
        disabled={text.trim() === ""}
        onClick={() => board.paste(text) && setText("")}
      >
        {t.add}
      </Button>
    </div>
  );
}
