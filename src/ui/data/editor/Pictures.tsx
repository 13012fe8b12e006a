import { Checkbox, NativeSelect, NumberInput } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import { useCallback, useMemo } from "react";
import type { OutlinePictures } from "../../../data/interpretation/outline";
import { drawPictures, type PictureLayout } from "../../../data/interpretation/pictures";
import { texts as words } from "../../../session/settings/interpretationTexts";
import { useTexts } from "../../language/useTexts";
import { drawImage, imageOf, type Pen, useCanvas } from "../../views/canvas";
import type { WishProps } from "./Choices";
import classes from "./editor.module.css";
import { texts } from "./texts";
import { fills, layoutShown, withPictures, withSide } from "./wish";

const SMALLEST_SIDE = 8;
const LARGEST_SIDE = 1024;

interface PicturesProps extends WishProps {
  pictures: OutlinePictures;
}

/** How rows of numbers are pictures, and the first of them as they would be, redrawn with each change. */
export function Pictures({ pictures, outline, wish, onChange }: PicturesProps) {
  const t = useTexts(texts);
  const layout = layoutShown(pictures, wish);
  const { height, width, channels } = layout;
  const isOff = (wish.rows ?? outline.choices.rows) === "features";
  const change = (changed: Partial<PictureLayout>) => onChange(withPictures(wish, changed, outline));
  return (
    <div className={classes.pictures} data-off={isOff || undefined}>
      <Layout layout={layout} pictures={pictures} onChange={change} />
      {fills(layout, pictures.size) ? (
        <Preview pictures={pictures} layout={layout} />
      ) : (
        <p role="status">
          {t.unfilled({ height, width, channels, product: height * width * channels, size: pictures.size })}
        </p>
      )}
    </div>
  );
}

interface LayoutProps {
  layout: PictureLayout;
  pictures: OutlinePictures;
  onChange: (change: Partial<PictureLayout>) => void;
}

function Layout({ layout, pictures: { open, size }, onChange }: LayoutProps) {
  const t = useTexts(words);
  const side = (name: "height" | "width") => (
    <NumberInput
      key={name}
      size="xs"
      label={t.pictures[name]}
      value={layout[name]}
      min={SMALLEST_SIDE}
      max={LARGEST_SIDE}
      allowDecimal={false}
      allowNegative={false}
      onChange={(value) =>
        typeof value === "number" && value > 0 && onChange(withSide(name, value, size, layout.channels))
      }
    />
  );
  return (
    <div className={classes.choices}>
      {open.includes("height") && side("height")}
      {open.includes("width") && side("width")}
      {open.includes("channels") && (
        <NativeSelect
          size="xs"
          label={t.pictures.channels}
          value={String(layout.channels)}
          data={["1", "3"]}
          onChange={({ currentTarget: { value } }) => onChange(channelsIn(Number(value) as 1 | 3, layout, size))}
        />
      )}
      {open.includes("order") && layout.channels === 3 && (
        <NativeSelect
          size="xs"
          label={t.pictures.order}
          value={layout.order}
          data={(["interleaved", "planar"] as const).map((value) => ({ value, label: t.pictures.orders[value] }))}
          onChange={({ currentTarget: { value } }) => onChange({ order: value as PictureLayout["order"] })}
        />
      )}
      {open.includes("turned") && (
        <Checkbox
          size="xs"
          className={classes.turned}
          label={t.pictures.turned}
          checked={layout.turned}
          onChange={({ currentTarget: { checked } }) => onChange({ turned: checked })}
        />
      )}
    </div>
  );
}

/** Other channels leave a square where there is one. */
function channelsIn(channels: 1 | 3, { height }: PictureLayout, size: number): Partial<PictureLayout> {
  const side = Math.sqrt(size / channels);
  return Number.isInteger(side)
    ? { channels, height: side, width: side }
    : { channels, ...withSide("height", height, size, channels) };
}

const GAP = 4;
const SHOWN_SIDE = 84;

function Preview({ pictures: { values, size }, layout }: { pictures: OutlinePictures; layout: PictureLayout }) {
  const t = useTexts(texts);
  const { ref, width: room } = useElementSize();
  const { height, width, channels, order, turned } = layout;
  const pixels = useMemo(
    () => drawPictures(Float32Array.from(values), { height, width, channels, order, turned }, 1),
    [values, height, width, channels, order, turned],
  );
  const count = Math.min(values.length / size, Math.max(1, Math.floor((room + GAP) / (SHOWN_SIDE + GAP))));
  const shownWidth = height > width ? (SHOWN_SIDE * width) / height : SHOWN_SIDE;
  const draw = useCallback(
    ({ context }: Pen) => {
      for (let i = 0; i < count; i++) {
        const image = imageOf(pixels, i * size, [height, width, channels], 1);
        drawImage(context, image, i * (SHOWN_SIDE + GAP), 0, shownWidth);
      }
    },
    [pixels, count, size, height, width, channels, shownWidth],
  );
  const canvas = useCanvas(draw, room, SHOWN_SIDE);
  return (
    <div ref={ref} className={classes.preview}>
      <canvas ref={canvas} role="img" aria-label={t.preview} style={{ width: room, height: SHOWN_SIDE }} />
    </div>
  );
}
