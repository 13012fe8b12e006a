import { soonPart } from "../faults/soonPart";
import { HeadlineRoom } from "./HeadlineRoom";
import classes from "./race.module.css";

/** What comes after the first picture of the Race, in the order in which it is asked for; each part's room is there from the start. */

export const RaceNotes = soonPart(() => import("./RaceNotes"));

export const SettingsPanel = soonPart(
  async () => ({ default: (await import("../settings/SettingsPanel")).SettingsPanel }),
  SideRoom,
);

export const Headline = soonPart(async () => ({ default: (await import("./charted")).Headline }), HeadlineRoom);

export const OverlayStrip = soonPart(async () => ({ default: (await import("./charted")).OverlayStrip }));

export const LargeEmbedding = soonPart(async () => ({ default: (await import("./charted")).LargeEmbedding }));

export const FinalValues = soonPart(async () => ({ default: (await import("./charted")).FinalValues }));

export const Diagnostics = soonPart(async () => ({ default: (await import("./charted")).Diagnostics }), BelowRoom);

export const TourInvitation = soonPart(async () => ({ default: (await import("./charted")).TourInvitation }));

export const Views = soonPart(async () => ({ default: (await import("./charted")).Views }), SideRoom);

export const RunsPanel = soonPart(async () => ({ default: (await import("../runs/RunsPanel")).RunsPanel }), RunsRoom);

function SideRoom() {
  return <div className={classes.sideRoom} />;
}

function BelowRoom() {
  return <div className={`${classes.diagnostics} ${classes.belowRoom}`} />;
}

function RunsRoom() {
  return <div className={classes.runsRoom} />;
}
