import type { Catalog } from "../../catalog";

/** The lab that trains a grid of experiments. */
export const sweep: Pick<Catalog, "sweep"> = {
  sweep: {
    title: "Sweep: wo hilft es?",
    unit: "Zellen",
    question:
      "FlatNCE repariert einen verschwindenden Gradienten. Wo nichts verschwindet, gibt es nichts zu reparieren, und bei wenigen Negativen kann es schaden. Bei welcher Batchgröße und Temperatur hilft es also, um wie viel, und wie sicher ist das? Hier wird ein ganzes Raster kleiner Experimente auf dem eigenen Gerät trainiert, in jeder Zelle jede Zielfunktion von denselben Gewichten aus auf denselben Batches.",
    lookFor: [
      "Die Karte: Zellen mit Rahmen sind die, deren 95-%-Intervall 0 nicht enthält. Unter 20 Zellen ohne jeden Unterschied ist eine zufällig gerahmt.",
      "Die Höhenlinien: InfoNCE multipliziert den Gradienten jedes Ankers mit dem Schwundfaktor f. Ein Unterschied ist zu erwarten, wo f klein ist, vor allem unter der Linie f = 0,1, und keiner über f = 0,5.",
      "Die Kurven: das Bild der Veröffentlichung ist ein InfoNCE, das mit schrumpfendem Batch fällt, und ein FlatNCE, das es nicht tut.",
      "Die Raten: bei festen Raten kann ein Abstand an der Schrittweite liegen. Er sollte schrumpfen, wo Gradientennormen angeglichen oder Raten gesucht werden; was dann bleibt, ist die Richtung des Gradienten.",
    ],
    falsified: [
      "Gerahmte Zellen zugunsten von FlatNCE, wo f nahe 1 ist, oder keine, wo f weit unter 0,1 ist.",
      "Ein Abstand, der bleibt, wie er war, sobald jeder Arm seine beste Rate hat und f nahe 1 ist: dann hat er eine andere Ursache.",
      "Eine Karte, die umschlägt, wenn sich die Seeds ändern (anderen ersten Seed setzen): dann sind die Intervalle zu schmal.",
    ],
    base: {
      title: "Experiment",
      take: "Das des Rennens",
      light: "Leicht",
      gist: "{arms}. {data}, {encoder}, {optimizer}.",
    },
    axis: {
      x: "Waagerecht",
      y: "Senkrecht",
      values: "Werte von {setting}",
      hint: "Zahlen oder Namen, durch Kommas getrennt.",
      factors: "Vielfache der Rate",
    },
    pair: {
      a: "Von",
      b: "Zu",
    },
    curves: {
      title: "{metric} gegen {axis}",
      at: "{axis} {value}",
      choose: "{axis} der Kurven",
      band: "Linie: Mittel über die Seeds. Band: niedrigster und höchster Seed.",
    },
    map: {
      title: "Wo es hilft: {metric}",
      guide:
        "Jede Zelle ist ein kleines Experiment: die Differenz zweier Arme an seinem Ende, Seed für Seed. Ein Rahmen sagt, dass das 95-%-Intervall nach Students t 0 nicht enthält; alle anderen Zellen sind blass, wie groß ihre Differenz auch ist. Linien: mittlerer Schwundfaktor des ersten der beiden. Pfeiltasten gehen von Zelle zu Zelle, Enter zeigt ihre Kurven.",
      grid: "Karte der Bereiche",
      larger: "größer bei {arm}",
      framed: "95-%-Intervall enthält 0 nicht",
      pale: "blass: es enthält 0, der Unterschied kann Zufall sein",
      contour: "f = {f}",
      contours: "Schwundfaktor f",
      notRun: "noch nicht ausgeführt",
      noValue: "nicht gemessen",
      invalid: "kein Experiment",
      place: "{x} {xValue}, {y} {yValue}",
      difference: "{pair} {value}, {seeds, plural, one {1 Seed} other {# Seeds}}",
      differenceWithin: "{pair} {value} [{interval}], {seeds, plural, one {1 Seed} other {# Seeds}}",
      f: "f {value}",
      columns: {
        place: "Zelle",
        difference: "Differenz",
        interval: "95 %",
        f: "f",
        steps: "Schritte",
        rates: "Raten",
      },
      packed:
        "{count, plural, one {# Zelle} other {# Zellen}} in Kohorten von bis zu {most} trainiert, deren Schritte {gain}-mal weniger Zeit brauchten als eine Zelle nach der anderen (auf diesem Gerät an je ein paar Schritten gestoppt).",
      problems: "{count, plural, one {1 Zelle ist kein Experiment:} other {# Zellen sind keine Experimente:}}",
    },
    cell: {
      title: "Kurven einer Zelle",
      choose: "Eine Zelle der Karte per Klick oder mit Enter wählen, um ihre Kurven zu sehen.",
      openInRace: "Im Rennen öffnen",
      origin: "Aus dem Sweep geöffnet: {place}.",
      pauseAndOpen: "Sweep pausieren und im Rennen öffnen",
      learners: "{steps, plural, one {1 Schritt} other {# Schritte}}; Lernraten {rates}.",
      stopped:
        "{count, plural, one {1 ihrer Lerner ist} other {# ihrer Lerner sind}} gestoppt: der Verlust war keine endliche Zahl mehr.",
      waiting: "Diese Zelle wurde noch nicht ausgeführt.",
      step: "Schritt",
    },
  },
};
