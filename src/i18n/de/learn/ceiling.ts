import type { Catalog } from "../../catalog";

/** A chapter: what a small batch takes away. */
export const ceiling: Pick<Catalog, "learn.ceiling"> = {
  "learn.ceiling": {
    title: "Was ein kleiner Batch wegnimmt",
    says: [
      "In einem Batch von B Beispielen hat jeder Anker K = 2B − 1 Kandidaten: alle Ansichten außer der eigenen, und eine davon ist der Zwilling. Wer rät, zahlt einen Verlust von log K. Wer den Zwilling immer findet und sich sicher ist, zahlt 0. Dazwischen liegt log K, und mehr als das ist nicht zu gewinnen: mit wenigen Kandidaten ist schon das Raten billig.",
      "Das ergibt eine Obergrenze. log K minus den Verlust, also was gegenüber dem Raten gewonnen wurde, ist eine Schätzung dafür, wie viel eine Ansicht über die andere sagt: ihre Transinformation. Ihre Einheit ist das Nat; ein Ja oder Nein mit gleichen Chancen ist log 2 = 0,69 Nats wert. Mit 3 Kandidaten kann die Schätzung log 3 = 1,10 Nats nicht übersteigen, auch wenn die wahre Zahl zehn ist. Nahe der Obergrenze ist fast jeder Zwilling gefunden: das Spiel ist zu leicht geworden, um noch viel zu lehren.",
    ],
    symbols: {
      estimate: {
        name: "Schätzung",
        means: "Wie viel eine Ansicht mindestens über die andere sagt.",
      },
      k: {
        name: "Zahl der Kandidaten",
        means: "Die Ansichten, unter denen ein Anker seinen Zwilling sucht, der eine davon ist.",
      },
      loss: {
        name: "Verlust",
        means: "Wie schlecht Zwillinge gefunden werden: log K beim Raten, bestenfalls 0.",
      },
    },
    controls: {
      batch: {
        label: "Beispiele in einem Batch",
        values: {
          two: "2, also K = 3",
          eight: "8, also K = 15",
          many: "64, also K = 127",
        },
      },
      noise: {
        label: "Unterschied der Ansichten",
        values: {
          little: "klein",
          much: "groß",
        },
      },
    },
    pictures: {
      ceiling: "Die Obergrenze eines kleinen Batches",
    },
    question: "Die Obergrenze ist log K. Wie weit wird die Schätzung nach 300 Schritten an sie herangekommen sein?",
    choices: {
      low: "Weniger als drei Fünftel des Wegs",
      middle: "Zwischen drei und vier Fünfteln",
      high: "Mehr als vier Fünftel",
    },
    outcomes: {
      low: "Weit unter der Obergrenze: nicht der Batch begrenzt hier die Schätzung, sondern wie wenig eine Ansicht über die andere sagt oder wie wenig bisher gelernt wurde.",
      middle:
        "Dazwischen: viel besser als Raten und noch nicht gewonnen. Batches dieser Größe lassen noch etwas zu lernen übrig.",
      high: "Nahe der Obergrenze: in fast jedem Batch ist der Zwilling schon gefunden. Ein größerer Batch würde die Obergrenze heben und das Spiel wieder schwerer machen; ein kleiner kann es nicht.",
      undecided:
        "Das Intervall reicht über eine der Grenzen zwischen den Antworten: erneut ausführen oder an der Kurve ablesen, wie weit es kam.",
    },
    falsified:
      "Die Schätzung überschreitet bei irgendeinem Schritt die gestrichelte Linie log K. Das kann bei keinen Daten sein: ein einziger solcher Schritt würde dieses Kapitel widerlegen.",
    doubts: {
      stuck: {
        asks: "Mein Verlust steht bei 6,9, und die kontrastive Genauigkeit ist 100 %. Ist es kollabiert?",
        answer:
          "6,93 = log 1023 kostet das Raten bei B = 512. Der Verlust allein sagt nicht, warum er dort bleibt; es gibt zwei Wege. Kollaps: alle Embeddings liegen an einem Ort, jede Ähnlichkeit ist gleich, und wo der Zwilling als Erster in der Liste steht, zählt ein Gleichstand womöglich als gefunden, was sich als 100 % liest. (Hier zählt ein Gleichstand nicht als gefunden: ein vollständiger Kollaps liest sich als 0 %.) Oder eine hohe Temperatur: Zwillinge können knapp die Nächsten von allen sein, sodass die Genauigkeit stimmt und der Verlust, der nach dem Wieviel fragt, kaum fällt. Die Streuung des Embeddings entscheidet: nahe 0 ist es kollabiert; ist sie groß, die Temperatur senken.",
      },
      larger: {
        asks: "Also je größer der Batch, desto besser?",
        answer:
          "Ein größerer Batch hebt die Obergrenze. Das hilft nur, solange sie das Begrenzende ist: bei sehr verschiedenen Ansichten können ein Batch von 2 und einer von 64 beide weit darunter enden. Und große Batches kosten Speicher; darum sucht man nach einem Verlust, der sie weniger braucht: die nächsten Kapitel.",
      },
    },
  },
};
