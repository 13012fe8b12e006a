import { createContext, useCallback, useContext, useMemo, useState } from "react";

/** Which symbol of the formula is looked at: by pointer, by focus, or because it was pressed. Formula, list and views light up together. */

interface Looks {
  hovered: string | null;
  focused: string | null;
  /** Stays until it is pressed again. */
  pinned: string | null;
}

interface LitContext {
  lit: string | null;
  pinned: string | null;
  look: (patch: Partial<Looks>) => void;
  press: (symbol: string) => void;
}

const NOTHING: Looks = { hovered: null, focused: null, pinned: null };
const Context = createContext<LitContext>({ lit: null, pinned: null, look: () => undefined, press: () => undefined });

/** Around a chapter. */
export function Lit({ children }: { children: React.ReactNode }) {
  const [looks, setLooks] = useState(NOTHING);
  const look = useCallback((patch: Partial<Looks>) => setLooks((before) => ({ ...before, ...patch })), []);
  const press = useCallback(
    (symbol: string) => setLooks((before) => ({ ...before, pinned: before.pinned === symbol ? null : symbol })),
    [],
  );
  const { hovered, focused, pinned } = looks;
  const value = useMemo(
    () => ({ lit: hovered ?? focused ?? pinned, pinned, look, press }),
    [hovered, focused, pinned, look, press],
  );
  return <Context value={value}>{children}</Context>;
}

export function useLit(): LitContext {
  return useContext(Context);
}

/** For an element that shows one symbol: lights it under the pointer, and is lit with it. */
export function useShowing(symbol: string | undefined) {
  const { lit, look } = useLit();
  if (symbol === undefined) return {};
  return {
    "data-symbol": symbol,
    "data-lit": lit === symbol || undefined,
    onPointerEnter: () => look({ hovered: symbol }),
    onPointerLeave: () => look({ hovered: null }),
  };
}

/** For a button that names a symbol: the same by focus, and for good by a press. */
export function useNaming(symbol: string) {
  const { pinned, look, press } = useLit();
  return {
    ...useShowing(symbol),
    "aria-pressed": pinned === symbol,
    onFocus: () => look({ focused: symbol }),
    onBlur: () => look({ focused: null }),
    onClick: () => press(symbol),
  };
}

/** Inside of a drawing: a part that shows one symbol, reached by the Tab key as well. */
export function LitPart({ symbol, label, ...group }: { symbol: string; label: string } & React.ComponentProps<"g">) {
  const naming = useNaming(symbol);
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    naming.onClick();
  };
  // biome-ignore lint/a11y/useSemanticElements: there is no button among the elements of SVG.
  return <g {...group} {...naming} {...{ onKeyDown }} role="button" tabIndex={0} aria-label={label} />;
}
