/** Which key presses are shortcuts: those that mean nothing to the element that has the focus. */

/** Where every key is a letter of a text. */
const TYPING =
  "textarea, [contenteditable=true], input:not([readonly], [type=checkbox], [type=radio], [type=range], [type=button], [type=file])";
/** Where letters find an entry, or what is behind is out of reach. */
const ENTERED = "select, input[aria-expanded=true], [role=dialog], [role=menu], [role=listbox]";
/** Where Space and the arrows do something. */
const OPERATED = "button, a, summary, input, [role=slider], [role=radiogroup], [role=tab], [role=group]";

/**
 * Whether a key pressed on an element is a shortcut, rather than meant for that element.
 * @param everywhere of a shortcut that answers wherever no text is typed
 */
export function isShortcut(event: KeyboardEvent, everywhere = false): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return false;
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest(TYPING)) return false;
  if (everywhere) return true;
  if (target?.closest(ENTERED)) return false;
  return !(target?.closest(OPERATED) && (event.key === " " || event.key.startsWith("Arrow")));
}
