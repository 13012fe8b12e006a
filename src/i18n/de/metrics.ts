import type { Catalog } from "../catalog";

/** What is measured. */
export const metrics: Pick<Catalog, "metrics"> = {
  metrics: {
    objective: {
      headline: { name: "eigener" },
      label: "Zielfunktion",
      guide:
        "Der Wert genau des Verlusts, mit dem ein Arm trainiert wird. FlatNCE ist nach Konstruktion 1; Arme daher am InfoNCE-Wert vergleichen.",
      source: "Die eigene Definition der Zielfunktion",
      unit: "",
    },
    infoNce: {
      headline: {
        name: "InfoNCE",
        says: "0: jeder Zwilling gefunden; gestrichelt: Raten.",
      },
      marks: [{ text: "Raten: log K = {value}" }],
      label: "InfoNCE-Wert",
      guide:
        "Wie schwer es noch ist, die andere Ansicht eines Beispiels im Rest des Batches zu finden. Der NT-Xent-Verlust jedes Arms, womit er auch trainiert wird: log K, mit K = 2B − 1, ist der Wert des Ratens, und 0 ist perfekt.",
      source: "Chen et al., arXiv 2002.05709, Abschnitt 2.1",
      unit: "Nats",
    },
    logXi: {
      label: "log ξ",
      guide:
        "Wie weit die Negativen hinter dem Positiven liegen. Weit unter 0 Nats gilt der Anker als gelöst, und InfoNCE lässt ihn fallen.",
      source: "Chen et al., arXiv 2107.01152, Abschnitt 3; als Verlust: DCL, arXiv 2110.06848",
      unit: "Nats",
    },
    vanishingFactor: {
      label: "Schwundfaktor",
      guide:
        "Was der Verlust von InfoNCE von der Kraft auf einen Anker übrig lassen würde, im Mittel, über das Embedding jedes Arms. Nahe 1 stimmen die beiden Verluste überein, nahe 0 bewegt InfoNCE kaum noch; auch die Linie von FlatNCE fällt, wenn seine Anker gelöst sind, aber FlatNCE selbst multipliziert nicht damit.",
      source:
        "Gradientenidentität aus arXiv 2107.01152; die Kopplung von Negativen und Positiven aus DCL, arXiv 2110.06848, Abschnitt 3",
      unit: "",
    },
    ess: {
      label: "Effektive Stichprobengröße (Anteil der Negativen)",
      short: "n-ESS",
      guide:
        "Wie viele der Negativen wirklich abstoßen, als Anteil aller. Er ist 1, wenn alle gleich zählen, und 1/M, wenn eines von M dominiert.",
      source: "Offizielles Notebook zu FlatNCE (github.com/Junya-Chen/FlatCLR); arXiv 2107.01152",
      unit: "Anteil",
    },
    anchorEss: {
      label: "Anker-ESS",
      guide:
        "Anteil der Anker, die bei diesen Gewichten einen InfoNCE-Schritt tragen würden; FlatNCE nutzt immer alle.",
      source: "Dieses Projekt: Kishs effektive Stichprobengröße der Schwundfaktoren",
      unit: "Anteil",
    },
    contrastiveAccuracy: {
      headline: {
        name: "Kontrast",
        says: "Wie oft eine Ansicht ihren Zwilling findet.",
      },
      label: "Kontrastive Genauigkeit",
      short: "Kontrastiv",
      guide: "Wie oft die andere Ansicht desselben Beispiels die nächste von allen ist. Raten ergibt 1/(2B − 1).",
      source: "Kontrastives Top-1 aus SimCLR, arXiv 2002.05709",
      unit: "Anteil",
    },
    alignment: {
      label: "Alignment",
      guide:
        "Wie weit die zwei Ansichten eines Beispiels auseinanderliegen. Es ist der mittlere quadrierte Abstand: 0, wenn sie zusammenfallen, 2, wenn sie nichts miteinander zu tun haben.",
      source: "Wang & Isola, arXiv 2005.10242, Abschnitt 4.2",
      unit: "Abstand²",
    },
    uniformity: {
      label: "Uniformität",
      guide:
        "Wie gleichmäßig sich die Beispiele einer Ansicht über die Sphäre verteilen. Niedriger ist gleichmäßiger, 0 ist ein einziger Punkt.",
      source: "Wang & Isola, arXiv 2005.10242, Abschnitt 4.2",
      unit: "Nats",
    },
    collapseStd: {
      marks: [{ text: "1/√D = {value}" }],
      label: "Streuung je Dimension",
      short: "Streuung",
      guide:
        "Wie weit die Embeddings in jeder Richtung streuen. Nahe 1/√D nutzen sie jede der D Richtungen; gegen 0 kollabieren sie zu einem Punkt.",
      source: "Chen & He, SimSiam, arXiv 2011.10566, Abschnitt 4.1",
      unit: "Std.-Abw.",
    },
    mutualInformation: {
      marks: [{ text: "log K = {value}" }],
      label: "Transinformation, untere Schranke",
      short: "Information",
      guide:
        "Wie viel eine Ansicht nachweislich mindestens über die andere sagt. In Nats; die Schätzung kann log K, mit K = 2B − 1, nicht übersteigen.",
      source: "van den Oord et al., arXiv 1807.03748, Abschnitt 2.3; Poole et al., arXiv 1905.06922",
      unit: "Nats",
    },
    oneWayInformation: {
      marks: [{ text: "log B = {value}" }],
      label: "Transinformation, untere Schranke von ersten zu zweiten Ansichten",
      short: "Einseitig",
      guide:
        "Wie viel eine erste Ansicht nachweislich mindestens über die zweite sagt. Die Schranke in ihrer üblichen Form: die B zweiten Ansichten sind die Kandidaten jeder ersten, und sie kann log B nicht übersteigen.",
      source: "van den Oord et al., arXiv 1807.03748, Abschnitt 2.3; Poole et al., arXiv 1905.06922, Gleichung 10",
      unit: "Nats",
    },
    smallestVanishingFactor: {
      label: "Kleinster Schwundfaktor",
      short: "Kleinster Faktor",
      guide:
        "Das Gewicht, das dem Anker bleibt, den InfoNCE am stärksten zum Schweigen gebracht hat. Unter 3 × 10⁻⁸ gibt ihm eine Kreuzentropie in float32 gar keine Anziehung mehr.",
      source: "Gradientenidentität aus arXiv 2107.01152; die Schwelle ist ein Viertel des Epsilons des Formats",
      unit: "",
    },
    temperature: {
      label: "Temperatur",
      guide:
        "Wodurch die Kosinus bei diesem Schritt geteilt werden: je niedriger, desto mehr dominieren die nächsten Negativen.",
      source: "Chen et al., arXiv 2002.05709, Abschnitt 2.1",
      unit: "",
    },
    gradientNorm: {
      label: "Gradientennorm",
      guide:
        "Länge des mittleren Gradienten über die Mikrobatches der Sonde; Verluste verschiedener Skala unterscheiden sich hier von Natur aus.",
      source: "Mikrobatch-Gradienten bei festen Gewichten",
      unit: "Länge",
    },
    gradientVariance: {
      headline: {
        name: "roh",
        says: "Streuung je Batch; kleine Schritte streuen wenig.",
      },
      label: "Gradientenvarianz",
      guide:
        "Wie sehr sich der Gradient von Batch zu Batch ändert, über die Parameter summiert; sie wächst mit dem Quadrat des Gradienten, darum bleibt die von InfoNCE niedrig, wenn seine Anker Gewicht verlieren: welcher für seine Größe verrauschter ist, sagt die relative Anzeige.",
      source: "Mikrobatch-Gradienten bei festen Gewichten",
      unit: "Länge²",
    },
    gradientSnr: {
      label: "Signal-Rausch-Verhältnis des Gradienten",
      short: "Gradienten-SNR",
      guide:
        "Wie weit die allen Batches gemeinsame Richtung aus dem Zufall eines einzelnen hervorsticht. Erwartungstreu; nahe oder unter 0 kann die Sonde den Gradienten nicht vom Rauschen unterscheiden.",
      source: "Mikrobatch-Gradienten bei festen Gewichten",
      unit: "Verhältnis",
    },
    gradientNoise: {
      headline: {
        name: "relativ",
        says: "Wie viel am Gradienten eines Batches Zufall ist.",
      },
      label: "Rauschanteil des Gradienten",
      guide:
        "Wie viel vom Gradienten eines einzelnen Batches Zufall ist. Als Anteil seines Quadrats: 0, wenn alle Batches übereinstimmen, 1, wenn nur Rauschen bleibt.",
      source: "Mikrobatch-Gradienten bei festen Gewichten",
      unit: "Anteil",
    },
    noiseScale: {
      marks: [{ text: "B = {value}" }],
      label: "Rauschskala des Gradienten",
      short: "Rauschskala",
      guide:
        "Über wie viele Beispiele Gradienten dieser Batchgröße gemittelt werden müssten, bis Signal und Rauschen gleich sind: über der Batchgröße überwiegt das Rauschen.",
      source: "McCandlish et al., arXiv 1812.06162, Anhang A.1; Mikrobatches von der Größe des Laufs",
      unit: "Beispiele",
    },
    gradientCosine: {
      label: "Kosinus des Gradienten mit dem ersten Arm",
      short: "Gradientenkosinus",
      guide:
        "Wie weit sich ein Arm in die Richtung bewegen würde, in die sich der erste Arm bewegt. Mittlere Gradienten bei den Gewichten des ersten Arms: 1 heißt, dass sich nur die Schrittweite unterscheidet.",
      source: "Dieses Projekt: Mikrobatch-Gradienten bei den Gewichten des ersten Arms desselben Seeds",
      unit: "",
    },
    commonGradientNoise: {
      label: "Rauschanteil des Gradienten bei gemeinsamen Gewichten",
      short: "Rauschen bei θ₀",
      guide:
        "Rauschanteil des Gradienten jedes Arms bei den Gewichten des ersten Arms, auf denselben Batches, sodass allein die Zielfunktion den Unterschied macht.",
      source: "Dieses Projekt: Mikrobatch-Gradienten bei den Gewichten des ersten Arms desselben Seeds",
      unit: "Anteil",
    },
    updateSize: {
      label: "Relative Größe einer Aktualisierung",
      short: "Relative Schrittgröße",
      guide:
        "Wie sehr ein Schritt die Gewichte ändert. Länge der Aktualisierung, die auf die Sonde folgt, als Anteil der Länge der Gewichte; etwa 0,001 ist bei einem gesunden Lauf üblich.",
      source: "Das Update-Verhältnis der Trainingsdiagnostik, etwa Karpathy, CS231n-Notizen, Teil 3",
      unit: "Verhältnis",
    },
    silentGradients: {
      label: "Anteil stummer Gradienten",
      short: "Stumme Gradienten",
      guide:
        "Anteil der Parameter, deren Gradient unter dem Epsilon von Adam liegt, sodass Adam seine Kleinheit nicht mehr ausgleicht; tote Einheiten zählen mit.",
      source: "Kingma & Ba, arXiv 1412.6980, Algorithmus 1: Epsilon im Nenner",
      unit: "Anteil",
    },
    effectiveRank: {
      label: "Effektiver Rang",
      short: "Rang",
      guide:
        "Wie viele Richtungen des Embeddings genutzt werden, auf zurückgehaltenen Beispielen; niedrige Werte warnen vor Kollaps.",
      source: "RankMe, Garrido et al., arXiv 2210.02885, Abschnitt 3",
      unit: "Dim.",
    },
    participationRatio: {
      label: "Partizipationsverhältnis",
      short: "Partizipation",
      guide:
        "Wie viele Richtungen die Varianz des Embeddings tragen, auf zurückgehaltenen Beispielen; schwache Richtungen zählen weniger als beim effektiven Rang.",
      source: "Gao et al., bioRxiv 214262; in der Physik das inverse Partizipationsverhältnis der Eigenwerte",
      unit: "Dim.",
    },
    knnAccuracy: {
      headline: {
        name: "kNN",
        says: "Die Probe: teilen nächste Nachbarn eine Klasse?",
      },
      label: "kNN-Genauigkeit",
      guide:
        "Wie viele zurückgehaltene Beispiele unter ihresgleichen sind: ihre nächsten benannten Nachbarn nennen die richtige Klasse. Ein Anteil; am nächsten nach dem Kosinus der Merkmale h.",
      source: "Wu et al., arXiv 1805.01978, Abschnitt 3.4",
      unit: "Anteil",
    },
    probeAccuracy: {
      headline: {
        name: "Sonde",
        says: "Die Probe: lassen sich die Klassen leicht trennen?",
      },
      label: "Genauigkeit der linearen Sonde",
      guide:
        "Wie viele zurückgehaltene Beispiele ein einfacher Klassifikator aus dem Gelernten des Encoders richtig einordnet. Um Zwillinge zu finden, muss man die Klassen nicht kennen; dieser Anteil, linear auf den eingefrorenen Merkmalen h, zeigt also, was darüber hinaus gelernt wurde.",
      source:
        "Ridge-Regression auf standardisierten Merkmalen; das lineare Auswertungsprotokoll aus arXiv 2002.05709 in geschlossener Form",
      unit: "Anteil",
    },
    fineTunedAccuracy: {
      label: "Genauigkeit nach Fine-Tuning",
      short: "Nach Fine-Tuning",
      guide:
        "Anteil der zurückgehaltenen Beispiele, die eine Kopie des Encoders richtig einordnet, nachdem sie am Ende des Laufs mit wenigen Labels weitertrainiert wurde.",
      source: "Fine-Tuning mit wenigen Labels: SimCLR, arXiv 2002.05709, Abschnitt 6 (halbüberwachtes Lernen)",
      unit: "Anteil",
    },
    layerVariance: {
      label: "Gradientenvarianz der Schichten",
      guide:
        "Welche Schichten Gradienten haben, die sich von Batch zu Batch ändern: als Anteil am quadrierten Gradienten eines Batches, als Summe oder nach den Varianzen der einzelnen Parameter der Schicht.",
      source: "Mikrobatch-Gradienten bei festen Gewichten, ein Parametertensor nach dem anderen",
      unit: "",
    },
    parameterSnr: {
      label: "Signal-Rausch-Verhältnis einzelner Parameter",
      guide:
        "Wie viele Parameter einen Gradienten haben, der aus seinem Rauschen hervorsticht. Rauschen allein ergibt über R Batches ein Verhältnis von etwa 1/√R, die gestrichelte Linie.",
      source: "Mikrobatch-Gradienten bei festen Gewichten; Parameter ohne jeden Gradienten fehlen",
      unit: "Verhältnis",
    },
    headlines: {
      loss: {
        label: "Verlust",
      },
      variance: {
        label: "Gradientenvarianz",
      },
      accuracy: {
        label: "Genauigkeit",
      },
    },
    groups: {
      anchors: {
        label: "Anker",
      },
      gradient: {
        label: "Gradient",
      },
      embedding: {
        label: "Embedding",
      },
    },
  },
};
