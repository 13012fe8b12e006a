/** What loads data that were not made here, with the readers of all formats: most visits never need them, and they come together. */

export { loadFiles } from "./files/load";
export { loadPublic } from "./public/load";
export { loadUrl } from "./url/load";
