import type { Catalog } from "../../catalog";

/** The lab about estimates of information. */
export const bound: Pick<Catalog, "bound"> = {
  bound: {
    title: "Schranke: der Fluch von log K",
    units: {
      oracle: "Zellen der Tabelle",
      trained: "Aktualisierungen",
    },
    question:
      "InfoNCE ist eine untere Schranke der Transinformation zwischen zwei Ansichten und kann log K, den Logarithmus der Zahl der Kandidaten, nie übersteigen. Ist die Wahrheit größer, kann ein kleiner Batch sie nicht erkennen. Liegt das am Kritiker, am Training oder an der Schranke? Hier ist die Wahrheit bekannt: zwei Gauß-Vektoren mit korrelierten Koordinaten. Mit dem wahren Dichteverhältnis als Kritiker (Orakel) ist alles Übrige dem Schätzer selbst anzulasten; oder ein Kritiker wird live trainiert, während die Wahrheit steigt.",
    lookFor: [
      "InfoNCE biegt von der Wahrheit zu seiner Obergrenze log K ab, mit Orakel oder ohne: schuld ist die Schranke, nicht der Kritiker. Nahe der Obergrenze verschwindet auch seine Abweichung; es irrt also mit großer Sicherheit.",
      "FLO mit dem besten u und −u allein sind bei jedem K im Mittel richtig. Sie zahlen mit Abweichung: der linke Rand von FLO ist so schwer, dass sein Mittel umherspringt und sein Median zu hoch liegt; die von −u ist beim Orakel sqrt(d ρ² / K).",
      "DV und SMILE lesen zu hoch, wo K klein ist: der Logarithmus eines Mittels weniger Werte ist verzerrt.",
      "Trainiert: FlatNCE braucht begrenzte Werte. Ohne Grenze kann es immer durch Skalieren gewinnen, und die Anzeigen laufen davon.",
    ],
    falsified: [
      "Ein InfoNCE über log K, jemals.",
      "Beim Orakel: ein Mittel von −u, das um mehr als einige seiner Abweichungen durch die Wurzel der Zahl der Batches von der Wahrheit abweicht.",
      "Eine Anzeige log(K−1) − DCL, die der Wahrheit bei jedem K folgt.",
    ],
    readOutNote:
      "log(K−1) − DCL, das die Logits von FlatNCE kostenlos bieten, ist als Anzeige zu sehen und nicht als Schranke: es ist DV mit der Zustandssumme von K−1 Werten, E[−log Ẑ] ≥ 0 verzerrt es nach oben, bei einer Wahrheit von 10 und K = 128 auf etwa 15. Es sättigt nie und folgt auch nie der Wahrheit: was FlatNCE repariert, ist der Gradient.",
    lines: {
      infoNce: "InfoNCE",
      flo: "FLO, Mittel",
      minusU: "−u",
      nwj: "NWJ / JSD",
      dv: "DV",
      smile: "SMILE",
      readOut: "Anzeige, keine Schranke",
      truth: "Wahrheit",
      ceiling: "log K",
    },
    medians: {
      flo: "FLO, Median",
    },
    columns: {
      infoNce: "InfoNCE",
      flo: "FLO",
      minusU: "−u",
      nwj: "NWJ / JSD",
      dv: "DV",
      smile: "SMILE",
      readOut: "Anzeige, keine Schranke",
    },
    statistics: {
      mean: "Mittel",
      median: "Median",
      bias: "Bias",
      sd: "Abweichung",
      mse: "Mittlerer quadratischer Fehler",
    },
    chartAtMi: "TI {mi}",
    chartAtK: "K {k}",
    k: "K, Zahl der Kandidaten",
    step: "Schritt",
    about: {
      name: "Schätzungen der Transinformation",
      guide:
        "Wie viel die eine Hälfte eines Paars über die andere sagt, nach jeder Art der Schätzung. In Nats, Mittel über neue Batches; Bänder sind ± eine Abweichung eines Batches, von InfoNCE und −u. Was jenseits der Achse liegt, steht in der Tabelle.",
      unit: "Nats",
    },
    table: {
      title: "Schätzer gegen die Wahrheit",
      mi: "TI",
      waiting: "Füllt sich, während Zellen gemessen werden.",
      batches: "Aus je {n} Batches.",
    },
  },
};
