import { defineTexts } from "../../i18n/message";

/** The dialog in which charts become a figure. */
export const texts = defineTexts("figure", {
  title: "Figure for a paper or a slide",
  open: "Figure\u2026",
  charts: "Charts, up to {most}",
  size: "Size",
  sizes: { column: "Column, 85 mm", page: "Page, 178 mm", slide: "Slide, 16:9", custom: "Other" },
  width: "Width in mm",
  height: "Height in mm",
  behind: "With the runs behind",
  asOnPage: "x axis and zoom as on the page",
  notPlaced: "Without runs whose place on this x axis is not known: {names}.",
  caption: "Caption",
  withCaption: "Write it below the figure",
  restore: "As suggested",
  preview: "The figure as it will be saved",
  about: "{width} \u00d7 {height} mm, text of {text} pt",
  taller: "It is taller than asked for: the panels need that much.",
  none: "Choose a chart.",
  drawing: "Drawing \u2026",
  svg: "SVG",
  png: "PNG",
  print: "Print, PDF",
  copy: "Copy",
  copied: "Copied",
});

declare module "../../i18n/message" {
  interface TextRooms {
    figure: typeof texts;
  }
}
