import { IconX } from "@tabler/icons-react";
import { useRef } from "react";
import { formatCount } from "../../../i18n/format";
import { IconButton } from "../../components/IconButton";
import { useLooks, usePlayground, useSelect, useShownConfig, useShownRun } from "../../context";
import { useTexts } from "../../language/useTexts";
import { texts as viewsTable } from "../texts";
import { ViewCard } from "../ViewCard";
import { ArmForces } from "./ArmForces";
import classes from "./anchor.module.css";
import { CompareForces } from "./CompareForces";
import { ForceLegend } from "./ForceDrawing";
import { commonScale } from "./forceScale";
import { HardestNegatives } from "./HardestNegatives";
import { Limits } from "./Limits";
import { Numbers } from "./Numbers";
import { SampleView } from "./SampleView";
import { texts } from "./texts";
import { useAnchorCount, useReadings, useShownAnchor } from "./useAnchor";
import { useBroughtIntoView } from "./useBroughtIntoView";
import { useSampleName } from "./useSampleName";

/** The sample that was chosen, what pulls and pushes it in every arm, and what is left of both. */
export function OneAnchor() {
  const t = useTexts(texts);
  const viewTexts = useTexts(viewsTable);
  const isOpened = useSelect((state) => state.opened !== null);
  const count = useAnchorCount();
  const anchor = useShownAnchor();
  const views = useShownRun((run) => run?.views ?? null);
  const seed = views?.arms[0]?.seed ?? 0;
  const card = useRef<HTMLElement>(null);
  useBroughtIntoView(card);
  const note = views && anchor !== null ? t.snapshot({ seed: formatCount(seed), step: formatCount(views.step) }) : "";
  return (
    <ViewCard
      ref={card}
      panel="forces"
      title={t.title}
      guide={t.guide}
      note={note}
      waiting={count === 0 ? (isOpened ? viewTexts.notKept : t.waiting) : anchor === null ? t.invite : null}
      button={<CloseButton />}
    >
      {anchor !== null && <Anchor anchor={anchor} />}
    </ViewCard>
  );
}

function CloseButton() {
  const t = useTexts(texts);
  const { anchors } = usePlayground();
  const isChosen = useSelect(({ anchor }) => anchor.chosen !== null);
  if (!isChosen) return null;
  return (
    <IconButton variant="subtle" color="gray" size={24} label={t.close} onClick={() => anchors.clear()}>
      <IconX size={14} stroke={1.7} />
    </IconButton>
  );
}

function Anchor({ anchor }: { anchor: number }) {
  const t = useTexts(texts);
  const looks = useLooks(useShownConfig());
  const readings = useReadings(anchor).filter(({ arm }) => looks[arm] !== undefined);
  const name = useSampleName()(anchor);
  const scale = commonScale(readings.flatMap(({ forces }) => forces ?? []));
  return (
    <div className={classes.anchor}>
      <div className={classes.sample}>
        <SampleView sample={anchor} isSecond={false} caption={t.anchorView} />
        <SampleView sample={anchor} isSecond caption={t.positiveView} />
        <p className={classes.name}>{name}</p>
      </div>
      <CompareForces looks={looks} readings={readings} />
      <div className={classes.arms}>
        {readings.map((reading) => (
          <ArmForces key={reading.arm} reading={reading} look={looks[reading.arm]!} scale={scale} />
        ))}
      </div>
      {scale && <ForceLegend />}
      <Numbers readings={readings} looks={looks} />
      <HardestNegatives readings={readings} looks={looks} />
      <Limits />
    </div>
  );
}
