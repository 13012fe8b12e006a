import { Button } from "@mantine/core";
import { useState } from "react";
import type { Plate } from "../../export/plate/plate";
import type { PlateSize } from "../../export/plate/size";
import { saidOf } from "../../i18n/errors";
import { formatPlain } from "../../i18n/format";
import { usePlayground } from "../context";
import { useTexts } from "../language/useTexts";
import { copyPicture, savePicture } from "../saving";
import classes from "./figure.module.css";
import { printPlate } from "./print";
import { texts } from "./texts";
import { usePictureAddress } from "./usePlate";

interface PreviewProps {
  plate: Plate | null;
  size: PlateSize;
  isEmpty: boolean;
}

/** The figure itself, and the ways in which it leaves. */
export function Preview({ plate, size, isEmpty }: PreviewProps) {
  const t = useTexts(texts);
  const address = usePictureAddress(plate?.svg ?? null);
  const millimeters = (value: number) => formatPlain(Math.round(10 * value) / 10);
  return (
    <div className={classes.preview}>
      <div className={classes.paper} data-size={plate ? `${plate.width} ${plate.height}` : undefined}>
        {address ? <img src={address} alt={t.preview} /> : <p>{isEmpty ? t.none : t.drawing}</p>}
      </div>
      <p className={classes.about}>
        {plate &&
          t.about({
            width: millimeters(plate.width),
            height: millimeters(plate.height),
            text: formatPlain(size.text),
          })}{" "}
        {plate && size.height !== null && plate.height > size.height + 0.1 && t.taller}
      </p>
      <Ways {...{ plate, address }} />
    </div>
  );
}

function Ways({ plate, address }: { plate: Plate | null; address: string | null }) {
  const t = useTexts(texts);
  const playground = usePlayground();
  const [copied, setCopied] = useState<Plate | null>(null);
  const disabled = plate === null;
  const document = () => plate?.svg ?? null;
  const save = (format: "svg" | "png") => void savePicture(playground, { name: "figure", format, document });
  const copy = async () => setCopied((await copyPicture(playground, document)) ? plate : null);
  const print = () => {
    if (plate && address)
      printPlate(plate, address).catch((error: unknown) => playground.notify("savingFailed", saidOf(error)));
  };
  return (
    <div className={classes.ways}>
      <Button size="xs" {...{ disabled }} onClick={() => save("svg")}>
        {t.svg}
      </Button>
      <Button size="xs" variant="default" {...{ disabled }} onClick={() => save("png")}>
        {t.png}
      </Button>
      <Button size="xs" variant="default" {...{ disabled }} onClick={print}>
        {t.print}
      </Button>
      <Button size="xs" variant="default" {...{ disabled }} onClick={() => void copy()}>
        <span aria-live="polite">{copied !== null && copied === plate ? t.copied : t.copy}</span>
      </Button>
    </div>
  );
}
