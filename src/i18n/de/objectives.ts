import type { Catalog } from "../catalog";

/** What learners are trained with. */
export const objectives: Pick<Catalog, "objectives" | "objectiveGroups" | "otherObjectives"> = {
  objectives: {
    infoNce: {
      label: "InfoNCE",
      summary:
        "Der übliche kontrastive Verlust in numerisch stabiler Form; die Anziehung eines Ankers verblasst, wenn er gelöst ist.",
      options: {},
    },
    infoNceCe: {
      label: "InfoNCE (Kreuzentropie)",
      summary:
        "InfoNCE über Softmax-Kreuzentropie, mit dem Runden, das diese Form mit sich bringt. Berechnet in float32.",
      options: {},
    },
    flatNce: {
      label: "FlatNCE",
      summary: "Jeder Anker zieht mit demselben Gewicht, wie gut er auch gelöst ist. Der Wert ist nach Konstruktion 1.",
      options: {},
    },
    dual: {
      options: {
        c: {
          label: "c",
          summary:
            "Wo zwischen den beiden Verlusten dieser liegt. 1 ist InfoNCE, 0 ist FlatNCE (der Wert ist dann log ξ).",
        },
      },
      label: "Duale Familie",
      summary:
        "Eine Familie von Verlusten mit InfoNCE am einen und FlatNCE am anderen Ende. c = 1 ist InfoNCE, c = 0 FlatNCE; ein Anker verblasst, sobald ξ unter c fällt.",
    },
    xi: {
      label: "Exponentiell",
      summary:
        "Die Anker, denen es am schlechtesten geht, ziehen am stärksten, ohne Grenze. Der Verlust ist ξ selbst, ohne Logarithmus.",
      options: {},
    },
    infoNceOneWay: {
      label: "InfoNCE, einseitig",
      summary:
        "InfoNCE nur von ersten gegen zweite Ansichten. log B minus diesen Verlust ist die übliche Schranke der Transinformation.",
      options: {},
    },
    flatNceOneWay: {
      label: "FlatNCE, einseitig",
      summary: "FlatNCE nur von ersten gegen zweite Ansichten.",
      options: {},
    },
    clip: {
      label: "CLIP",
      summary: "InfoNCE in beiden Richtungen zwischen den Ansichten, wie zwischen Bildern und Bildunterschriften.",
      options: {},
    },
    dcl: {
      label: "DCL",
      summary: "FlatNCE auf anderem Weg, mit einem Wert, der Fortschritt zeigt. Es ist log ξ, das endlos fällt.",
      options: {},
    },
    dclw: {
      options: {
        sigma: {
          label: "sigma",
          summary:
            "Wie scharf das Gewicht nahe von fernen Positiven unterscheidet, in Einheiten des Kosinus; große Werte ergeben DCL.",
        },
      },
      label: "DCLW",
      summary: "DCL, das an noch weit entfernten Positiven stärker zieht.",
    },
    sogClr: {
      options: {
        memoryRate: {
          label: "Rate (Gamma)",
          summary:
            "Anteil des aktuellen Batches am Mittel eines Beispiels. 1 vergisst alle früheren Batches, das ist FlatNCE.",
        },
      },
      label: "SogCLR",
      summary:
        "Normiert mit dem, was einem Beispiel über viele Batches begegnet ist, sodass ein kleiner Batch für den ganzen Datensatz steht.",
    },
    flo: {
      label: "FLO",
      summary:
        "Lernt neben dem Encoder, was zu sagen der Batch zu klein ist. Der Normierer u wird gelernt, was eine Schranke der Transinformation ohne Obergrenze log K ergibt.",
      options: {},
    },
    sigLip: {
      options: {
        initialScale: {
          label: "Anfangsskala (t)",
          summary:
            "Faktor der Kosinus vor dem Training; sein Logarithmus wird trainiert. Tritt an die Stelle der Temperatur.",
        },
        initialBias: {
          label: "Anfangsbias (b)",
          summary:
            "Wird vor dem Training zu jedem Paar addiert; weil es viel mehr Negative als Positive gibt, beginnt er niedrig.",
        },
      },
      label: "SigLIP",
      summary: "Ein Sigmoid für jedes Paar und keine Normierung über den Batch, sodass die Batchgröße wenig ausmacht.",
    },
    barlowTwins: {
      options: {
        redundancy: {
          label: "Redundanz (Lambda)",
          summary: "Gewicht der Korrelationen zwischen verschiedenen Dimensionen.",
        },
      },
      smallestBatch: {
        reason: "über zwei Beispiele standardisiert ist jede Dimension +1 und −1, was auch immer gelernt wurde",
      },
      label: "Barlow Twins",
      summary:
        "Keine Negativen: Dimensionen sollen zwischen den Ansichten übereinstimmen und einander nicht wiederholen.",
    },
    vicReg: {
      options: {
        invariance: {
          label: "Invarianz",
          summary: "Gewicht des Abstands zwischen den zwei Ansichten eines Beispiels.",
        },
        variance: {
          label: "Varianz",
          summary:
            "Gewicht dessen, was jede Dimension breit hält. Ein Hinge-Term hält ihre Abweichung bei mindestens 1.",
        },
        covariance: {
          label: "Kovarianz",
          summary: "Gewicht der Kovarianzen zwischen verschiedenen Dimensionen.",
        },
      },
      smallestBatch: {
        reason:
          "zwei Beispiele unterscheiden sich nur entlang einer Richtung, sodass alle Dimensionen zusammengehen, was auch immer gelernt wurde",
      },
      label: "VICReg",
      summary:
        "Keine Negativen: Ansichten stimmen überein, jede Dimension behält ihre Streuung, und keine zwei gehen zusammen.",
    },
    alignUniform: {
      options: {
        uniformityTemperature: {
          label: "t der Uniformität",
          summary: "Reichweite der Abstoßung: je größer, desto mehr zählen die nächsten Nachbarn.",
        },
        uniformityWeight: {
          label: "Gewicht der Uniformität",
          summary: "Gewicht der Uniformität neben dem Alignment.",
        },
      },
      label: "Alignment + Uniformität",
      summary: "Positive zusammen und alles gleichmäßig über die Sphäre, als zwei Terme, die sich gewichten lassen.",
    },
    debiased: {
      options: {
        classPrior: {
          label: "Klassen-Prior",
          summary:
            "Angenommener Anteil der Negativen aus der eigenen Klasse des Ankers, der abgezogen wird. 0 nimmt jedes Negative beim Wort.",
        },
      },
      label: "Debiased",
      summary: "Zieht den Anteil der Negativen ab, die in Wahrheit zur Klasse des Ankers gehören.",
    },
    hardNegative: {
      options: {
        classPrior: {
          label: "Klassen-Prior",
          summary:
            "Angenommener Anteil der Negativen aus der eigenen Klasse des Ankers, der abgezogen wird. 0 nimmt jedes Negative beim Wort.",
        },
        concentration: {
          label: "Konzentration (Beta)",
          summary: "Wie viel mehr die schwereren Negativen zählen. 0 zählt alle gleich.",
        },
      },
      smallestBatch: {
        reason:
          "bei zwei Beispielen gibt es ein anderes Beispiel und nichts auszuwählen; dort sagt infoNce genauso viel",
      },
      label: "Schwere Negative",
      summary: "Zählt die ähnlichsten Negativen mit mehr als ihrem Anteil. β = 0 ist der Debiased-Verlust.",
    },
    triplet: {
      options: {
        margin: {
          label: "Marge",
          summary: "Um wie viel der Kosinus des Positiven den eines Negativen übertreffen muss.",
        },
      },
      label: "Triplet",
      summary:
        "Ein Hinge auf einzelne Vergleiche: Tripel, die die Marge einhalten, zählen nichts, alle anderen gleich.",
    },
    nPair: {
      label: "N-Paar",
      summary:
        "InfoNCE ohne Normierung und Temperatur; ein Netz kann es senken, indem es seine Embeddings wachsen lässt.",
      options: {},
    },
    nwj: {
      label: "NWJ",
      summary:
        "Eine Schranke der Transinformation, die nie sättigt, um den Preis hoher Varianz. Es gibt keine Obergrenze log K.",
      options: {},
    },
    dv: {
      options: {
        partitionAverage: {
          label: "Mittel",
          summary:
            "Anteil früherer Batches an der Zustandssumme, durch die der Gradient geteilt wird. 0 ist einfaches DV.",
        },
      },
      label: "DV / MINE",
      summary:
        "Die Donsker-Varadhan-Schranke der Transinformation; mit einem Mittel die Korrektur ihres Gradienten aus MINE.",
    },
    jsd: {
      label: "JSD",
      summary:
        "Unterscheidet positive von negativen Paaren durch logistische Regression: niedrige Varianz, keine Schätzung der Information.",
      options: {},
    },
    smile: {
      options: {
        clipAt: {
          label: "Kappung (T)",
          summary: "Größter Betrag des Logits eines Negativen in der Zustandssumme; eine große Kappung ergibt DV.",
        },
      },
      label: "SMILE",
      summary: "DV mit gekappten Negativen, was seine Varianz zähmt.",
    },
    dhel: {
      label: "DHEL",
      summary:
        "Zieht zwischen den zwei Ansichten und stößt innerhalb jeder ab, sodass sich die beiden Kräfte nie in einem Paar treffen.",
      options: {},
    },
    spectral: {
      label: "Spektral",
      summary:
        "Quadrate statt Exponentialfunktionen, auf Embeddings freier Länge; es gibt keine Temperatur einzustellen.",
      options: {},
    },
    custom: {
      label: "Eigene Funktion",
      summary:
        "Der eigene Verlust, als Formel eingetippt: wie er von v = log ξ abhängt; seine Ableitung ist das Gewicht eines Ankers.",
      options: {},
    },
    supervised: {
      label: "Überwacht",
      summary:
        "Die Obergrenze: derselbe Encoder, mit den Labels der ganzen Trainingsmenge trainiert. Der Verlust sieht nur h, also ist, was von z gemessen wird, das eines untrainierten Projektionskopfs.",
      options: {},
    },
  },
  objectiveGroups: {
    subject: "InfoNCE bis FlatNCE",
    batch: "Kontrast innerhalb eines Batches",
    estimators: "Schätzer der Information",
    margins: "Margen",
    withoutNegatives: "Ohne Kontrast zu Negativen",
    ceiling: "Obergrenze",
  },
  otherObjectives: {
    title: "Andere",
  },
};
