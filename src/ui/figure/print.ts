import type { Plate } from "../../export/plate/plate";
import classes from "./print.module.css";

/**
 * Prints a figure alone, on paper of its own size: what browsers save as a PDF has its text as text and its lines as lines.
 *
 * @param address of the figure as a picture
 */
export async function printPlate({ width, height }: Plate, address: string): Promise<void> {
  const image = Object.assign(new Image(), { src: address, className: classes.printed });
  image.style.setProperty("width", `${width}mm`);
  const sheet = new CSSStyleSheet();
  // Rounded up, as a page that is a hair too low would be followed by another.
  sheet.replaceSync(`@page { size: ${width}mm ${Math.ceil(height + 0.5)}mm; margin: 0; }`);
  await image.decode();
  document.body.append(image);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  document.documentElement.setAttribute("data-printing", "figure");
  const restore = () => {
    image.remove();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    document.documentElement.removeAttribute("data-printing");
  };
  window.addEventListener("afterprint", restore, { once: true });
  window.print();
}
