import type { Catalog } from "../catalog";

/** The experiments that come with the page. */
export const presets: Pick<Catalog, "presets"> = {
  presets: {
    vanish: {
      title: "Dem Gradienten beim Verschwinden zusehen",
      summary:
        "Jedes Zeichen hat zwei leicht veränderte Ansichten, und jede muss unter 31 anderen ihren Zwilling finden. Je sicherer sie ist, desto weniger schubst InfoNCE sie; FlatNCE stößt sie weiter von ihren Doppelgängern ab. Danach mit größerer Lernrate: der Abstand lag an der Schrittweite.",
      question: "Wird InfoNCE langsamer, sobald seine Positiven leicht sind?",
      expected:
        "Der Schwundfaktor fällt auf etwa ein Zehntel, mit ihm fällt die Gradientennorm von InfoNCE, und FlatNCE liegt am Ende in der Genauigkeit vorn.",
      refuted:
        "Das Intervall des Urteils enthält beim letzten Schritt 0, oder die Gradientennorm von InfoNCE bleibt so groß wie die von FlatNCE. Mit der größeren Lernrate sollte sich der Abstand schließen: bleibt er, lag er nicht an der Schrittweite.",
      twist: {
        label: "Liegt es an der Schrittweite? Mit Rate 0,01 ausführen",
      },
    },
    points: {
      title: "Dem Gradienten beim Verschwinden zusehen: Punkte",
      summary:
        "Jeder Punkt hat zwei leicht veränderte Ansichten, und jede muss unter 63 anderen ihren Zwilling finden. Den meisten gelingt das bald, bei beiden Verlusten. Je sicherer, desto weniger schubst InfoNCE einen Punkt; FlatNCE stößt ihn weiter von Doppelgängern ab. Genauigkeit: sind die Farben zu unterscheiden?",
      question:
        "Wird InfoNCE langsamer, sobald seine Positiven leicht sind, bei Punkten, die jedes Gerät trainieren kann?",
      expected:
        "Die Gradientennorm von InfoNCE endet bei etwa einem Drittel derer von FlatNCE. Seine Genauigkeit steigt nach den ersten hundert Schritten kaum noch; die von FlatNCE steigt weiter.",
      refuted:
        "Beide Genauigkeiten steigen gleich, sodass das Intervall des Urteils beim letzten Schritt 0 enthält, oder die beiden Gradientennormen sind gleich.",
      twist: {
        label: "Liegt es an der Schrittweite? Mit Rate 0,01 ausführen",
      },
    },
    circle: {
      title: "Den Kreis sehen",
      summary:
        "Monde und ein zweidimensionales Embedding: der Kreis, auf dem die Ansichten liegen, ist hier selbst das Bild. Zu sehen ist, wie Positive sich treffen und Klassen sich verteilen.",
      question: "Was macht ein kontrastiver Verlust mit einem Embedding, das man ganz sehen kann?",
      expected:
        "Bei beiden Verlusten treffen sich die zwei Ansichten eines Beispiels (Alignment fällt), und die Klassen verteilen sich über den Kreis (Uniformität fällt). Welcher Verlust besser ist, ist hier nicht die Frage.",
      refuted: "Das Alignment fällt nicht, oder große Teile des Kreises bleiben leer.",
    },
    "own-loss": {
      title: "Den eigenen Verlust eintippen",
      summary:
        "Ein Verlust dieser Familie ist eine Funktion von log ξ, und seine Ableitung ist das Gewicht eines Ankers. Den dritten Arm öffnen, eine andere Funktion eintippen und vor dem Ausführen ihre Kurve unter „Gewicht eines Ankers“ ansehen.",
      question: "Wie viel soll ein gelöster Anker zählen?",
      expected:
        "Der dritte Verlust gibt gelösten Ankern das Gewicht, das FlatNCE ihnen gibt, und schweren mehr: seine Genauigkeit verläuft nahe der von FlatNCE.",
      refuted:
        "Seine Genauigkeit bleibt bei der von InfoNCE: dann macht das Gewicht gelöster Anker hier nicht den Unterschied.",
    },
    "low-temperature": {
      title: "Niedrige Temperatur",
      summary:
        "Batchgröße 32 bei Temperatur 0,05 mit Adam: der Bereich, in dem FlatNCE bei jedem Seed unserer eigenen Messungen vorn lag.",
      question: "Gibt es einen Unterschied mit Adam, das die Größe eines Gradienten verbirgt?",
      expected: "FlatNCE liegt am Ende in der Genauigkeit vorn; das Bild sagt, um wie viel in seinen drei Seeds.",
      refuted:
        "Das Intervall des Urteils enthält 0 oder liegt darunter. Drei Seeds können einen Unterschied dieser Größe verfehlen: vor einem Schluss fünf ausführen.",
    },
    "eight-bit": {
      title: "Ähnlichkeit in 8 Bit",
      summary:
        "Der Verlust in 8-Bit-Zahlen. Als Kreuzentropie geschrieben rundet InfoNCE den Gradienten eines gelösten Positiven auf genau 0: in unseren eigenen Messungen bei etwa zwei von drei Ankern, bei FlatNCE nie. Doch die Genauigkeit rührt sich kaum: diese Gradienten waren schon vernachlässigbar, und in float32 liegen die beiden ebenso weit auseinander.",
      question: "Ist es wichtig, dass 8-Bit-Zahlen einen verschwundenen Gradienten auf 0 runden?",
      expected:
        "Kaum: FlatNCE liegt etwa so weit vorn wie in float32, denn die Gradienten, die 0 wurden, waren vernachlässigbar.",
      refuted:
        "Der Abstand ist in 8-Bit-Zahlen viel größer als in float32 (der Knopf führt das aus): dann hat das Runden geschadet.",
      twist: {
        label: "In float32 ausführen",
      },
    },
    "batch-sizes": {
      title: "Genauigkeit gegen Batchgröße, in einem Lauf",
      summary:
        "Die Abbildung des Artikels: beide Verluste bei fünf Batchgrößen, dreißig Lerner in einem Lauf, auf Punkten. Unter den ersten Diagrammen entsteht die Genauigkeit gegen die Batchgröße: eine Linie je Verlust.",
      question: "Kommt FlatNCE mit kleineren Batches aus?",
      expected:
        "Die Nächste-Nachbarn-Genauigkeit von FlatNCE endet ab Batch 16 um sechs bis elf Punkte über der von InfoNCE; bei Batch 8 liegen die Seeds von FlatNCE zu weit auseinander, um es zu sagen. InfoNCE gewinnt in so wenigen Schritten kaum durch größere Batches.",
      refuted:
        "Die beiden Linien treffen sich bei größeren Batches, oder die Bänder überlappen bei allen. Beide Verluste haben hier eine Lernrate, ein Teil des Abstands liegt also an der Schrittweite.",
    },
    "tiny-batch": {
      title: "Winziger Batch: FlatNCE verliert",
      summary:
        "Bei Batchgröße 8 mit normaler Augmentierung behält FlatNCE ungeschwächte Gradienten, die auf zwei oder drei schweren Negativen ruhen, und schneidet schlechter ab. Eine kleinere Lernrate über mehr Schritte macht daraus einen Gleichstand.",
      question: "Hilft FlatNCE, wo ein Batch wenige Negative hat?",
      expected:
        "Nein: seine Genauigkeit endet unter der von InfoNCE. Die Seeds unterscheiden sich hier so stark, dass das Urteil über drei es vielleicht nicht nachweist. Mit der kleineren Lernrate über mehr Schritte steht es gleich.",
      refuted: "FlatNCE liegt beim letzten Schritt gleichauf mit InfoNCE oder davor.",
      twist: {
        label: "Mit Lernrate 0,0003 und 2.000 Schritten ausführen",
      },
    },
    warm: {
      title: "Warm: nichts verschwindet",
      summary:
        "Bei Temperatur 0,2 fällt der Schwundfaktor kaum: die beiden Gradienten zeigen in dieselbe Richtung, und für FlatNCE gibt es fast nichts zu reparieren.",
      question: "Gibt es bei hoher Temperatur etwas zu reparieren?",
      expected:
        "Ein für drei Seeds zu kleiner Unterschied: der Schwundfaktor bleibt hoch, der Kosinus zwischen den Gradienten nahe 1, und das Intervall des Urteils enthält 0. Dass beide gleich sind, zeigt das nicht.",
      refuted:
        "Der Schwundfaktor fällt deutlich unter 0,8, oder das Urteil weist einen Unterschied nach und tut es mit anderen Seeds wieder.",
    },
    "learned-temperature": {
      title: "Die gelernte Temperatur läuft davon",
      summary:
        "Die Temperatur wird mit den Gewichten trainiert, und nichts hält sie. FlatNCE gewinnt immer durch eine niedrigere: in unseren eigenen Läufen fiel sie in jedem von drei Seeds innerhalb von 100 Schritten von 0,2 auf 0,0001, und das Embedding schrumpfte auf eine oder zwei seiner acht Dimensionen. InfoNCE lässt los, wenn sein Gradient verblasst: nach 400 Schritten lag seine Temperatur weit darüber, mit sieben genutzten Dimensionen.",
      question: "Was macht jeder Verlust mit einer Temperatur, die er selbst wählen darf?",
      expected:
        "Die Temperatur von FlatNCE fällt innerhalb von etwa hundert Schritten auf ihre untere Grenze, und sein Embedding kollabiert auf eine oder zwei Dimensionen. Die von InfoNCE fällt langsamer und bleibt über der Grenze. Über die Genauigkeit sagt das nichts: die kNN-Genauigkeit von FlatNCE war in unserem eigenen Lauf trotzdem höher.",
      refuted: "Die Temperatur von FlatNCE pendelt sich über ihrer Grenze ein, oder die von InfoNCE erreicht sie auch.",
      twist: {
        label: "Nach unten auf 0,05 begrenzen",
      },
    },
    queue: {
      title: "Batchgröße 4 mit einer Queue",
      summary:
        "Vier Beispiele je Schritt und 256 Negative aus früheren. In unseren eigenen Läufen lag FlatNCE in der kNN-Genauigkeit mit den sechs Negativen des eigenen Batches hinter InfoNCE und mit denen der Queue gleichauf: was ihm bei winzigem Batch fehlt, sind Negative.",
      question: "Sind es Negative, die FlatNCE bei winzigem Batch fehlen?",
      expected:
        "Mit 256 Negativen aus früheren Batches sind beide in der kNN-Genauigkeit gleichauf. Ohne die Queue fällt FlatNCE zurück.",
      refuted: "FlatNCE liegt auch mit der Queue zurück oder ohne sie gleichauf.",
      twist: {
        label: "Ohne die Queue ausführen",
      },
    },
    "ess-controller": {
      title: "Eine Temperatur, die sich selbst einstellt",
      summary:
        "Ein Regler verstellt jede Temperatur, bis ein Fünftel der Negativen den Gradienten trägt (n-ESS 0,2). In unseren eigenen Läufen trafen sich Arme, die bei 0,5 und bei 0,05 begannen, bei jedem Verlust innerhalb von 200 Schritten und blieben beisammen.",
      question: "Lässt sich eine Temperatur regeln statt wählen?",
      expected:
        "Alle vier Temperaturen, begonnen bei 0,5 und bei 0,05, treffen sich innerhalb von 200 Schritten, bei jedem Verlust.",
      refuted: "Sie bleiben, wo sie begannen, oder enden an verschiedenen Stellen.",
    },
  },
};
