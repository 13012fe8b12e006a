import type { PhaseId } from "../../session/slow/phases";
import { useTexts } from "../language/useTexts";
import { Arrow } from "../views/anchor/Arrow";
import classes from "./keys.module.css";
import plane from "./plane.module.css";
import { texts } from "./texts";

/** What the signs in a plane mean. @param props.enlarged how many times as large moves are drawn */
export function Keys({ phase, enlarged }: { phase: PhaseId; enlarged: number }) {
  const t = useTexts(texts);
  const { viewKeys, arrowKeys } = t;
  return (
    <ul className={classes.keys}>
      <Key name={viewKeys.first}>
        <circle cx="14" cy="8" r="6" fill="var(--chart-mark)" />
      </Key>
      <Key name={viewKeys.second}>
        <rect x="9" y="3" width="10" height="10" fill="var(--chart-mark)" />
      </Key>
      {phase === "forces" && (
        <>
          <ArrowKey name={arrowKeys.pull} className={plane.pull} />
          <ArrowKey name={arrowKeys.push} className={plane.push} />
          <ArrowKey name={arrowKeys.whole} className={plane.whole} />
        </>
      )}
      {phase === "update" && <li>{enlarged > 1 ? t.movedFar({ times: enlarged }) : t.moved}</li>}
    </ul>
  );
}

function Key({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <li>
      <svg viewBox="0 0 28 16" aria-hidden="true">
        {children}
      </svg>
      {name}
    </li>
  );
}

function ArrowKey({ name, className }: { name: string; className: string | undefined }) {
  return (
    <Key name={name}>
      <Arrow from={[1, 8]} to={[27, 8]} className={className} color="var(--chart-mark)" head={10} />
    </Key>
  );
}
