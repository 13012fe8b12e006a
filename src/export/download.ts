/** Offers a file for saving. */
export function download(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** `flatnce-vanish-2026-01-31-1205.csv` */
export function exportName(presetId: string | null, startedAt: string, extension: string): string {
  const stamp = startedAt.slice(0, 16).replace("T", "-").replace(":", "");
  return `flatnce-${presetId ?? "experiment"}-${stamp}.${extension}`;
}
