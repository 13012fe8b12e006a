import classes from "./track.module.css";

interface TrackProps {
  label: string;
  /** Done of the whole, 0..1. */
  share: number;
  /** The whole, as screen readers count it. */
  max: number;
  /** Where the track stands among its neighbors. */
  className?: string | undefined;
}

/** How far something is, as a line that fills. */
export function Track({ label, share, max, className = "" }: TrackProps) {
  return (
    <div
      className={`${classes.track} ${className}`}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={Math.round(share * max)}
    >
      <div className={classes.fill} style={{ transform: `scaleX(${share})` }} />
    </div>
  );
}
