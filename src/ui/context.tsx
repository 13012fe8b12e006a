import { useComputedColorScheme } from "@mantine/core";
import { createContext, useContext, useEffect, useMemo } from "react";
import { useStore } from "zustand";
import { type ArmLook, armLooks } from "../config/arms";
import type { ExperimentConfig } from "../config/schema";
import type { Playground } from "../session/playground";
import type { PlaygroundState } from "../session/playgroundState";
import type { Run } from "../session/run";
import { shownRun } from "../session/shown";
import { PlaygroundCharts } from "./charts/registry";
import { DrawClock } from "./charts/series/drawClock";
import { useLocale } from "./language/useTexts";

/** What every part of the page may need: the playground, the charts that can be saved, and when to draw. */
interface PageContext {
  playground: Playground;
  charts: PlaygroundCharts;
  clock: DrawClock;
}

const Context = createContext<PageContext | null>(null);

export function PlaygroundProvider({ playground, children }: { playground: Playground; children: React.ReactNode }) {
  const value = useMemo(
    () => ({ playground, charts: new PlaygroundCharts(), clock: new DrawClock(playground) }),
    [playground],
  );
  useEffect(() => value.clock.start(), [value]);
  return <Context value={value}>{children}</Context>;
}

function usePage(): PageContext {
  const value = useContext(Context);
  if (!value) throw new Error("This component must be inside a PlaygroundProvider.");
  return value;
}

export function usePlayground(): Playground {
  return usePage().playground;
}

export function useCharts(): PlaygroundCharts {
  return usePage().charts;
}

export function useDrawClock(): DrawClock {
  return usePage().clock;
}

/** Part of the state; the component redraws when the selected part changes. */
export function useSelect<T>(selector: (state: PlaygroundState) => T): T {
  return useStore(usePlayground().store, selector);
}

export function useDark(): boolean {
  return useComputedColorScheme("light") === "dark";
}

/** Labels, colors and dashes of the arms of a config. */
export function useLooks(config: ExperimentConfig): ArmLook[] {
  const dark = useDark();
  const locale = useLocale();
  return useMemo(() => armLooks(config, dark, locale), [config, dark, locale]);
}

/** Part of the run that is shown: a kept one that was opened, or the current one. */
export function useShownRun<T>(selector: (run: Run | null) => T): T {
  return useSelect((state) => selector(shownRun(state)));
}

/** The config of the run that is shown, or of the one to come. */
export function useShownConfig(): ExperimentConfig {
  return useSelect((state) => shownRun(state)?.config ?? state.draft);
}
