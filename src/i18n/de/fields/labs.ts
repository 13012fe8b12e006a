import { metricLabels } from "../../metricLabels";
import { metrics } from "../metrics";

/** Rows of the labs. */
export const labFields = {
  "advice.place": {
    label: "Wo wirst du trainieren?",
    tooltip:
      "Davon hängt der Batch ab, für den die Antwort gilt. Ein Browser bewältigt kleinere in vernünftiger Zeit; welcher getestet wird, steht unten und in der Antwort.",
    options: {
      device: "Laptop oder Telefon, Batch 32",
      gpu: "eine GPU, Batch 128",
      several: "mehrere GPUs, Batch 512",
      own: "mit anderem Batch",
    },
  },
  "advice.batchSize": {
    label: "Dein Batch",
    tooltip: "Bilder oder Zeilen in einem Batch; jede hat zwei Ansichten.",
  },
  "advice.aim": {
    label: "Worauf kommt es an?",
    tooltip:
      "Genauigkeit eines linearen Klassifikators auf den eingefrorenen Merkmalen oder der nächsten Nachbarn darin; oder wie viel des Laufs bis zu neun Zehnteln der Genauigkeit vergeht, die beide Verluste gewinnen.",
    options: {
      probe: "linearer Klassifikator",
      knn: "nächste Nachbarn",
      steps: "weniger Schritte",
    },
  },
  "advice.effort": {
    label: "Wie gründlich?",
    tooltip:
      "Wie lange die Antwort dauern darf. Schnell: 200 Schritte, kleine Batches. Normal: 400 Schritte (500 bei Bildern). Gründlich: 2.000 Schritte (1.500 bei Bildern) und größere Batches; auf einer GPU.",
    options: {
      quick: "schnell",
      normal: "normal",
      thorough: "gründlich",
    },
  },
  "advice.seeds": {
    label: "Seeds der Antwort",
    tooltip: "Wiederholungen, über die ihr Intervall geht. Mehr davon machen es schmaler; eine einzige hat keines.",
  },
  "advice.seed": {
    label: "Erster Seed",
    tooltip: "Dieselbe Nummer gibt auf demselben Gerät dieselbe Antwort.",
  },
  "bound.critic": {
    label: "Kritiker",
    tooltip:
      "Was bewertet, wie gut zwei Vektoren zusammenpassen: der bestmögliche Richter oder ein Netz, das einer zu werden lernt. Der beste ist das wahre Log-Dichteverhältnis; ein Netz nimmt beide Vektoren zugleich auf allen K² Paaren oder multipliziert zwei Embeddings.",
    options: {
      oracle: "Orakel",
      joint: "Gemeinsam",
      separable: "Separabel",
    },
  },
  "bound.objective": {
    label: "Trainiert mit",
    tooltip:
      "Der Verlust des Kritikers. JSD trainiert ein Log-Verhältnis, das dann die Schätzung von NWJ liest; FLO trainiert auch u.",
    options: {
      infoNce: "InfoNCE",
      flatNce: "FlatNCE",
      flo: "FLO",
      nwj: "NWJ",
      dv: "DV",
      jsd: "JSD / SMILE",
    },
  },
  "bound.bounded": {
    label: "Begrenzte Werte",
    tooltip:
      "Hält die Werte des Kritikers in einem Bereich. Sie bleiben innerhalb von ±1/τ: Kosinus (separabel) oder ein tanh (gemeinsam).",
  },
  "bound.temperature": {
    label: "Temperatur τ",
    tooltip: "Legt die Grenze der Werte fest.",
  },
  "bound.statistic": {
    label: "Tabelle zeigt",
    tooltip: "Was die Tabelle von den Schätzungen zeigt. Der mittlere quadratische Fehler ist Bias² + Abweichung².",
    options: {
      mean: "Mittel",
      median: "Median",
      bias: "Bias",
      sd: "Abweichung",
      mse: "Mittlerer quadratischer Fehler",
    },
  },
  "bound.miFrom": {
    label: "Kleinste TI",
    tooltip: "Transinformation in Nats.",
  },
  "bound.miTo": {
    label: "Größte TI",
    tooltip: "Transinformation in Nats; dort endet die Treppe.",
  },
  "bound.levels": {
    label: "Stufen",
    tooltip: "Werte der Transinformation vom kleinsten bis zum größten: je ein Diagramm oder je eine Stufe der Treppe.",
  },
  "bound.kFrom": {
    label: "Kleinstes K",
    tooltip: "Kandidaten je Paar, darunter der Partner; bis zum größten verdoppelt.",
  },
  "bound.kTo": {
    label: "Größtes K",
    tooltip: "Höchste Zahl von Kandidaten je Paar. Ein trainierter Kritiker wird für jedes K neu trainiert.",
  },
  "bound.dimensions": {
    label: "Dimensionen d",
    tooltip: "Jedes der zwei Vektoren.",
  },
  "bound.batches": {
    label: "Batches",
    tooltip:
      "Wie oft jede Zelle der Tabelle gemessen wird. Jenseits von K = 128 sind es weniger Batches, da sie mehr kosten und weniger schwanken.",
  },
  "bound.steps": {
    label: "Schritte je Stufe",
    tooltip: "Aktualisierungen des Kritikers auf jeder Stufe der Treppe.",
  },
  "bound.learningRate": {
    label: "Lernrate",
    tooltip: "Von Adam.",
  },
  "bound.width": {
    label: "Breite",
    tooltip: "Einheiten der zwei verborgenen Schichten.",
  },
  "bound.seed": {
    label: "Seed",
    tooltip: "Der Paare und der Anfangsgewichte.",
  },
  "precision.measure": {
    label: "Fehler von",
    tooltip:
      "Welches Ergebnis des Verlusts auf Rundung geprüft wird. Der Gradient auf das Logit des Positiven, der Gradient, der das Embedding des Ankers erreicht, oder der Wert des Verlusts (der von FlatNCE ist immer 1).",
    options: {
      positive: "Positives",
      anchor: "Anker",
      value: "Verlust",
    },
  },
  "precision.xiFrom": {
    label: "Kleinstes ξ",
    tooltip:
      "Wie gut die besten Anker gelöst sind. ξ ist die Summe von e hoch negatives minus positives Logit: klein für einen gelösten Anker.",
  },
  "precision.xiTo": {
    label: "Größtes ξ",
    tooltip: "Wie unsicher die schlechtesten Anker sind. Über 1 gewinnen die Negativen.",
  },
  "precision.stepsPerDecade": {
    label: "Punkte je Dekade",
    tooltip:
      "Wie dicht die Kurven gemessen werden. In Punkten von ξ je Zehnerpotenz; jeder ist ein Median über 32 Anker.",
  },
  "precision.seed": {
    label: "Seed",
    tooltip: "Zieht die Logits der Negativen.",
  },
  "sweep.base.steps": {
    label: "Schritte",
    tooltip: "Aktualisierungen einer Zelle; bei den anderen Budgets die einer Zelle wie der Basis oder der ersten.",
  },
  "sweep.base.seeds": {
    label: "Seeds",
    tooltip: "Wiederholungen jedes Arms in jeder Zelle. Für ein Intervall braucht es mindestens zwei.",
  },
  "sweep.base.seed": {
    label: "Erster Seed",
    tooltip: "Dieselbe Nummer gibt denselben Sweep, außer bei einem Zeitbudget.",
  },
  "sweep.budget": {
    label: "Gleich für alle Zellen",
    tooltip:
      "Wovon jede Zelle gleich viel bekommt. Schritte; gesehene Beispiele, sodass kleine Batches mehr Schritte machen; oder Zeit: jede Zelle wird nach 8 Schritten Aufwärmen über 24 Schritte gestoppt, ohne ihre Messungen, und trainiert so lange, wie die erste Zelle für ihre Schritte braucht. Die Arme einer Zelle machen immer gleich viele.",
    options: {
      steps: "Schritte",
      samples: "Beispiele",
      time: "Zeit",
    },
  },
  "sweep.rates.rule": {
    label: "Lernraten",
    tooltip:
      "Fest: wie im Basisexperiment. Angeglichen: der Gradient jedes Arms bekommt die Länge dessen des ersten (SGD). Gesucht: in jeder Zelle nimmt jeder Arm das Vielfache seiner Rate mit der besten Genauigkeit der Sonde auf einem dafür zurückgehaltenen Viertel der Trainingsbeispiele; die Testbeispiele haben nichts zu sagen.",
    options: {
      fixed: "fest",
      matched: "angeglichen",
      search: "gesucht",
    },
  },
  "sweep.metric": {
    options: metricLabels(metrics),
    label: "Metrik",
    tooltip: "Was die Karte und die Kurven zeigen, am Ende jeder Zelle.",
  },
};
