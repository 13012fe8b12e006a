import type { PlaygroundStore } from "../playgroundState";

/** The plane that points are drawn in: whether it is shown. What is drawn stays in the dialog. */

interface Page {
  store: PlaygroundStore;
}

/** Opens it as it was left, or on a drawing that is kept under a name. */
export function openDrawing({ store }: Page, kept: string | null = null): void {
  store.setState({ drawing: { opened: true, kept } });
}

export function closeDrawing({ store }: Page): void {
  store.setState({ drawing: { opened: false, kept: null } });
}
