import { metricLabels } from "../../metricLabels";
import { metrics } from "../metrics";

/** Rows of the experiment: data, training, stopping, optimizer, encoder. */
export const experimentFields = {
  dataset: {
    id: {
      label: "Datensatz",
      tooltip: "Was die Lerner sehen. Labels dienen nur dem Messen, nie dem Training.",
    },
    set: {
      label: "Veröffentlichter Satz",
      tooltip:
        "Wird auf Wunsch von Hugging Face geladen und auf diesem Gerät aufbewahrt: von da an ist er ohne Netz da.",
    },
    url: {
      label: "Adresse",
      tooltip: "Einer Datei in einem lesbaren Format, auf einem Server, der andere Websites sie lesen lässt.",
    },
  },
  "dataset.layout": {
    label: "Anordnung",
    tooltip: "Wie die Klassen in der Ebene liegen.",
    options: {
      rings: "Ringe",
      moons: "Monde",
      gaussians: "Wolken",
    },
  },
  "dataset.classes": {
    label: "Klassen",
    tooltip: "Zahl der Klassen in den erzeugten Daten.",
  },
  "dataset.samples": {
    label: "Beispiele",
    tooltip: "Beispiele zum Trainieren.",
    name: "Beispiele",
  },
  "dataset.samples.files": {
    label: "Beispiele höchstens",
    tooltip:
      "So viele Trainingsbeispiele werden den Dateien höchstens entnommen, jede Klasse mit ihrem Anteil; weniger, wenn die Dateien weniger enthalten.",
  },
  "dataset.side": {
    label: "Seite",
    tooltip: "Seite eines Bildes in Pixeln. Automatisch: wie in den Daten, wenn das 28 bis 64 ist.",
  },
  "dataset.colour": {
    label: "Farbe",
    tooltip: "Die Farben behalten oder Bilder in Grau speichern.",
    options: {
      keep: "Behalten",
      grey: "Grau",
    },
  },
  batchSize: {
    label: "Batchgröße",
    tooltip:
      "Beispiele je Schritt; jedes gibt zwei Ansichten. InfoNCE kann log K mit K = 2B − 1 Kandidaten nicht übersteigen, was es auch lernt.",
  },
  temperature: {
    label: "Temperatur",
    tooltip:
      "Kosinusähnlichkeiten werden durch sie geteilt. Eine niedrige Temperatur lässt leichte Positive als gelöst gelten: sie entscheidet, ob es für FlatNCE etwas zu reparieren gibt.",
  },
  "temperatureRule.id": {
    label: "Temperatur im Verlauf",
    tooltip:
      "Wie sich die Temperatur in einem Lauf ändert. Nach Plan: wie es die Schrittzahl vorgibt. Gelernt: durch Gradientenabstieg, mit den Gewichten. Geregelt: so, dass ein gegebener Anteil der Negativen den Gradienten trägt. Ein Arm kann seine eigene haben.",
    options: {
      fixed: "Fest",
      scheduled: "Nach Plan",
      learned: "Gelernt",
      ess: "Geregelt (ESS)",
    },
  },
  "temperatureRule.end": {
    label: "Letzte Temperatur",
    tooltip: "Temperatur des letzten Schritts; ihr Logarithmus geht gleichmäßig dorthin.",
  },
  "temperatureRule.minimum": {
    label: "Niedrigste Temperatur",
    tooltip:
      "Hier hält eine gelernte oder geregelte Temperatur. FlatNCE gewinnt immer durch eine niedrigere, sobald die Positiven siegen; eine gelernte braucht also diese Grenze.",
  },
  "temperatureRule.maximum": {
    label: "Höchste Temperatur",
    tooltip: "Hier hält eine gelernte oder geregelte Temperatur.",
  },
  "temperatureRule.target": {
    label: "Anteil der Negativen",
    tooltip:
      "Anteil der Negativen, der nach dem Willen des Reglers den Gradienten trägt. Darüber (n-ESS) fällt die Temperatur, darunter steigt sie.",
  },
  "temperatureRule.gain": {
    label: "Verstärkung",
    tooltip: "Anteil, um den der Regler die inverse Temperatur in einem Schritt ändert.",
  },
  "queue.size": {
    label: "Queue der Negativen",
    tooltip:
      "Embeddings früherer Batches, die wie bei MoCo an die Stelle der Negativen des Batches treten. 0 schaltet die Queue aus. Sie beginnt mit zufälligen Richtungen und ist ganz echt nach so vielen Schritten, wie Batches hineinpassen.",
  },
  "queue.momentum": {
    label: "Momentum der Queue",
    tooltip:
      "Anteil der eigenen Gewichte, den der Encoder hinter der Queue in einem Schritt behält; der Rest kommt vom trainierten.",
  },
  seeds: {
    label: "Seeds",
    tooltip:
      "Wiederholungen jedes Arms. Jeder Seed hat eigene Anfangsgewichte, Batches und Augmentierungen, und alle Arme eines Seeds teilen sie; Unterschiede sind also gepaart. Für ein Intervall braucht es mindestens zwei Seeds.",
  },
  steps: {
    label: "Schritte",
    tooltip: "Aktualisierungen bis zum Ende des Laufs.",
  },
  seed: {
    label: "Erster Seed",
    tooltip: "Nummer der ersten Wiederholung; dieselbe Nummer ergibt bitgenau denselben Lauf.",
  },
  "stop.patience": {
    label: "Messungen ohne Fortschritt",
    tooltip:
      "Der Lauf endet, wenn so viele Messungen der Metrik in Folge keinem Arm ein besseres Mittel über seine Seeds brachten als zuvor. 0: nie. Dieselben Einstellungen stoppen wieder beim selben Schritt.",
    name: "Stopp ohne Fortschritt",
  },
  "stop.target": {
    label: "Ziel jedes Arms",
    tooltip:
      "Der Lauf endet, sobald jeder Arm diesen Wert der Metrik bei irgendeiner Messung erreicht hat, im Mittel über seine Seeds; ein schnellerer Arm wartet also auf die anderen. Eine Genauigkeit ist ein Anteil: 0,9 ist 90 %. 0: nie.",
    name: "Stopp bei einem Ziel",
  },
  "stop.metric": {
    options: metricLabels(metrics),
    label: "Metrik für beides",
    tooltip:
      "Woran sich Ziel und Fortschritt bemessen. Genauigkeiten und Ränge werden bei jeder Auswertung gemessen, Gradienten bei jeder Gradientensonde. Eine Metrik ohne Werte, etwa eine Genauigkeit bei Daten ohne Labels, beendet nie einen Lauf.",
    name: "Metrik für den Stopp",
  },
  "stop.minutes": {
    label: "Minuten Training",
    tooltip:
      "Der Lauf endet nach so vielen Minuten Training und Messen; Pausen zählen nicht. 0: nie. Wo das ist, hängt vom Rechner ab; ein wiederholter Lauf kann also bei einem anderen Schritt enden.",
    name: "Stopp nach Minuten",
  },
  "optimizer.id": {
    label: "Optimierer",
    tooltip:
      "Adam teilt jeden Gradienten durch seine übliche Größe, was einen verschwindenden Gradienten verbirgt; SGD tut das nicht.",
    options: {
      adam: "Adam",
      sgd: "SGD",
      lars: "LARS",
    },
  },
  "optimizer.learningRate": {
    label: "Lernrate",
    tooltip: "Größe einer Aktualisierung. Ein Arm kann seine eigene haben.",
  },
  "optimizer.rateRule": {
    label: "Rate und Batchgröße",
    tooltip:
      "Wie die Lernrate der Batchgröße folgt. Gar nicht, proportional (Goyal et al., 2017) oder mit ihrer Quadratwurzel, was SimCLR bei kleinen Batches besser fand. Gilt auch für die eigenen Raten der Arme.",
    options: {
      fixed: "Fest",
      linear: "Linear",
      squareRoot: "Quadratwurzel",
    },
  },
  "optimizer.referenceBatch": {
    label: "Referenzbatch",
    tooltip: "Batchgröße, für die die Lernrate gemeint ist.",
  },
  "optimizer.matchGradientNorm": {
    label: "Gradientennormen angleichen",
    tooltip:
      "Bringt den Gradienten jedes Arms auf die Länge dessen des ersten Arms, Seed für Seed und Schritt für Schritt: zu vergleichen bleibt ihre Richtung. Für SGD; Adam und LARS teilen durch die Größe des Gradienten, was eine solche Skalierung aufhebt.",
  },
  "optimizer.momentum": {
    label: "Momentum",
    tooltip: "Anteil der letzten Aktualisierung, den SGD behält.",
  },
  "optimizer.trustCoefficient": {
    label: "Vertrauenskoeffizient",
    tooltip: "LARS gibt der Aktualisierung jeder Gewichtsmatrix diesen Anteil der Länge der Matrix, mal der Lernrate.",
  },
  "optimizer.beta1": {
    label: "β1",
    tooltip: "Abklingfaktor von Adams Mittel des Gradienten.",
  },
  "optimizer.beta2": {
    label: "β2",
    tooltip: "Abklingfaktor von Adams Mittel des quadrierten Gradienten.",
  },
  "optimizer.epsilon": {
    label: "ε",
    tooltip: "Wird zu Adams Nenner addiert: kleinere Gradienten zählen nicht mehr voll.",
  },
  "optimizer.weightDecay": {
    label: "Weight Decay",
    tooltip:
      "Zug der Gewichte zur Null: bei Adam getrennt vom Gradienten (AdamW), bei SGD und LARS als Teil davon. LARS lässt Biases und die Zahlen einer Normierung aus.",
  },
  "optimizer.schedule.id": {
    label: "Zeitplan",
    tooltip: "Wie sich die Lernrate im Lauf ändert.",
    options: {
      constant: "Konstant",
      cosine: "Kosinus",
    },
  },
  "optimizer.schedule.warmupSteps": {
    label: "Warm-up",
    tooltip: "Schritte, über die die Lernrate von null ansteigt.",
  },
  "encoder.id": {
    label: "Encoder",
    tooltip: "Das Netz, das aus einem Beispiel Merkmale macht. Die faltenden brauchen Bilder.",
    options: {
      mlp: "MLP",
      convnet: "Convnet",
      resnet: "ResNet",
    },
  },
  "encoder.width": {
    label: "Breite",
    tooltip:
      "Einheiten einer verborgenen Schicht; Kanäle der ersten Faltung, verdoppelt, sooft die Bildseiten halbiert werden.",
  },
  "encoder.depth": {
    label: "Tiefe",
    tooltip: "Verborgene Schichten oder Faltungen.",
  },
  "encoder.depth.resnet": {
    label: "Tiefe",
    tooltip:
      "Wie viele Schichten das Netz hat, nach der Zählung seiner Veröffentlichung. Von He et al. (2016): 8 und 14 haben drei Stufen, wie deren Netze für CIFAR; 10 und 18 haben vier, und Breite 64 macht sie zu ResNet-10 und ResNet-18.",
  },
  "encoder.norm": {
    label: "Normierung",
    tooltip:
      "Nach jeder Schicht des Encoders, an der Stelle ihres Bias. Gruppe: innerhalb eines Beispiels, über etwa acht Kanäle. Batch: über die ersten Ansichten eines Batches und über die zweiten, mit laufenden Statistiken, wenn die Lerner gemessen werden.",
    options: {
      none: "Keine",
      group: "Gruppe",
      batch: "Batch",
    },
  },
  "encoder.projection": {
    label: "Größe des Embeddings",
    tooltip: "Dimensionen des Embeddings, das verglichen wird. Bei 2 ist der Kreis selbst zu sehen.",
  },
  sections: {
    data: "Daten",
    augmentation: "Augmentierung",
    training: "Training",
    stopping: "Vorzeitig stoppen",
    optimizer: "Optimierer",
    encoder: "Encoder",
    measuring: "Messen",
    device: "Gerät",
  },
  "dataset.id": {
    options: {
      points: "Punkte in der Ebene",
      glyphs: "Glyphen",
      files: "Eigene Dateien",
      url: "Von einer Adresse",
      public: "Veröffentlichter Satz",
    },
  },
};
