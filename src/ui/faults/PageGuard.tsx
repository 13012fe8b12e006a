import type { ReactNode } from "react";
import { useSelect } from "../context";
import { Boundary } from "./Boundary";
import { FaultCard } from "./FaultCard";
import classes from "./fault.module.css";

/** Stands around the Race or a lab's page, below the bar through which the others are reached. */
export function PageGuard({ children }: { children: ReactNode }) {
  const page = useSelect((state) => state.page);
  const draft = useSelect((state) => state.draft);
  const startedAt = useSelect((state) => state.run?.startedAt);
  return (
    <Boundary
      resetOn={[page, draft, startedAt]}
      face={(fault) => (
        <main className={classes.page} tabIndex={-1}>
          <FaultCard {...fault} />
        </main>
      )}
    >
      {children}
    </Boundary>
  );
}
