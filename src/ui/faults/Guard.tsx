import { Children, type ReactNode } from "react";
import { shownLab } from "../../session/labs/labState";
import { useSelect } from "../context";
import { Boundary } from "./Boundary";
import { FaultCard } from "./FaultCard";

/** Stands around a panel: one that throws says so, and is drawn anew with another run, other settings or another page. */
export function Guard({ children }: { children: ReactNode }) {
  const resetOn = [
    useSelect((state) => state.page),
    useSelect((state) => state.run?.startedAt),
    useSelect((state) => state.draft),
    useSelect((state) => state.view),
    useSelect((state) => shownLab(state)?.config ?? null),
    useSelect((state) => state.learn.chapter),
    useSelect((state) => state.history),
  ];
  return (
    <Boundary resetOn={resetOn} face={(fault) => <FaultCard {...fault} />}>
      {children}
    </Boundary>
  );
}

/** A guard around each of several panels. */
export function Guards({ children }: { children: ReactNode }) {
  return Children.map(children, (child) => <Guard>{child}</Guard>);
}
