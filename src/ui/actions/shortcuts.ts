/** Which key presses are shortcuts: those that mean nothing to the element that has the focus. */

/** Where keys have a meaning of their own. */
const TYPING = "input, textarea, select, [contenteditable=true], [role=dialog], [role=menu], [role=listbox]";
/** Where Space and the arrows do. */
const OPERATED = "button, a, summary, [role=slider], [role=radiogroup], [role=tab], [role=group]";

/** Whether a key pressed on an element is a shortcut, rather than meant for that element. */
export function isShortcut(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return false;
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest(TYPING)) return false;
  return !(target?.closest(OPERATED) && (event.key === " " || event.key.startsWith("Arrow")));
}
