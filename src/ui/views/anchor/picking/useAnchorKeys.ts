import { usePlayground } from "../../../context";

/** Where a key leads from a place among `count`; -1 is before the first. Undefined for keys that lead nowhere. */
export function placeAfter(key: string, place: number, count: number): number | undefined {
  const last = count - 1;
  const targets: Readonly<Record<string, number>> = {
    ArrowLeft: Math.max(0, place - 1),
    ArrowUp: Math.max(0, place - 1),
    ArrowRight: Math.min(last, place + 1),
    ArrowDown: Math.min(last, place + 1),
    Home: 0,
    End: last,
  };
  return count > 0 ? targets[key] : undefined;
}

/** Chooses the anchor before or after the chosen one. */
export function useAnchorKeys(order: readonly number[]): (event: React.KeyboardEvent) => void {
  const { anchors, store } = usePlayground();
  return (event) => {
    const { chosen } = store.getState().anchor;
    const target = order[placeAfter(event.key, chosen === null ? -1 : order.indexOf(chosen), order.length) ?? -1];
    if (target === undefined) return;
    event.preventDefault();
    anchors.choose(target);
  };
}
