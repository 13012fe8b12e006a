import type { Catalog } from "../catalog";

/** Figures for papers and slides. */
export const figure: Pick<Catalog, "figure" | "plate"> = {
  figure: {
    title: "Abbildung für Artikel oder Folie",
    open: "Abbildung …",
    charts: "Diagramme, bis zu {most}",
    size: "Größe",
    sizes: {
      column: "Spalte, 85 mm",
      page: "Seite, 178 mm",
      slide: "Folie, 16:9",
      custom: "Andere",
    },
    width: "Breite in mm",
    height: "Höhe in mm",
    behind: "Mit den Läufen dahinter",
    asOnPage: "x-Achse und Ausschnitt wie auf der Seite",
    notPlaced: "Ohne Läufe, deren Ort auf dieser x-Achse nicht bekannt ist: {names}.",
    caption: "Bildunterschrift",
    withCaption: "Unter die Abbildung schreiben",
    restore: "Wie vorgeschlagen",
    preview: "Die Abbildung, wie sie gespeichert wird",
    about: "{width} × {height} mm, Schrift {text} pt",
    taller: "Sie ist höher als verlangt: die Diagramme brauchen so viel.",
    none: "Ein Diagramm wählen.",
    drawing: "Wird gezeichnet …",
    svg: "SVG",
    png: "PNG",
    print: "Drucken, PDF",
    copy: "Kopieren",
    copied: "Kopiert",
  },
  plate: {
    panel: "({letter}) {metric}",
    withUnit: "{metric} ({unit})",
    by: "{panels}, {axis, select, samples {über gesehene Beispiele} epochs {über trainierte Epochen} time {über die Trainingszeit} other {je Trainingsschritt}}.",
    arms: "{arms} auf {data}: Batchgröße {batch}, Temperatur {temperature}, {optimizer} mit einer Lernrate von {rate}, {steps} Schritte.",
    seeds:
      "Linien sind Mittel über {n, plural, one {1 Seed} other {# Seeds}}{n, plural, one {} other {, Bänder reichen vom niedrigsten zum höchsten}}{smoothed, select, true {; Metriken einzelner Batches sind geglättet, ihr rohes Mittel liegt dahinter} other {}}.",
    changed: "Gepunktete Linien stehen, wo der Lauf geändert wurde.",
    verdict: "{conclusion} {figures}.",
  },
};
