/** Where the bar has two rows, and one menu holds all tools. */
export const NARROW = "(max-width: 640px)";
