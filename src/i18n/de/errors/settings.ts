import type { Catalog } from "../../catalog";

/** What is wrong with settings, addresses and formulas. */
export const settingErrors: Pick<
  Catalog,
  | "errors.config"
  | "errors.configText"
  | "errors.address"
  | "errors.linked"
  | "errors.augmentations"
  | "errors.models"
  | "errors.phi"
  | "errors.bound"
  | "errors.precision"
  | "errors.sweep"
  | "errors.panels"
  | "errors.lesson"
  | "errors.locks"
  | "errors.filter"
> = {
  "errors.config": {
    nothing: "",
    line: "{path}: {problem}",
    lines: "{first}\n{other}",
    reasons: "{first}; {other}",
    noField: "dieses Feld gibt es nicht",
    noFieldNear: "dieses Feld gibt es nicht; gemeint vielleicht {near}?",
    noPreset: 'die Vorlage "{id}" gibt es nicht; erlaubt sind {allowed}',
    noFieldBut: "dieses Feld gibt es nicht; erlaubt sind {allowed}",
    atLeast: "muss mindestens {limit} sein",
    atMost: "darf höchstens {limit} sein",
    oneOf: "muss eines von {allowed} sein",
    whole: "muss eine ganze Zahl sein",
    ofType: "muss vom Typ {type} sein",
    trueOrFalse: "muss true oder false sein",
    number: "muss eine Zahl sein",
    numberWithin: "muss eine Zahl von {low} bis {high} sein",
    armLeftOut: '"{arm}" wurde weggelassen: {reasons}',
    armField: "{path} {problem}",
    notLive: "Ein Lauf kann nicht unterwegs ein anderes {fields} übernehmen: dafür einen neuen starten.",
    noNegatives:
      "ein Batch von 1 hat keine Negativen: der Verlust vergleicht ein Beispiel mit den anderen seines Batches, also mindestens 2",
    colour: "eine Farbe wird #rrggbb geschrieben",
    fineTuneOff: "muss 0 sein, solange evaluation.every 0 ist, was jede Auswertung ausschaltet",
    needsImages: "der Encoder {encoder} braucht Bilder; für Punkte {other} nehmen",
    neighbors: "darf höchstens evaluation.trainSamples ({limit}) sein",
    batch: "darf höchstens dataset.samples ({samples}) sein: ein Batch wird ohne Zurücklegen gezogen",
    batchBesideValidation:
      "darf höchstens {limit} sein, dataset.samples ({samples}) ohne die zur Validierung zurückgehaltenen: ein Batch wird ohne Zurücklegen gezogen",
    matchedByOwnSize:
      "{optimizer} teilt einen Gradienten durch seine eigene Größe, was optimizer.matchGradientNorm aufheben würde; sgd nehmen",
    matchedAlone:
      "gibt den Gradienten der anderen Arme die Länge dessen des ersten, und es gibt nur einen Arm; false nehmen oder zwei Arme",
    temperatureBounds: "darf höchstens temperatureRule.maximum ({limit}) sein",
    queueOfBatches:
      "muss 0 sein (keine Queue), wo Arme eigene Batchgrößen haben: in jedem Schritt kommen die Schlüssel einer einzigen Batchgröße hinein",
    queueSize:
      "muss 0 (keine Queue) oder mindestens batchSize ({batchSize}) sein: die Schlüssel eines ganzen Batches kommen in jedem Schritt hinein",
    essTarget:
      "muss über 1/{negatives} liegen, dem Anteil eines der {negatives} Negativen in einem Batch von {batchSize}, unter den keine Temperatur kommt; ein höheres Ziel nehmen oder eine batchSize von mindestens {smallestBatch}",
    stopUnmeasured:
      "{metric} wird nicht gemessen, solange {setting} 0 ist; eine andere stop.metric nehmen oder 0 für stop.target und stop.patience",
    stopTarget: "darf höchstens {limit} sein: {metric} kann nicht mehr erreichen",
    smallestBatch: "muss für {objective} mindestens {limit} sein: {reason}",
    precision:
      "muss für {objective} float32 sein: niedrige Präzision wird für Verluste aus Ähnlichkeiten nachgebildet, und dieser hat keine",
    ofObjective: "{objective} {problem}",
    temperature:
      "muss von temperatureRule.minimum bis temperatureRule.maximum ({low} bis {high}) reichen, wo die Temperatur {rule, select, learned {gelernt} other {geregelt}} ist",
    noTemperature:
      "verwendet die Temperatur nicht; für diesen Arm fixed nehmen, oder eine Zielfunktion aus Kosinus / Temperatur wie infoNce",
    movingFloor:
      "hat einen Boden, der sich bei jeden Ähnlichkeiten mit der Temperatur bewegt, was ihr Gradient nicht zeigt; für diesen Arm fixed nehmen, oder infoNce",
    controlledByQueue:
      "lässt sich nicht regeln: der Regler misst die Negativen eines Batches, und der Verlust nimmt seine aus einer Queue; learned oder scheduled nehmen, oder queue.size 0",
    otherNegatives:
      "lässt sich nicht regeln: der Regler misst die Negativen unter allen Ansichten eines Batches, und der Verlust hat andere; learned oder scheduled nehmen, oder infoNce oder flatNce",
    noQueue:
      "{objective} kann seine Negativen nicht aus einer Queue nehmen: {reason}; infoNce oder flatNce nehmen, oder queue.size 0",
    queueOfPairs: "es ist ein Verlust der Ähnlichkeiten innerhalb eines Batches",
    queueOfEmbeddings: "es ist ein Verlust der Embeddings eines Batches, ohne Negative",
    queueOfLabels: "es vergleicht gar keine Embeddings",
    queueOfMemory:
      "seine Mittel über viele Batches sind die der Negativen eines Batches, und eine Queue bringt selbst die vieler Batches",
    queueOfVectors: "eine Queue enthält Einheitsvektoren, verglichen durch Kosinus / Temperatur",
    queueOfViews: "welche Ansichten eines Batches seine Negativen sind, macht es aus, und eine Queue hat keine davon",
    foreignOption: "{objective} hat diese Option nicht; sie gehört zu {owners}",
    noPhi: "{objective} ist keine einzutippende Funktion; dafür custom nehmen",
    phi: "{problem} (bei Zeichen {at} von {phi})",
  },
  "errors.configText": {
    value: "hier wird ein Wert erwartet",
    name: "hier wird ein Name in doppelten Anführungszeichen erwartet",
    colon: "hier wird ein Doppelpunkt erwartet",
    nextInObject: "hier wird ein Komma oder } erwartet",
    nextInList: "hier wird ein Komma oder ] erwartet",
    comma: "auf dieses Komma folgt nichts; JSON hat keines vor einer schließenden Klammer",
    quotes: "Texte stehen in JSON in doppelten Anführungszeichen",
    text: "dieser Text endet nicht auf seiner Zeile oder hat ein Zeichen, das JSON maskiert schreibt",
    number: "das ist keine Zahl in JSON",
    end: "nach dem Ende darf nichts folgen",
    deep: "das ist zu tief verschachtelt",
  },
  "errors.linked": {
    version: "hat eine Version, die diese Seite nicht kennt; sie kennt {known}",
    tooLong: "hat {n, number} Zeichen; gelesen werden höchstens {most, number}",
    alphabet: "hat Zeichen, die darin nicht stehen können; der Link wurde unterwegs verändert",
    cut: "endet zu früh; der Link wurde unterwegs abgeschnitten",
    rest: "geht nach dem Ende weiter; der Link wurde unterwegs verändert",
    damaged: "sagt, was nicht sein kann; der Link wurde unterwegs verändert",
    noMetric: "gehört zu einer Metrik „{id}“, die es nicht gibt",
  },
  "errors.address": {
    tooMany: "Die Adresse hat {n, number} Felder, von denen die ersten {most, number} gelesen werden",
    tooLong: "ist länger als {most, number} Zeichen und wird nicht gelesen",
    noLab: 'das Labor "{id}" gibt es nicht; erlaubt sind {allowed}',
    oneOf: "muss eines von {allowed} sein",
    whole: "muss eine ganze Zahl von {low} bis {high} sein",
    number: "muss eine Zahl von {low} bis {high} sein",
    fields: "{n, plural, one {1 Feld} other {# Felder}} insgesamt:",
    trueOrFalse: "muss true oder false sein",
  },
  "errors.augmentations": {
    crop: "muss mindestens augmentation.minScale ({limit}) sein, der kleinste Anteil der Fläche, den ein Ausschnitt behält",
  },
  "errors.models": {
    needsImages:
      "Der Encoder {encoder} braucht Bilder, aber diese Beispiele sind Punkte aus {size, plural, one {1 Zahl} other {# Zahlen}}: den Encoder {other} wählen.",
    tooDeep:
      "Ein Convnet der Tiefe {depth} ist für Bilder von {height} x {width} Pixeln zu tief, da jede Faltung die Seiten halbiert: eine Tiefe von höchstens {deepest} wählen oder den Encoder mlp.",
  },
  "errors.phi": {
    tooLong: "Das hat {length} Zeichen; höchstens {most} sind erlaubt.",
    empty: "Eine Funktion von v eingeben, zum Beispiel log(1 + exp(v)).",
    noOperator: "Zwischen {first} und {second} einen Operator schreiben, * für ein Produkt.",
    unexpected: "Unerwarteter Operator {text}.",
    misplaced: "{text} kann hier nicht stehen.",
    noValue: "Hier fehlt ein Wert.",
    ended: "Der Ausdruck hört unerwartet auf.",
    unclosed: "Hier fehlt die Klammer ).",
    tooLarge: "{number} ist größer, als float32 fassen kann, nämlich 3,4 · 10³⁸.",
    allowed: "Erlaubt sind Zahlen, v, e, pi, + - * / ^, Klammern und die Funktionen {functions}.",
    noMeaning: "{text} hat hier keine Bedeutung. {allowed}",
    needsCall: "{name} ist eine Funktion: ihr Argument in Klammern schreiben, zum Beispiel {name}(v).",
    needsArgument: "{name} braucht ein Argument, zum Beispiel {name}(v).",
    unknown: "{name} ist nicht bekannt. {allowed}",
    noFunction: "{name} ist keine Funktion. Für ein Produkt {name} * ( ... ) schreiben.",
    tooDeep: "Mehr als {most} ineinander geschachtelte Klammern.",
    tooCostly:
      "Das oder seine Ableitung ist zu lang, wenn seine Potenzen ausgeschrieben sind: höchstens {operations} Operationen, {depth} ineinander, sind erlaubt.",
    power: "Nur eine positive Zahl kann mit einem Exponenten potenziert werden, der von v abhängt.",
    noOperation: "{name} ist keine Operation von phi.",
    infinite: "Das ist keine endliche Zahl in float32, das bei 3,4 · 10³⁸ endet.",
    range: "Sie muss für v = {lowest} ... {highest} endlich und wachsend sein.",
    falls: "phi'(v) ist bei v = {v} negativ: der Verlust würde Positive abstoßen. {range}",
    flat: "phi'(v) ist überall 0: es gäbe nichts zu lernen. Etwas schreiben, das mit v wächst.",
    notFinite: "{what} ist bei v = {v} keine endliche float32-Zahl: {why}. {range}",
    domain:
      "log, sqrt und nicht ganzzahlige Potenzen oder solche über {most} brauchen ein positives Argument, wie 1 + exp(v)",
    overflow: "float32 endet bei 3,4 · 10³⁸",
    ofText: "{text}: {problem}",
  },
  "errors.bound": {
    belowSmallest: "darf nicht unter dem kleinsten liegen",
    tooLarge:
      "Ein gemeinsamer Kritiker mit K = {k} Kandidaten braucht {needed} am Stück, aber dieses Gerät hält höchstens {held}. Ein kleineres K, eine kleinere Breite oder einen separablen Kritiker nehmen.",
  },
  "errors.precision": {
    aboveSmallest: "muss über dem kleinsten ξ liegen",
  },
  "errors.sweep": {
    fixedArms: "jede Zelle hat alle Arme",
    fixedSeeds: "jede Zelle hat dieselben Seeds, damit Zellen vergleichbar sind",
    fixedBackend: "der ganze Sweep läuft auf einem Backend",
    fixedData: "Arten von Daten haben eigene Einstellungen; für jede einen Sweep ausführen",
    sameAxis: "muss eine andere Einstellung als x.path sein",
    cannotBe: "kann nicht {path} sein: {reason}",
    noSetting: 'muss eine Einstellung des Experiments sein, wie batchSize, nicht "{path}"',
    trueOrFalse: "muss true oder false sein",
    equalValues: "müssen voneinander verschieden sein",
    noFiles:
      "können keine Dateien sein: ein Sweep geht nach dem Neuladen weiter, wenn sie weg sind; eine Adresse angeben oder andere Daten",
    twoArms: "müssen mindestens zwei sein, um verglichen zu werden",
    belowArms: "muss unter {arms} liegen, der Zahl der Arme",
    sameArm: "muss ein anderer Arm als armA sein",
    tooFew:
      "rates.rule: ein Batch von {batchSize} lässt von {count, plural, one {1 Trainingsbeispiel} other {# Trainingsbeispielen}} zu wenige, um eine Lernrate zu wählen; einen kleineren Batch, mehr Beispiele oder feste Raten nehmen",
    otherLab: "muss sweep sein: das Dokument ist von einem anderen Labor",
    stray: "gehört zu keiner Zelle, keinem Arm und Seed der Konfiguration des Dokuments",
    otherSweep: "{name} ist von einem anderen Sweep als {other}: {path} ist {value}, nicht {before}.",
    doubled:
      "{one} und {other} haben verschiedene Zahlen desselben Lerners (x {x}, y {y}, Arm {arm}, Seed {seed}): nur eine davon kann zusammengeführt werden.",
    matched: "matched braucht base.optimizer.id sgd: {optimizer} teilt einen Gradienten durch seine eigene Größe",
  },
  "errors.panels": {
    noPanel: 'den Bereich "{name}" gibt es nicht, er wird weggelassen; es gibt {allowed}',
    noControl:
      'das Bedienelement "{name}" gibt es nicht, es wird weggelassen; es gibt {allowed} und die Pfade der Einstellungen',
    nothing: "nennt nichts",
  },
  "errors.lesson": {
    version: "die Lektion hat Version {version}, die hier nicht bekannt ist: gezeigt wird, was davon bekannt ist",
    tooLong: "hat {n, number} Zeichen; die ersten {limit, number} werden gezeigt",
    zoom: "müssen zwei Zahlen sein, die erste unter der zweiten, wie in 0,400",
    predict: "muss between:metric:arm:arm oder growth:metric:arm sein, mit Armen nach ihren Plätzen von 0 bis {last}",
    noMetric: 'die Metrik "{id}" gibt es nicht',
    sameArm: "muss zwei verschiedene Arme nennen",
  },
  "errors.locks": {
    locked: "{names}: wer diese Seite oder diesen Link gemacht hat, möchte, dass es so bleibt.",
  },
  "errors.filter": {
    noField:
      "{name} ist keine Einstellung oder Metrik: {problem}. Vergleichen lassen sich: Einstellungen nach ihrem Pfad (batchSize, optimizer.learningRate), Metriken nach ihrer Kennung (gradientNoise) und {words}.",
    severalFields: "{name} kann jedes von {fields} sein: ausschreiben, welches.",
    noValue: "Es gibt nichts, womit {name} zu vergleichen wäre: nach {operator} einen Wert schreiben.",
    noNumber: "Nach {operator} kann nur eine Zahl stehen, und {value} ist keine.",
    noState: "is: kennt {allowed}, nicht {value}.",
    noWord: "Nach {key} steht nichts.",
    noEnd: "Dem Anführungszeichen fehlt das schließende.",
  },
};
