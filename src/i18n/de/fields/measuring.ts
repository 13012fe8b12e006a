/** Rows of augmentation, measuring and device. */
export const measuringFields = {
  "augmentation.strength": {
    label: "Stärke",
    tooltip:
      "Wie schwer die zwei Ansichten eines Beispiels einander zuzuordnen sind. 1 ist das Rezept von SimCLR. Schwache Augmentierung macht Positive leicht, und leichte Positive lassen den Gradienten von InfoNCE verschwinden.",
  },
  "augmentation.minScale": {
    label: "Kleinster Ausschnitt",
    tooltip: "Kleinster Anteil der Fläche, den ein zufälliger Ausschnitt behält.",
  },
  "augmentation.maxScale": {
    label: "Größter Ausschnitt",
    tooltip: "Größter Anteil der Fläche, den ein zufälliger Ausschnitt behält.",
  },
  "augmentation.maxAspect": {
    label: "Seitenverhältnis",
    tooltip: "Größtes Seitenverhältnis eines Ausschnitts.",
  },
  "augmentation.probability": {
    label: "Wahrscheinlichkeit",
    tooltip: "Dass es mit einer Ansicht geschieht.",
  },
  "augmentation.flip": {
    name: "Spiegelung",
  },
  "augmentation.angle": {
    label: "Größter Winkel",
    tooltip: "In beide Richtungen, in Grad.",
  },
  "augmentation.rotation": {
    name: "Drehung",
  },
  "augmentation.jitter": {
    name: "Farbvariation",
  },
  "augmentation.change": {
    label: "Größte Änderung",
    tooltip:
      "Wie sehr eine Ansicht nach oben oder unten geändert werden darf. Ein Faktor wird gleichverteilt gezogen, von 1 minus bis 1 plus diese Zahl.",
  },
  "augmentation.brightness": {
    name: "Helligkeit",
  },
  "augmentation.contrast": {
    name: "Kontrast",
  },
  "augmentation.saturation": {
    name: "Sättigung",
  },
  "augmentation.turn": {
    label: "Größte Drehung",
    tooltip:
      "Wie weit die Farben in beide Richtungen gedreht werden dürfen. In Umläufen des Farbkreises; 0,5 erreicht jeden Farbton.",
  },
  "augmentation.hue": {
    name: "Farbton",
  },
  "augmentation.grey": {
    name: "Graustufen",
  },
  "augmentation.blur": {
    name: "Weichzeichnung",
  },
  "augmentation.maxBlur": {
    label: "Stärkste Weichzeichnung",
    tooltip: "Größte Standardabweichung der Weichzeichnung in Pixeln. Die kleinste ist 0,1.",
  },
  "augmentation.deviation": {
    label: "Standardabweichung",
    tooltip: "Des Rauschens: bei Bildern in Einheiten des vollen Bereichs, bei Punkten in denen der Daten.",
  },
  "augmentation.noise": {
    name: "Rauschen",
  },
  "augmentation.cutout": {
    name: "Cutout",
  },
  "augmentation.cutoutSide": {
    label: "Seite des Quadrats",
    tooltip:
      "Als Anteil der kürzeren Bildseite. Seine Mitte kann jedes Pixel sein, das Quadrat also teils außerhalb liegen.",
  },
  "gradientProbe.every": {
    label: "Gradientensonde alle",
    tooltip:
      "Schritte zwischen zwei Messungen, wie sehr sich der Gradient von Batch zu Batch ändert. 0 schaltet sie aus.",
  },
  "gradientProbe.microBatches": {
    label: "Neue Batches je Sonde",
    tooltip: "Mehr Batches geben eine schärfere Schätzung und dauern länger.",
  },
  "gradientProbe.common": {
    label: "Bei gemeinsamen Gewichten vergleichen",
    tooltip:
      "Jede Sonde nimmt auch den Gradienten jedes Arms bei den Gewichten des ersten Arms, wo sich nur die Zielfunktion unterscheidet; sie dauert doppelt so lange.",
  },
  "evaluation.every": {
    label: "Auswertung alle",
    tooltip: "Schritte zwischen zwei Auswertungen auf zurückgehaltenen Beispielen. 0 schaltet sie aus.",
  },
  "evaluation.trainSamples": {
    label: "Beispiele mit Label",
    tooltip: "Trainingsbeispiele, deren Labels kNN und lineare Sonde verwenden dürfen.",
  },
  "evaluation.testSamples": {
    label: "Zurückgehaltene Beispiele",
    tooltip: "Beispiele, auf denen die Genauigkeit gemessen wird.",
  },
  "evaluation.knn.k": {
    label: "Nachbarn",
    tooltip: "Nächste Nachbarn, die abstimmen.",
  },
  "evaluation.knn.temperature": {
    label: "Temperatur der Abstimmung",
    tooltip: "Wie viel mehr nähere Nachbarn zählen.",
  },
  "evaluation.linearProbe.search": {
    label: "Ridge-Term wählen",
    tooltip:
      "Wählt den Strafterm der linearen Sonde auf einem Teil der Beispiele mit Label. Er wird von 0,0001 bis 1 auf einem Fünftel davon probiert; die zurückgehaltenen sind nicht beteiligt.",
  },
  "evaluation.linearProbe.ridge": {
    label: "Ridge-Term",
    tooltip: "Strafterm der linearen Sonde auf standardisierten Merkmalen.",
  },
  "evaluation.validation": {
    label: "Validieren",
    tooltip:
      "Misst die Genauigkeit auf Beispielen, die der Trainingsmenge entnommen sind, höchstens einem Fünftel davon, statt auf Testbeispielen. So Einstellungen wählen; dann ausschalten und die Testbeispiele einmal ansehen.",
  },
  "evaluation.fineTune.steps": {
    label: "Fine-Tuning-Schritte",
    tooltip:
      "Am Ende des Laufs werden eine Kopie jedes Encoders und ein neuer linearer Klassifikator so viele Schritte mit Labels trainiert, mit Optimierer und Augmentierung des Laufs. 0 schaltet es aus. Eine Pause dabei beendet es ohne Ergebnis.",
  },
  "evaluation.fineTune.samples": {
    label: "Beispiele zum Fine-Tuning",
    tooltip: "Trainingsbeispiele, deren Labels das Fine-Tuning verwenden darf.",
  },
  "evaluation.fineTune.learningRate": {
    label: "Rate des Fine-Tunings",
    tooltip: "Konstante Lernrate des Encoders und seines Klassifikators beim Fine-Tuning.",
  },
  backend: {
    label: "Backend",
    tooltip:
      "Was rechnet. Automatisch nimmt das schnellste, das wirklich eine GPU ist, sonst die CPU über WebAssembly.",
    options: {
      auto: "Automatisch",
      webgpu: "WebGPU",
      webgl: "WebGL",
      wasm: "WASM (CPU)",
      cpu: "Reines JavaScript (CPU)",
    },
  },
  kernels: {
    label: "Kernel",
    tooltip:
      "Fusionierte, für diese Seite geschriebene Programme, oder die einfachen Operationen, an denen sie gemessen werden und die um ein Vielfaches langsamer sind. Auf WebGPU und WASM; die einfachen sind die von TensorFlow.js.",
    options: {
      fused: "Fusioniert",
      reference: "Referenz",
    },
  },
  captured: {
    label: "Schritte wiedergeben",
    tooltip:
      "Aufzeichnen, was ein Schritt von der GPU oder von WebAssembly verlangt, und es erneut verlangen, statt das JavaScript auszuführen, das dorthin führt.",
  },
};
