/** Objects in pictures, as COCO lists them. */
interface ObjectList {
  images: { id: unknown; file_name: unknown }[];
  annotations: { image_id: unknown; category_id: unknown }[];
  categories: { id: unknown; name: unknown }[];
}

export function isObjectList(content: unknown): content is ObjectList {
  if (typeof content !== "object" || content === null) return false;
  return ["images", "annotations", "categories"].every((name) => {
    const list = (content as Record<string, unknown>)[name];
    return Array.isArray(list) && list.every((item) => typeof item === "object" && item !== null);
  });
}

/**
 * Names and classes of pictures, where each has objects of one class only.
 *
 * @returns null where some have several: which of them is theirs, nobody says
 */
export function classesOfObjects({
  images,
  annotations,
  categories,
}: ObjectList): [name: string, label: string][] | null {
  const names = new Map(categories.map(({ id, name }) => [id, String(name)]));
  const classes = new Map<unknown, string>();
  for (const { image_id, category_id } of annotations) {
    const name = names.get(category_id);
    if (name === undefined || (classes.get(image_id) ?? name) !== name) return null;
    classes.set(image_id, name);
  }
  return images.map(({ id, file_name }) => [String(file_name), classes.get(id) ?? ""]);
}
