/** One of the words of every entry of a registry, by the entries' ids. */
export function wordsOf<Id extends string, Field extends string>(
  registry: Readonly<Record<Id, Readonly<Record<Field, string>>>>,
  field: Field,
): Record<Id, string> {
  const entries = Object.entries(registry) as [Id, Readonly<Record<Field, string>>][];
  return Object.fromEntries(entries.map(([id, entry]) => [id, entry[field]])) as Record<Id, string>;
}
