import { IconX } from "@tabler/icons-react";
import type { ArmLook } from "../../../../config/arms";
import type { EmbeddingSnapshot } from "../../../../record/embedding/history";
import { IconButton } from "../../../components/IconButton";
import { usePlayground } from "../../../context";
import { useTexts } from "../../../language/useTexts";
import { texts } from "../texts";
import { type Classes, useSelection } from "../useEmbedding";
import { useSamples } from "./asked";
import { GroupPanel } from "./GroupPanel";
import { OneSample } from "./OneSample";
import classes from "./sample.module.css";

interface SamplePanelProps {
  snapshot: EmbeddingSnapshot;
  arms: EmbeddingSnapshot["arms"];
  looks: ArmLook[];
  classes: Classes;
}

/** What is under the pointer, or chosen: one sample with what lies near it, or what several have in common. */
export function SamplePanel({ snapshot, arms, looks, classes: ofData }: SamplePanelProps) {
  const t = useTexts(texts);
  const { anchors } = usePlayground();
  const { chosen, pointed } = useSelection();
  const count = (arms[0]?.plane.length ?? 0) / 2;
  const there = chosen.filter((sample) => sample < count);
  const sample = pointed ?? (there.length === 1 ? there[0] : undefined);
  const isShown = there.length > 0 || sample !== undefined;
  useSamples(isShown);
  if (!isShown) return null;
  return (
    <section className={classes.panel} aria-label={t.sample.title}>
      {there.length > 0 && (
        <IconButton
          className={classes.close}
          variant="subtle"
          color="gray"
          size={24}
          label={t.sample.close}
          onClick={() => anchors.clear()}
        >
          <IconX size={14} stroke={1.7} />
        </IconButton>
      )}
      {sample === undefined ? (
        <GroupPanel samples={there} {...{ arms, looks }} classes={ofData} />
      ) : (
        <OneSample sample={sample} {...{ snapshot, arms, looks, count }} classes={ofData} />
      )}
    </section>
  );
}
