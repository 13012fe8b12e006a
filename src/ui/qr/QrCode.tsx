import { useMemo } from "react";
import { useTexts } from "../language/useTexts";
import { MOST_BYTES, qrImage } from "./code";
import classes from "./qr.module.css";
import { texts } from "./texts";

/** From so many modules at a side on, phones need a large picture. */
const DENSE = 100;
const OWN_DEVICE = /^(localhost|127\.|\[::1\])/;

/** A link for phones, dark on light in either theme, as cameras want it. */
export default function QrCode({ link }: { link: string }) {
  const t = useTexts(texts);
  const image = useMemo(() => qrImage(link), [link]);
  const isLocal = OWN_DEVICE.test(new URL(link).hostname);
  return (
    <figure className={classes.figure}>
      {image ? (
        <svg
          className={classes.code}
          viewBox={`0 0 ${image.size} ${image.size}`}
          role="img"
          aria-label={t.image}
          shapeRendering="crispEdges"
        >
          <rect width={image.size} height={image.size} className={classes.light} />
          <path d={image.path} className={classes.dark} />
        </svg>
      ) : (
        <p role="alert">{t.tooLong({ limit: MOST_BYTES })}</p>
      )}
      <figcaption className={classes.said}>
        {[t.length({ n: link.length }), image && image.size > DENSE && t.dense, isLocal && t.local]
          .filter((said) => typeof said === "string")
          .join(" ")}
      </figcaption>
    </figure>
  );
}
