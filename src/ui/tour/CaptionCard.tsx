import { Button } from "@mantine/core";
import { largestBatch } from "../../config/batchSizes";
import { formatNumber } from "../../i18n/format";
import { candidates, informationCeiling } from "../../metrics/math/ceilings";
import { CAPTIONS, type Caption, type CaptionId } from "../../session/tour/captions";
import { usePlayground, useShownConfig } from "../context";
import { useTexts } from "../language/useTexts";
import { Numbers } from "./Numbers";
import type { Box } from "./place";
import { texts } from "./texts";
import classes from "./tour.module.css";

interface CaptionCardProps {
  ref?: React.Ref<HTMLElement>;
  caption: Caption;
  /** Its place among the captions. */
  at: number;
  /** In the window; null where it takes the lower edge. */
  place: Pick<Box, "left" | "top"> | null;
  /** Told whether the pointer is over it. */
  hold: (held: boolean) => void;
}

/** A caption of the tour: a few sentences, what is measured now, and the way on. */
export function CaptionCard({ ref, caption: { id }, at, place, hold }: CaptionCardProps) {
  const t = useTexts(texts);
  return (
    <section
      ref={ref}
      className={classes.caption}
      data-edge={place === null || undefined}
      style={place ?? undefined}
      aria-label={t.label}
      tabIndex={-1}
      onPointerEnter={() => hold(true)}
      onPointerLeave={() => hold(false)}
    >
      <div aria-live="polite" aria-atomic="true">
        <p className={classes.count}>{t.count({ n: at + 1, of: CAPTIONS.length })}</p>
        <h2 className={classes.title}>{t.captions[id].title}</h2>
        <p className={classes.text}>
          <Text id={id} />
        </p>
      </div>
      <Numbers id={id} />
      <Turns id={id} at={at} />
    </section>
  );
}

function Text({ id }: { id: CaptionId }) {
  const { captions } = useTexts(texts);
  const config = useShownConfig();
  if (id === "loss") {
    const batchSize = largestBatch(config);
    return captions.loss.text({ k: candidates(batchSize), ceiling: formatNumber(informationCeiling(batchSize)) });
  }
  if (id === "accuracy") return captions.accuracy.text({ seeds: config.seeds });
  return captions[id].text;
}

function Turns({ id, at }: { id: CaptionId; at: number }) {
  const t = useTexts(texts);
  const playground = usePlayground();
  const { tour } = playground;
  const isLast = at === CAPTIONS.length - 1;
  const choose = () => {
    tour.end();
    playground.showPresets(true);
  };
  return (
    <div className={classes.turns}>
      {!isLast && (
        <Button size="compact-sm" variant="subtle" onClick={() => tour.end()}>
          {t.skip}
        </Button>
      )}
      {id === "next" && (
        <Button size="compact-sm" variant="light" onClick={choose}>
          {t.choose}
        </Button>
      )}
      <span className={classes.spring} />
      <Button size="compact-sm" variant="default" disabled={at === 0} onClick={() => tour.turn(-1)}>
        {t.back}
      </Button>
      <Button size="compact-sm" onClick={() => tour.turn(1)}>
        {isLast ? t.done : t.next}
      </Button>
    </div>
  );
}
