import type { Catalog } from "../../catalog";

/** What is wrong with data, format by format. */
export const formatErrors: Pick<
  Catalog,
  | "errors.archives"
  | "errors.zip"
  | "errors.cifar"
  | "errors.pickle"
  | "errors.stl10"
  | "errors.csv"
  | "errors.idx"
  | "errors.images"
  | "errors.numpy"
  | "errors.json"
  | "errors.parquet"
> = {
  "errors.archives": {
    tooLarge: "{name} enthält entpackt mehr als {most} Byte; mehr wird nicht gelesen.",
    incompleteGzip: "{name} ist keine vollständige gzip-Datei: beschädigt oder abgeschnitten ({reason}).",
    damagedTar: "{name} ist beschädigt: ein Kopf des tar-Archivs stimmt nicht.",
    tooDeep: "Archive in Archiven in Archiven: einmal entpacken",
    foreign: "als {kind} gepackt: entpacken und den Ordner oder ein ZIP davon bringen",
    cutShortTar: "{name} ist abgeschnitten: {path} ist nicht vollständig.",
  },
  "errors.zip": {
    tooManyFiles: "{name} soll mehr als {most} Dateien enthalten; höchstens so viele werden gelesen.",
    noDirectory: "{name} hat am Ende kein Verzeichnis eines ZIP-Archivs: abgeschnitten, oder etwas anderes ({reason}).",
    refused: "{name} kann nicht gelesen werden: {reason}.",
    encrypted: "verschlüsselt: ohne Passwort packen",
    packedBy: "mit {method} gepackt: mit Deflate packen, was jedes Programm für ZIP anbietet",
    large: "entpackt {size} Byte groß, höchstens {most} werden gelesen",
    damaged: "{name} ist kein vollständiges ZIP-Archiv, es ist beschädigt oder abgeschnitten: {reason}.",
    impossible: "{path} würde von {packedSize} auf {size} Byte wachsen, mehr als möglich ist",
    overlapping: "seine Dateien würden mehr Byte belegen, als es hat",
    wrongSize: "{path} hat {found} Byte, nicht {size}",
    misplaced: "{path} ist nicht dort, wo es sein sollte",
    wrongChecksum: "{path} passt nicht zu seiner Prüfsumme",
    broken: "{path}: {reason}",
  },
  "errors.pickle": {
    unknownName:
      "{name} nennt {called}, was Pickles von Arrays nicht brauchen: aus einem Pickle wird hier nichts ausgeführt. Die Arrays als NPZ speichern.",
    unreadable: "{name} lässt sich nicht als Pickle lesen ({reason}). Die Arrays als NPZ speichern.",
  },
  "errors.stl10": {
    wrongSize: "{name} ist keine Datei von STL-10: ihre {size} Byte sind kein Vielfaches der {record} eines Bildes.",
    tooLarge: "{name} hat {size} Byte; höchstens {most} werden gelesen.",
    wrongLabel: "{name} hat das Label {label}; die von STL-10 sind 1 bis {most}.",
  },
  "errors.cifar": {
    mixed: "{path} gehört zu {title}, die Dateien davor zu {otherTitle}.",
    noBatch: "{name} enthält keinen CIFAR-Batch (eine Datei mit der Endung .bin).",
    cutShort: "{path} ist abgeschnitten: es endet in Datensatz {record}.",
    wrongLabel:
      "{path} ist keine {title}-Datei: Datensatz {record} hat das Label {label}, möglich ist höchstens {most}.",
    largePickle: "{name} hat {size} Byte; höchstens {most} werden gelesen.",
    noPythonBatch: "{name} enthält keinen CIFAR-Batch: ein Wörterbuch mit data und labels.",
    noLabel: "{name} hat eine Klassenangabe, die keine Nummer einer Klasse ist, die von Bild {record}.",
    wrongPlanes:
      "{name} enthält {count, plural, one {1 Label} other {# Labels}} und {size} Byte an Bildern; dazu gehörten {expected}.",
    foreign: "{name} gehört zu keinem CIFAR-Datensatz: dessen .bin-Dateien wählen.",
    wrongSize:
      "{name} ist keine CIFAR-Datei: {size} Byte sind kein Vielfaches von {recordOf10} (ein Eintrag von CIFAR-10) oder {recordOf100} (CIFAR-100).",
  },
  "errors.csv": {
    tooLarge: "{name} hat {size} Byte; Text bis höchstens {most} Byte wird gelesen. NPY verwenden.",
    brokenQuotes: "{name}, Zeile {row}: {problem}.",
    unequalRows:
      "{name}, Zeile {row} hat {columns, plural, one {1 Spalte} other {# Spalten}}, die erste Zeile {width}.",
    noRows: "{name} enthält keine Zeile mit Zahlen.",
    tooWide: "{name} hat mehr als {most} Spalten; mehr werden nicht gelesen. NPY verwenden.",
    openMark:
      "{name}, Zeile {row}, Spalte {column}: „{cell}“ kann eine Zahl über 1000 sein oder eine mit Nachkommastellen, und keine andere Zelle entscheidet es. Angeben, welches Dezimalzeichen die Datei hat (dataset.interpretation.decimal: point oder comma).",
  },
  "errors.idx": {
    empty: "{name} ist leer.",
    noHeader: "{name} enthält nur {size} Byte, zu wenige für einen IDX-Kopf.",
    nothing: "{name} soll 0 {kind, select, labels {Labels} other {Bilder}} enthalten; mindestens 1 ist nötig.",
    tooMany:
      "{name} soll {count} {kind, select, labels {Labels} other {Bilder}} enthalten, {size} Byte; höchstens {most} Byte werden gelesen.",
    headerCutShort: "{name} ist abgeschnitten: {found} Byte gefunden, der Kopf einer Bilddatei hat {expected}.",
    wrongSides:
      "{name} soll Bilder von {height} x {width} Pixeln enthalten; möglich sind Seiten von {smallest} bis {largest}.",
    noFile: "Es wurde keine Datei gewählt.",
    noChannels: "{name} hat Achsen von {axes}: eine der äußeren beiden muss die Kanäle zählen, 1, 3 oder 4.",
    turned: "Zeilen und Spalten wurden vertauscht: in den Dateien von EMNIST liegen die Bilder auf der Seite.",
    tooManyFiles:
      "{count} Dateien wurden gewählt; höchstens {most} gehören zu einem Datensatz: Bilder und Labels, zum Trainieren und zum Testen.",
    tooLarge: "{name} hat {size} Byte; Dateien bis höchstens {most} Byte werden gelesen.",
    overlong: "{name} enthält entpackt mehr Byte als die {promised}, die der Kopf verspricht.",
    otherKind:
      "{name} ist eine IDX-Datei anderer Art (magische Zahl {found}): gelesen werden nur vorzeichenlose Bytes mit einem Wert je Pixel.",
    noIdx:
      "{name} ist keine IDX-Datei: sie beginnt mit {found}, erwartet wird 0x00000803 (Bilder) oder 0x00000801 (Labels).",
    cutShort:
      "{name} ist abgeschnitten: {found} Byte gefunden, {count} {kind, select, labels {Labels} other {Bilder}} belegen {expected}.",
    tooLong:
      "{name} ist länger, als der Kopf sagt: {found} Byte gefunden, {count} {kind, select, labels {Labels} other {Bilder}} belegen {expected}.",
  },
  "errors.images": {
    noImages: "{name} enthält kein Bild, das Browser dekodieren.",
    noDecoder: "{name} ist ein kodiertes Bild; das entschlüsseln hier nur Browser. NPZ- oder IDX-Dateien verwenden.",
    tooLarge: "{name} hat {size} Byte; Bilder bis höchstens {most} werden gelesen.",
    tooManyPixels: "{name} hat {width} x {height} Pixel; Bilder bis höchstens {most} Millionen werden gelesen.",
    undecodable: "{name} lässt sich nicht als Bild dekodieren ({reason}).",
    empty: "{name} ist leer.",
    tooManyClasses:
      "Nach {by, select, folders {ihren Ordnern} names {ihren Namen} other {der Tabelle, die sie nennt,}} gehören die Bilder zu {count} Klassen; höchstens {most} werden gelesen. Wählen Sie, was sonst die Klassen sagt, oder keine (dataset.interpretation.classes: folders, table, names, none).",
  },
  "errors.numpy": {
    noArray: "{name} ist kein NumPy-Array: es beginnt nicht mit \\x93NUMPY.",
    unknownVersion: "{name} hat Version {major}.{minor} des NumPy-Formats; gelesen werden 1.0 bis 3.0.",
    headerCutShort: "{name} ist abgeschnitten: der Kopf hätte {size} Byte.",
    noPlainArray: "{name} ist kein einfaches NumPy-Array: der Kopf lautet {header}",
    unknownType:
      '{name} ist vom Typ "{type}"; gelesen werden ganze Zahlen, Wahrheitswerte, Gleitkommazahlen und Texte.',
    wrongAxes: "{name} hat die Form ({shape}); gelesen werden Arrays mit 1 bis {most} Achsen ohne 0.",
    tooLarge: "{name} soll die Form ({shape}) haben, {size} Byte; höchstens {most} Byte werden gelesen.",
    tooManyTexts: "{name} enthält {count} Texte; höchstens {most} werden gelesen.",
    largeFile: "{name} hat {size} Byte; Dateien bis höchstens {most} Byte werden gelesen.",
    largeArchive: "{name} würde entpackt {size} Byte belegen; höchstens {most} werden gelesen.",
    noBrightness:
      "{name} enthält Zahlen von {low} bis {high}; Pixel von Bildern reichen von 0 bis 255, bei Gleitkommazahlen von 0 bis 1.",
    notFinite:
      "{name}: Zahl {place} von Beispiel {sample} ist {value}. Vor dem Speichern des Arrays füllen, oder dieses Beispiel weglassen.",
    noLabel:
      "{name} enthält das Label {label}, von Beispiel {sample}; Labels sind ganze Zahlen oder Texte. Das Array kann weggelassen werden (dataset.interpretation.columns).",
    noneFits: "{name} enthält keine Beispiele: es ist {why}.",
    noSuchArray: "Es gibt kein Array {name}, sondern: {arrays}.",
    wideRecords: "{name} enthält Records von mehr als {most} Zahlen; mehr werden nicht gelesen.",
    wrongRole:
      "{name}, von der Form ({shape}), kann nicht {role, select, label {das Label} split {die Aufteilung sein: das ist ein Text für jedes Beispiel} categories {Kategorien sein: zum Label machen} feature {ein Merkmal neben anderen sein} other {eine Ansicht sein: das sind Zahlen in Zeilen}}{role, select, label { sein} other {}}.",
    unequalArrays:
      "{name} gehört zu {count, plural, one {1 Beispiel} other {# Beispielen}}, {samplesName} zu {samplesCount}: es müssen dieselben sein.",
    unequalViews:
      "Die Zeilen von {name} sind {shape} lang, die von {other} {otherShape}: zwei Ansichten derselben Beispiele müssen gleich sein.",
    unequalParts:
      "Von {name} und {other} hat eines eine zweite Ansicht jedes Beispiels: Beispiele zum Training und Testen müssen gleich sein.",
    objects:
      "{name} enthält Python-Objekte (ein Pickle), die nicht gelesen werden: Zahlen speichern, etwa numpy.stack(list(array)), oder array.astype(str) für Texte.",
    rescaled: "Zahlen von {low} bis {high} wurden auf Helligkeiten von 0 bis 255 gestreckt.",
    labels: "Array {name}.",
    samples: "die Beispiele",
    samplesUnlabeled: "Beispiele ohne Labels, dem Namen nach",
    isLabels: "ein Wert je Beispiel",
    left: {
      said: "weggelassen, wie angegeben",
      texts: "aus Texten",
      noChannels:
        "von der Form ({shape}), in der genau eine von der zweiten und der letzten Achse 1, 3 oder 4 Kanäle haben muss",
      wrongSides: "von {height} x {width} Pixeln, wo Seiten von {smallest} bis {largest} möglich sind",
      foreign: "von anderer Art",
      objects: "aus Python-Objekten, die nicht gelesen werden: Zahlen oder Texte speichern",
      besideArrays: "aus Records, neben Arrays",
      validation: "zur Validierung",
      noSamples: "ohne Beispiele dazu",
      otherSamples: "mit anderen Beispielen",
      noLabels: "ohne Labels",
    },
    tooManyClasses: "{name} enthält mehr als {most} verschiedene Labels; mehr werden nicht gelesen.",
    cutShort: "{name} ist abgeschnitten: {found} Byte gefunden, die Form ({shape}) belegt {expected}.",
    tooLong: "{name} ist länger, als der Kopf sagt: {found} Byte gefunden, die Form ({shape}) belegt {expected}.",
    nothing: "{name} enthält kein NumPy-Array.",
    archive: "Das Archiv",
  },
  "errors.json": {
    tooLarge: "{name} hat {size} Byte; JSON bis höchstens {most} Byte wird gelesen. NPY oder Parquet verwenden.",
    broken: "{name} lässt sich nicht als JSON lesen ({reason}).",
    brokenRecord: "{name}, Datensatz {row} lässt sich nicht als JSON lesen ({reason}).",
    noRecords:
      "{name} enthält keine Datensätze: eine Liste von Objekten, ein Objekt je Zeile oder gleich lange Listen unter ihren Namen.",
    tooWide: "{name} hat mehr als {most} Spalten; mehr werden nicht gelesen.",
    unequalColumns: "{name}: Spalte {column} ist {count} lang, die davor {other}.",
  },
  "errors.parquet": {
    noRows: "{name} enthält keine Zeilen.",
    tooWide: "{name} hat mehr als {most} Spalten; mehr werden nicht gelesen.",
    onlyPaths:
      "{name} enthält die Pfade der Bilder, etwa {path}, und nicht die Bilder: den Ordner der Bilder bringen oder den Datensatz mit eingebetteten Bildern speichern.",
    firstOfList: "Spalte {column} enthält Listen von Bildern: von jeder wird das erste genommen.",
    noLabel: "ohne Label, wo andere eines haben",
    wrongStart: '{url} ist keine Parquet-Datei: sie beginnt mit "{start}".',
    longStretch: "{url}: höchstens {most} Byte werden auf einmal geladen.",
    noStretch: "{url}: der Server sandte nicht die verlangten Bytes {start} bis {end}.",
    wrongLabel: '{name} hat das Label {label} in der Spalte "{column}"; gelesen werden Labels unter {most}.',
    noImages: '{name} hat keine Spalte kodierter Bilder (eine Struktur mit dem Feld "bytes"), {other} aber schon.',
    wrongFooter: "{name} ist keine Parquet-Datei oder abgeschnitten: die Beschreibung hätte {size} Byte.",
    largeGroups: "{name} hat Zeilengruppen von {size} Byte; höchstens {most} werden auf einmal gehalten.",
    tooManyRows: "{name} soll {rows} Zeilen haben; Dateien mit höchstens {most} werden gelesen.",
    damaged: "{name} lässt sich nicht als Parquet lesen ({reason}).",
  },
};
