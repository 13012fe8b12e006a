/** Neighbors of a sample that its surroundings are made of, itself among them; fewer samples than that have no layout. */
export const NEIGHBORS = 15;
