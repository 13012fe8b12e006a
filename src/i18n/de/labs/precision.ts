import type { Catalog } from "../../catalog";

/** The lab about rounding. */
export const precision: Pick<Catalog, "precision"> = {
  precision: {
    title: "Präzision: was Runden bewirkt",
    unit: "Punkten",
    question:
      "InfoNCE lässt sich auf mehrere Arten schreiben, die auf dem Papier gleich sind. Computer runden, darum sind sie es in der Praxis nicht: Softmax-Kreuzentropie subtrahiert zwei Zahlen nahe 1 und verliert den Gradienten des Positiven gerade dort, wo ein Anker gelöst ist (ξ klein). Ist der verschwindende Gradient von InfoNCE eine Sache des Rundens, die eine bessere Formel repariert, oder des Verlusts selbst? Hier wird der Gradient jeder Form auf dem eigenen Gerät berechnet und mit float64 verglichen, über ξ, in vier Zahlenformaten.",
    lookFor: [
      "Kreuzentropie: in float32 wächst der Fehler, wenn ξ fällt, und erreicht an der gestrichelten Linie 100 %; in float16, bfloat16 und float8 liegt die Linie weit rechts. Ihr positiver Gradient ist dann genau 0, während die Negativen weiter abstoßen.",
      "Die stabile Form behält in float32 bei jedem ξ alle Stellen: das Runden allein ist ohne FlatNCE geheilt. Was sie nicht heilen kann, ist der Faktor ξ/(1+ξ): in float16 und float8 fällt der Gradient selbst unter die kleinste Zahl.",
      "FlatNCE: −1 auf das Positive in jedem Format, bei jedem ξ. Seine Gewichte der Negativen haben die Stellen, die das Format einer Differenz von Logits lässt, einige weniger, wo diese groß ist; verloren gehen sie nie.",
      "Die Balken auf der Achse: wo die Anker des Rennens jetzt sind. Links der Linie trainiert Kreuzentropie auf nichts.",
    ],
    falsified: [
      "Eine Kreuzentropie, die links der gestrichelten Linie ihre Stellen behält oder sie weit rechts davon verliert.",
      "Ein FlatNCE, dessen Fehler nahe 100 % kommt, in irgendeinem Format bei irgendeinem ξ.",
      "Ein stabiles InfoNCE in float32 mit einem Fehler deutlich über 10⁻⁶: dann liegt es an exp und log des Geräts, und die Tabelle unten sagt, wie sehr.",
    ],
    forms: {
      crossEntropy: "Kreuzentropie",
      naive: "Naiv",
      stable: "Stabiles InfoNCE",
      flatNce: "FlatNCE",
    },
    formats: {
      float32: "float32",
      float16: "float16",
      bfloat16: "bfloat16",
      float8e4m3: "float8 (e4m3)",
    },
    measures: {
      positive: "Gradient auf das Logit des Positiven",
      anchor: "Gradient am Embedding des Ankers",
      value: "Wert des Verlusts",
    },
    xi: "ξ eines Ankers (gelöst links)",
    about: {
      name: "Relativer Fehler",
      guide:
        "Wie groß der Rundungsfehler neben dem Ergebnis ist. Median über Anker von |erhalten − richtig| / |richtig|, richtig in float64 aus denselben gerundeten Logits. 1 heißt, dass keine Stelle übrig ist. Fehler unter der Achse sind an ihrem Rand gezeichnet.",
    },
    threshold: {
      positive: "Gradient 0 unter {xi}",
      anchor: "Positives 0 unter {xi}",
      value: "Verlust 0 unter {xi}",
    },
    thresholds:
      "Kreuzentropie: der Gradient des Positiven ist genau 0 unter ξ = {positive} (ε/4), der Verlust unter {value} (ε/2).",
    anchorsBelow: "Von den Ankern des Rennens bei Schritt {step} darunter: {shares}.",
    noRun: "Das Rennen abspielen, um seine Anker hier zu markieren.",
    host: {
      title: "Eigenes exp und log deines Geräts",
      text: "Dieselben float32-Schritte in JavaScript auf der CPU, jeder korrekt gerundet, sind das Beste, was das Format erlaubt. Ein Verhältnis nahe 1 heißt, dass dein Gerät nichts Eigenes hinzufügt.",
      form: "Form",
      device: "Gerät",
      best: "Korrekt gerundet",
      ratio: "Gerät / Bestes",
      at: "bei ξ",
      caption: "Größtes Verhältnis des Fehlers des Geräts zu dem korrekten Rundens",
    },
  },
};
