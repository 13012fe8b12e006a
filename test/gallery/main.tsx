import "@mantine/core/styles.layer.css";
import "../../src/ui/theme.css";
import "./frame/gallery.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { ROOMS } from "./exhibits";
import { Gallery } from "./frame/Gallery";

declare global {
  interface Window {
    /** What there is to see, for the tests of the gallery. */
    rooms: typeof rooms;
  }
}

const rooms = ROOMS.map(({ title, about, exhibits }) => ({
  title,
  about,
  exhibits: exhibits.map(({ id, title, width, height }) => ({ id, title, width, height })),
}));
window.rooms = rooms;

const root = document.getElementById("root");
if (!root) throw new Error("The page has no element #root.");
createRoot(root).render(
  <StrictMode>
    <Gallery />
  </StrictMode>,
);
