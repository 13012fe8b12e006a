/** What loads data that were not made here, with the readers of all formats: most visits never need them, and they come together. */

export { loadFiles as files } from "./files/load";
export { loadPublic as public } from "./public/load";
export { loadUrl as url } from "./url/load";
