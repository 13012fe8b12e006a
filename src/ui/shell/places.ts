/** Where the links at the top of the page lead, by the ids of the elements. */
export const PLACES = { charts: "charts", settings: "settings", runs: "runs" } as const;
