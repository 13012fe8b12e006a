/** All of the Race that draws charts, as one file that comes after the page's first picture. */
export { Headline } from "../charts/Headline";
export { FinalValues } from "../charts/overlay/FinalValues";
export { OverlayStrip } from "../charts/overlay/OverlayStrip";
export { TourInvitation } from "../tour/TourInvitation";
export { LargeEmbedding } from "../views/embedding/LargeEmbedding";
export { Views } from "../views/Views";
export { Diagnostics } from "./Diagnostics";
