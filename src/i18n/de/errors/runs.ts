import type { Catalog } from "../../catalog";

/** What goes wrong with runs, and where they are kept. */
export const runErrors: Pick<
  Catalog,
  | "errors.training"
  | "errors.state"
  | "errors.engine"
  | "errors.worker"
  | "errors.record"
  | "errors.session"
  | "errors.checkpoints"
  | "errors.embed"
  | "errors.export"
  | "errors.pytorch"
  | "errors.imports"
  | "errors.storage"
  | "errors.runs"
  | "errors.labs"
  | "errors.cli"
  | "errors.cliSweep"
> = {
  "errors.training": {
    tooLargeInAll:
      "Alles zusammen würde etwa {size, number} MB belegen, hier werden aber höchstens {most, number} MB belegt. {remedy}",
    largeUnasked: "Es belegt etwa {size, number} MB; so viel belegt ein Link allein nicht.",
    tooLarge:
      "{what} würde {size, number} MB belegen, aber dieses Gerät hält höchstens {most, number} MB am Stück. {remedy}",
    largestBatch: "Die größte passende Batchgröße ist {batch}.",
    fewerLearners:
      "Weniger Seeds oder Arme nehmen (es {learners, plural, one {ist 1 Lerner} other {sind # Lerner}}), weniger Beispiele oder einen kleineren Encoder.",
    fewerLearnersOrKeys:
      "Weniger Seeds oder Arme nehmen (es {learners, plural, one {ist 1 Lerner} other {sind # Lerner}}), weniger Beispiele, eine kürzere Queue oder einen kleineren Encoder.",
    similarities: "Die Ähnlichkeitsmatrix eines Batches",
    views: "Die Menge der Ansichten eines Batches",
    activations: "Die Menge der Aktivierungen eines Batches",
    patches: "Die Menge der Ausschnitte einer Faltung",
    optimizer: "Der Speicher des Optimierers",
    queueSimilarities: "Die Matrix der Ähnlichkeiten zur Queue",
    queue: "Die Queue der Schlüssel",
    memory: "Der Speicher einer Zielfunktion",
    data: "Die Trainingsmenge",
    fewSamples:
      "Ein Batch von {batchSize} Beispielen kann nicht aus {count, plural, one {1 Trainingsbeispiel} other {# Trainingsbeispielen}} gezogen werden: eine Batchgröße von höchstens {count} wählen.",
    noLabels:
      "{objective} wird mit Labels trainiert, und diese Daten haben keine: Daten mit Labels nehmen oder eine andere Zielfunktion für diesen Arm.",
    noSplit: "Der Lauf hat keinen Teil „{split}“; es gibt {splits}.",
    noLearner: "Der Lauf hat keinen Lerner aus Arm {arm} und Seed {seed}; Arme sind 0 bis {arms}, Seeds {seeds}.",
    labelsMeasure:
      "{objective} wird mit Labels trainiert, und die Trainingsbeispiele dieser Daten haben keine; die mit Labels sind zum Messen da. Die ohne Labels auslassen (dataset.interpretation.unlabeled: leaveOut) oder eine andere Zielfunktion für diesen Arm nehmen.",
    fewerSteps: "Der Lauf ist bei Schritt {done}: er kann nicht bei Schritt {steps} enden.",
    noObjective: 'Die Zielfunktion "{id}" gibt es nicht; es gibt {allowed}.',
    ofLabels: "{objective} ist ein Verlust der Labels, nicht der Embeddings: stattdessen einen Arm damit trainieren.",
    noEmbeddings:
      "z1 und z2 müssen [B][D]-Arrays endlicher Zahlen von gleicher Form sein, mit mindestens zwei Beispielen.",
    noQueue: "queue muss ein Array [K][{size}] endlicher Zahlen sein, mit mindestens einem Schlüssel.",
    wrongCheck: "die Selbstprüfung von {objective} ergab {found}, richtig ist {expected}",
    checkFailed: "die Selbstprüfung ist gescheitert: {reason}",
    noTemperature: "Die Temperatur muss eine positive Zahl sein; sie ist {temperature}.",
  },
  "errors.state": {
    wrongStep: "Der Zustand ist von Schritt {step}, aber dieses Experiment hat die Schritte 0 bis {steps}.",
    missing: "Der Zustand hat keinen Tensor {name}, der {expected} sein muss.",
    other: "Der Tensor {name} des Zustands ist {found}, aber dieses Experiment braucht {expected}.",
    unknown:
      "Der Zustand hat einen Tensor {name}, den dieses Experiment nicht hat: Arme, Seeds, Encoder und Optimierer müssen die des Zustands sein.",
  },
  "errors.engine": {
    backends: {
      webgpu: "WebGPU",
      webgl: "WebGL",
      wasm: "WebAssembly",
      cpu: "Das CPU-Backend",
    },
    refusals: "{first} {other}",
    nothing: "Es gibt kein Backend.",
    onlySoftware: "{backend} gibt es nur in Software ({adapter}), was langsamer ist.",
    notStarted: "{backend} ist nicht gestartet.",
    startFailed: "{backend} ist nicht gestartet: {reason}",
    noWebGpu: "WebGPU gibt es hier nicht: es braucht einen neuen Browser und eine sichere Seite (https).",
    noAdapter: "WebGPU fand keinen Grafikadapter, den es verwenden darf.",
    noWebGl: "WebGL 2 gibt es hier nicht.",
    noFloats: "WebGL kann auf diesem Gerät keine 32-Bit-Gleitkommazahlen schreiben, die die Verluste brauchen.",
    noWasm: "WebAssembly gibt es hier nicht.",
    workRefused: "Das Grafikgerät hat eine Arbeit abgelehnt: {reason}",
    outOfMemory:
      "Das Grafikgerät hat keinen Speicher mehr: einen kleineren Batch wählen, weniger Seeds oder Arme, oder einen kleineren Encoder. Seine Worte: {reason}",
    deviceLost: "Das Grafikgerät ging verloren: {reason}",
    lostTooOften: "{backend} hat sein Gerät verloren.",
    largeBatch:
      "Ein Batch von {batchSize} Beispielen kann nicht aus einem Datensatz von {count} gezogen werden: eine Batchgröße von höchstens {count} wählen.",
  },
  "errors.worker": {
    noRun: "Es gibt keinen Lauf, der sich ändern ließe.",
    nothingToExtract: "Es gibt keinen Lauf, dessen Embeddings gespeichert werden könnten.",
    replacedMeanwhile: "Ein anderer Lauf trat an die Stelle dessen, dessen Embeddings gerade gespeichert wurden.",
    ended: "Der Trainings-Worker ist zu Ende gegangen.",
    threw: "Der Trainings-Worker ist abgestürzt: {reason}.",
    silent: "Der Trainings-Worker hat {seconds, number} Sekunden lang nicht geantwortet.",
    wentOn: "{cause} Ein anderer macht ab Schritt {step, number} weiter; von dem, was gemessen wurde, fehlt nichts.",
    wentElsewhere:
      "{cause} Ab Schritt {step, number} rechnet der Lauf auf {backend}; von dem, was gemessen wurde, fehlt nichts.",
    labWentOn: "{cause} Ein anderer macht mit dem weiter, was gemessen ist.",
    gaveUp:
      "{cause} Das geschah dreimal in einer Minute und wird nicht noch einmal versucht. Was gemessen wurde, ist aufbewahrt; nach dem Neuladen lässt sich damit weitermachen.",
    notLoaded:
      "Entweder ist die Verbindung gescheitert, oder es gibt eine neue Version der Seite, die ein Neuladen holt.",
  },
  "errors.record": {
    notFinite:
      "der Verlust war keine endliche Zahl mehr; eine kleinere Lernrate oder eine höhere Temperatur kann helfen",
  },
  "errors.session": {
    notStarted: "Der Lauf konnte nicht gestartet werden.",
    replaced: "Der Lauf wurde durch einen anderen ersetzt, bevor er endete.",
    failed: "Der Lauf ist gescheitert.",
    canceled: "Es wurde auf der Seite abgebrochen.",
    noRun: "Es gibt noch keinen Lauf.",
    lesson: "Die Lektion lässt einen Lauf noch nicht bis zu seinem Ende gehen.",
    noRecord: "Es gibt noch kein Protokoll: der Lauf wurde nicht vorbereitet.",
    notMeasured: "Mit diesen Einstellungen wurde noch nichts gemessen.",
    noLab: 'Das Labor "{id}" gibt es nicht; es gibt {labs}.',
  },
  "errors.checkpoints": {
    noRun: "Es gibt keinen Lauf, von dem ein Checkpoint zu machen wäre.",
    notKept: "Von dem Lauf {id} ist kein Checkpoint aufbewahrt.",
    elsewhere: "Der Lauf {id} ist in einem anderen Tab offen: dort fortsetzen oder jenen Tab zuerst schließen.",
    otherAdapter:
      "Er wurde auf {before} trainiert und geht auf {now} weiter: nicht mehr bitgenau so, wie er gewesen wäre.",
    noFiles:
      "Der Lauf wurde mit deinen Dateien {name} trainiert, die nicht mehr hier sind: wieder ablegen oder wählen, dann den Checkpoint erneut öffnen.",
  },
  "errors.embed": {
    anyOrigin: '"{origin}" wird nicht angenommen: den Ursprung jeder Seite nennen, die mit dem Rahmen sprechen darf',
    noOrigin: '"{origin}" ist kein Ursprung; ein solcher ist wie https://example.org, ohne Pfad',
    unknown: "Diese Nachricht gibt es nicht, oder sie hat nicht Version {version}. {details}",
    notSet: "Die Einstellungen blieben, wie sie waren. {problems}",
    noMetric: 'Die Metrik "{id}" gibt es nicht; es gibt {allowed}.',
    notStarted: "Der Lauf konnte nicht gestartet werden.",
  },
  "errors.pytorch": {
    refused: "Dieses Experiment kann nicht nach PyTorch exportiert werden: {reasons}",
    fineTune: "evaluation.fineTune gehört nicht zum Vortraining und fehlt im Skript: seine Schritte auf 0 setzen.",
    large:
      "Seine Daten belegen {size, number} MB, mehr als {most, number}: mit npm run experiment exportieren, das keine Grenze hat.",
  },
  "errors.export": {
    tooShort: "Die Datei ist zu kurz für eine safetensors-Datei.",
    cutShort: "Die Datei ist keine safetensors-Datei, oder ihr Ende fehlt.",
    noJson: "Der Kopf der safetensors-Datei ist kein JSON.",
    noList: "Der Kopf der safetensors-Datei ist keine Liste von Tensoren.",
    unreadable: "Der Tensor {name} ist nicht lesbar: {path}: {reason}.",
    wrongSize: "Der Tensor {name} hat {found} Byte, aber {dtype} [{shape}] belegt {expected}.",
    noTexts: "Die Metadaten der safetensors-Datei müssen Texte sein.",
    gap: "Der Tensor {name} beginnt nicht dort, wo der davor endet.",
    wrongLength: "Die Tensoren haben zusammen {expected} Byte, die Datei aber {found}.",
    noCheckpoint: "Die Datei enthält Tensoren, aber nicht das Experiment, zu dem sie gehören: sie ist kein Checkpoint.",
    experimentNoJson: "Das Experiment im Checkpoint ist kein JSON.",
    experimentInvalid: "Das Experiment im Checkpoint ist nicht gültig: {problem}",
    bytes: "Der Tensor {name} besteht aus Bytes, die kein Zustand hat.",
    measured: "Was am Lauf gemessen wurde, passt nicht zum Experiment im Checkpoint.",
    runInvalid: "Was der Checkpoint über seinen Lauf sagt, ist nicht gültig.",
    oneArray: "Ein NumPy-Array (.npy) fasst ein Embedding: h oder z wählen, oder ein Archiv von Arrays (.npz).",
    archiveTooLarge:
      "Ein Archiv von Arrays (.npz) fasst 4 GB, und dies wären {size, number} GB: Parquet oder CSV wählen.",
    noPicture: "Der Browser konnte das Bild nicht kodieren.",
    nothingDrawn: "Dort ist noch nichts gezeichnet.",
    noClipboard: "Dieser Browser nimmt keine Bilder in die Zwischenablage; stattdessen das Diagramm speichern.",
  },
  "errors.imports": {
    strangeLearner: "gehört zu keinem Arm und Seed seiner Konfiguration ({arms, number} Arme, {seeds, number} Seeds)",
    noJson: "ist kein JSON: {reason}",
    noneInside: "enthält kein Protokoll eines Laufs",
    noRecord: "{name}: {problem}",
    imported: "{n, plural, one {1 Lauf wurde} other {# Läufe wurden}} importiert.",
    known: "{n, plural, one {1 war} other {# waren}} schon hier.",
    elsewhere:
      "{n, plural, one {1 Lauf ist in einem anderen Tab im Gang und bleibt} other {# Läufe sind in anderen Tabs im Gang und bleiben}}: beim nächsten Speichern käme er ohnehin wieder. Dort löschen, oder sobald er vorbei ist.",
    stays:
      "Der Lauf {id} wurde nicht gelöscht: er ist in einem anderen Tab im Gang, oder der Speicher dieses Browsers verweigert es.",
    left: "{n, plural, one {1 Datei konnte} other {# Dateien konnten}} nicht gelesen werden: {reasons}",
  },
  "errors.storage": {
    silent: "Der Browser antwortet nicht, wenn er nach dem Speicher gefragt wird.",
    blocked: "Ein anderer Tab mit einer älteren Version dieser Seite hält den Speicher: ihn schließen und neu laden.",
    later: "Eine spätere Version dieser Seite hat den Speicher verwendet: neu laden, um mit ihr weiterzumachen.",
    noLab: "nennt kein Labor dieser Version",
  },
  "errors.runs": {
    noColumns: "In dem, was von diesem Lauf gespeichert ist, sind keine Kurven.",
    otherVersion:
      "Die Kurven dieses Laufs wurden von einer anderen Version der Seite geschrieben (Format {version, number}).",
    tooLarge: "Die Kurven dieses Laufs sollen {length, number} Byte haben, mehr als eine Seite fassen kann.",
    cutShort: "Die Kurven dieses Laufs sind abgeschnitten: {found, number} von {length, number} Byte.",
    damaged: "Die Kurven dieses Laufs sind beschädigt: {reason}",
    mismatch: "Die Kurven dieses Laufs passen nicht zu seinen Einstellungen.",
    none: "Dieser Lauf wurde ohne seine Kurven aufbewahrt: von ihm ist nur übrig, was die Tabelle zeigt.",
    notThere: "Unter den aufbewahrten gibt es keinen Lauf {id}.",
  },
  "errors.labs": {
    notLoaded:
      "die Datei konnte nicht geladen werden ({reason}). Erneut ausführen, sobald es eine Verbindung gibt; gibt es eine neue Version der Seite, holt sie ein Neuladen.",
    laterSchema: "ist {schema}, von einer späteren Version dieses Programms: diese liest {latest}",
    noLab: "muss eines von {labs} sein",
  },
  "errors.cli": {
    config: "Konfiguration",
    invalidConfig: "{file}:\n{problem}",
    noFolder: "{option} {path}: den Ordner {folder} gibt es nicht",
    noJson: "{file} ist kein JSON: {reason}",
    noFile: "Die Datei {file} gibt es nicht.",
    noCheckpoint: "{file}: {reason}",
    resumeAlone: "--resume setzt das Experiment seines Checkpoints fort: {option} weglassen.",
    noValue: "--set {setting}: als Feld=Wert schreiben, zum Beispiel --set batchSize=32",
    splitAlone: "--split sagt, welche Beispiele --embeddings schreibt: auch dessen Datei nennen.",
    noFormat: "--embeddings {path}: der Name der Datei sagt ihre Art; er endet auf {endings}.",
    noSplit: "--split {split}: es gibt {allowed}.",
    noDecoder:
      "Bilder lassen sich hier nicht dekodieren: das Paket @napi-rs/canvas konnte nicht geladen werden ({reason}).",
    tooManyPixels:
      "es hat {width, number} x {height, number} Pixel, und dekodiert werden Bilder von höchstens {most, number} Pixeln",
    noDawn: "WebGPU: Dawn konnte nicht geladen werden ({reason}).",
  },
  "errors.cliSweep": {
    noShard: "--shard {shard}: als welcher/wie viele schreiben, von 1 an gezählt, zum Beispiel --shard 3/16",
    timed:
      "--shard {shard}: bei budget time trainiert jede Zelle so lange wie die erste auf demselben Rechner, dieser Sweep läuft also in einem Stück; mit budget steps oder samples lässt er sich teilen.",
    noBackend: "--backend {backend}: es gibt {allowed}.",
    notBeside: "{option} bedeutet neben --merge nichts: Einstellungen und Zellen kommen aus den Teilen.",
    noParts: "--merge: die Teile nennen, zum Beispiel --merge part-*.json",
    unknown: "{argument}: Optionen beginnen mit --; Dateien stehen nur nach --merge.",
    otherShard:
      "{file} ist Teil {found} eines Sweeps, nicht {asked}: mit --out eine andere Datei nennen, oder sie löschen.",
    otherFile:
      "{file} gibt es schon, und sie kann nicht fortgesetzt werden; mit --out eine andere Datei nennen, oder sie löschen.\n{reason}",
    settings: "diese Einstellungen",
  },
};
