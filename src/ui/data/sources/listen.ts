import { type Incoming, incoming } from "./incoming";

interface Listener {
  /** Told whether data hovers over the page. */
  hover(hovers: boolean): void;
  receive(brought: Promise<Incoming>): void;
}

/**
 * Listens for data that is dropped or pasted anywhere on the page. Text fields keep what belongs to them, and what is dragged
 * from the page itself brings nothing.
 *
 * @returns ends the listening
 */
export function listenForData({ hover, receive }: Listener): () => void {
  const ending = new AbortController();
  const on = <K extends keyof WindowEventMap>(type: K, handle: (event: WindowEventMap[K]) => void) =>
    window.addEventListener(type, handle, { signal: ending.signal });
  let isOwn = false;
  on("dragstart", () => {
    isOwn = true;
  });
  on("dragend", () => {
    isOwn = false;
  });
  on("dragover", (event) => {
    if (isOwn || !carriesData(event)) return;
    event.preventDefault();
    hover(true);
  });
  on("dragleave", ({ relatedTarget }) => {
    if (relatedTarget === null) hover(false);
  });
  on("drop", (event) => {
    hover(false);
    if (!isOwn && carriesData(event)) bring(event, event.dataTransfer);
  });
  on("paste", (event) => {
    if (!isTextField(event.target)) bring(event, event.clipboardData);
  });
  const bring = (event: Event, transfer: DataTransfer | null) => {
    const brought = transfer && incoming(transfer);
    if (!brought) return;
    event.preventDefault();
    receive(brought);
  };
  return () => ending.abort();
}

/** While it hovers, only the types of what is dragged are told. */
function carriesData({ dataTransfer, target }: DragEvent): boolean {
  const types = dataTransfer?.types ?? [];
  return types.includes("Files") || (types.includes("text/uri-list") && !isTextField(target));
}

const TEXT_FIELDS =
  "input:not([readonly], [type=radio], [type=checkbox], [type=range]), textarea, [contenteditable=true]";

function isTextField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(TEXT_FIELDS) !== null;
}
