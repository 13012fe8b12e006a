import type { Catalog } from "../../catalog";

/** A chapter: where it does not help. */
export const limits: Pick<Catalog, "learn.limits"> = {
  "learn.limits": {
    title: "Wo es nicht hilft",
    says: [
      "Ohne f stoßen gelöste Anker weiter ab. Das hilft nur dort, wo sie noch etwas lehren können. In unseren Messungen mit Adam war das bei niedrigen Temperaturen so, 0,05 (Batches von 32 und 64) und 0,1 (Batches von 32): um 3 bis 4 Prozentpunkte bei Bildern von Buchstaben. Bei Handschrift lag es bei 0,05 um 0,5 und 2,2 Prozentpunkte vorn, was drei Seeds nicht von 0 unterscheiden konnten.",
      "An drei Stellen half es nicht. Winzige Batches von 4 (klar zurück) und 8 (weit zurück, was drei Seeds allerdings nicht entscheiden): ein gelöster Anker hat wenige Negative, und seine volle Abstoßung ruht auf einem bis dreien, die zufällig da sind. Warme Temperaturen ab 0,2: ξ bleibt groß, f bleibt nahe 1, und die beiden Verluste sind fast gleich. Und Fotos aus CIFAR-10: ein Gleichstand oder etwas weniger bei jeder probierten Einstellung, mit Batches von 4 bis 64. Warum, haben wir nicht gemessen; mit beiden Verlusten lernte unser kleines Netz dort wenig.",
      "Die Karte zeigt, was wir mit Bildern gemessen haben, bevor es diese Seite gab, und was du in diesem Kapitel mit Punkten gemessen hast. Eine Zelle sagt, um wie viele Prozentpunkte FlatNCE vorn lag (von 100 Beispielen, wie viele mehr richtig benannt wurden) und ob ihre Seeds das entscheiden können: wo sie sich untereinander stark unterscheiden, kann auch ein großer Unterschied Zufall sein.",
    ],
    symbols: {
      xi: {
        name: "ξ, Doppelgänger gegen Zwilling",
        means: "Alle Negativen zusammen gegen den Zwilling. f = ξ/(1 + ξ) ist nahe 1, wo ξ groß ist.",
      },
      negatives: {
        name: "Zahl der Negativen",
        means: "Die Ansichten der anderen Beispiele im Batch: wenige in einem kleinen.",
      },
      tau: {
        name: "Temperatur",
        means: "Bei hoher Temperatur zählt jeder Unterschied der Ähnlichkeit wenig, und ξ bleibt groß.",
      },
    },
    controls: {
      batch: {
        label: "Beispiele in einem Batch",
        values: {
          four: "4",
          many: "32",
        },
      },
      temperature: {
        label: "Temperatur",
        values: {
          low: "0,05, niedrig",
          high: "0,5, warm",
        },
      },
    },
    pictures: {
      map: "Wo FlatNCE vorn lag und wo nicht",
    },
    question:
      "Welcher Verlust wird am Ende die höhere kNN-Genauigkeit haben? (Beide Lerner machen ihre Schritte mit Adam.)",
    choices: {
      info: "InfoNCE",
      flat: "FlatNCE",
      same: "Für drei Seeds zu knapp",
    },
    outcomes: {
      info: "Hier liegt InfoNCE vorn. Bei einem winzigen Batch ist das zu erwarten: die volle Abstoßung von FlatNCE ruht auf zu wenigen Negativen.",
      flat: "FlatNCE liegt hier vorn; darauf achten, wie weit von 0 das Intervall beginnt, und die anderen Ecken der Karte probieren.",
      same: "0 liegt im Intervall: diese Seeds können es nicht entscheiden. Bei warmer Temperatur verlangt das die Formel: f ist nahe 1, und es gibt nichts zu reparieren. Ein Beweis der Gleichheit ist es nicht.",
      undecided: "Es gab kein Intervall.",
    },
    falsified:
      "FlatNCE liegt bei Batchgröße 4 vorn, oder das Urteil findet bei Temperatur 0,5 einen Unterschied und findet ihn mit anderen Seeds wieder.",
    doubts: {
      summary: {
        asks: "Was ist von allen sechs Kapiteln zu behalten?",
        answer:
          "Ein kontrastiver Lerner findet Zwillinge unter K Kandidaten. Raten kostet log K, also lassen wenige Kandidaten wenig zu gewinnen. InfoNCE multipliziert die Kraft jedes Ankers mit f, das verblasst, sobald sein Zwilling mit Abstand der Nächste ist; FlatNCE lässt f weg, und sein Wert von 1 sagt davon nichts. Wie viel des Abstands nur längere Schritte sind, muss gemessen werden, und ebenso, ob es einen gibt: bei niedrigen Temperaturen und Batches von 32 oder 64 fanden wir einen, bei winzigen Batches und warmen Temperaturen nicht.",
      },
      headline: {
        asks: "FlatNCE wurde für kleine Batches gemacht. Warum verliert es dort?",
        answer:
          "Mit wenigen Negativen ist ein Anker früher gelöst, und die Kraft von InfoNCE verblasst; aber was FlatNCE zurückgibt, ruht auf diesen wenigen. In unseren Messungen gewann es bei Batches von 32 und 64. Bei Batchgröße 8 machten eine kleinere Lernrate und doppelt so viele Schritte aus der Niederlage einen Gleichstand. Auch aufbewahrte Negative früherer Batches (eine Queue) können helfen: dafür gibt es im Rennen ein Experiment.",
      },
      transfer: {
        asks: "Gelten diese Zahlen für meine Daten?",
        answer:
          "Nein: sie stammen von einem kleinen Netz und kurzen Läufen auf drei Datensätzen. Die Karte zeigt, wo man zuerst hinschauen sollte. Die Seite „Beratung“ trainiert beide Verluste auf deinen eigenen Dateien, mit für jeden gewählten Einstellungen, und sagt, was herauskommt.",
      },
    },
    map: {
      glyphs: "Buchstaben (grau, 1.000 Schritte)",
      kmnist: "KMNIST-Handschrift (1.000 Schritte)",
      cifar: "CIFAR-10-Fotos (1.000 Schritte)",
      own: "Punkte, hier gemessen (kNN-Genauigkeit)",
      source:
        "Bilder: unsere eigenen Messungen in PyTorch mit einem kleinen Convnet und Adam, Genauigkeit der linearen Sonde, FlatNCE minus InfoNCE in Prozentpunkten, Mittel über die Seeds; nicht in diesem Browser gemessen. Ein Punkt: nicht gemessen.",
      none: "In diesem Kapitel noch nichts gemessen.",
      temperature: "τ = {value}",
      batch: "B = {value}",
      ahead: "vorn",
      behind: "zurück",
      unclear: "nicht zu entscheiden",
      seeds: "{n, plural, one {1 Seed} other {# Seeds}}",
    },
  },
};
