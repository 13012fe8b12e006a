/** Loads the page anew, from its address: settings and page stay, a run that trains ends. */
export function reload(): void {
  window.location.reload();
}

/** The same without what the address says, which may be what broke the page. */
export function reloadPlain(): void {
  window.history.replaceState(null, "", window.location.pathname);
  reload();
}
