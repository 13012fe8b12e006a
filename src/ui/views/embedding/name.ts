/** The name of the embedding among what can be enlarged and saved. */
export const NAME = "embedding";
