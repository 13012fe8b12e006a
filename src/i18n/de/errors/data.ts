import type { Catalog } from "../../catalog";

/** What is wrong with data, where it comes from. */
export const dataErrors: Pick<
  Catalog,
  | "errors.data"
  | "errors.assembly"
  | "errors.download"
  | "errors.files"
  | "errors.url"
  | "errors.dropped"
  | "errors.readers"
  | "errors.advice"
  | "errors.dataReport"
  | "errors.interpretation"
> = {
  "errors.data": {
    advised: "{problem} {advice}",
  },
  "errors.assembly": {
    tooFew:
      "{name} enthält {kind, select, images {{count, plural, one {1 Bild} other {# Bilder}}} other {{count, plural, one {1 Beispiel} other {# Beispiele}}}}; um einige zurückzuhalten, braucht es mindestens {fewest}.",
    noRoom:
      "{name}: {count, plural, one {1 Beispiel der Form {shape} belegt} other {# Beispiele der Form {shape} belegen}} {megabytes} MB, höchstens {most} werden gehalten. Weniger Beispiele oder eine kleinere Seite wählen.",
    labelsOnly: "{names} enthält nur Labels: auch die Datei der zugehörigen Bilder wählen.",
    tooManySets:
      "{count} {kind, select, features {Beispieldateien} other {Bilddateien}} wurden gewählt ({names}): höchstens zwei, Training und Test, werden gelesen.",
    clash:
      "{names} und {name} passen nicht zusammen: eine Labeldatei je {kind, select, features {Beispieldatei} other {Bilddatei}} wird gelesen.",
    whichIsWhich:
      "{names} enthalten beide {kind, select, features {Beispiele} other {Bilder}}: zum Unterscheiden muss ein Name „train“ enthalten und der andere „t10k“ oder „test“.",
    whoseLabels:
      "{name} enthält Labels, aber welcher Bilder? Der Name muss „train“ enthalten, oder „t10k“ oder „test“.",
    labelsTwice: "{names} enthalten beide Labels derselben Bilder: eine wählen.",
    unequalCounts:
      "{name} enthält {count, plural, one {1 Label} other {# Labels}}, {samplesName} {kind, select, features {{samplesCount, plural, one {1 Beispiel} other {# Beispiele}}} other {{samplesCount, plural, one {1 Bild} other {# Bilder}}}}: die Zahlen müssen gleich sein.",
    unequalShapes:
      "{name} enthält {kind, select, features {Beispiele} other {Bilder}} von {shape} {kind, select, features {Zahlen} other {Pixeln}}, {otherName} von {otherShape}: sie müssen gleich sein.",
    and: "{first} und {other}",
  },
  "errors.download": {
    empty: "{url} ist leer.",
    unreachable:
      "{url} konnte nicht geladen werden ({reason}). Entweder gibt es keine Verbindung, oder der Server lässt andere Websites seine Dateien nicht lesen (CORS): die Datei selbst herunterladen und auf die Seite ziehen.",
    webPage: "{url} ist eine Webseite, keine Datendatei: die Adresse des Downloads selbst nehmen.",
    noAddress: '"{url}" ist keine Adresse von Daten: sie muss mit https:// (oder http://localhost) beginnen.',
    cutOff: "{url} wurde unterwegs abgebrochen ({reason}): erneut versuchen.",
    silent: "{url}: seit {seconds} Sekunden ist nichts vom Server gekommen.",
    ledInside:
      "{url} führt zu einer Adresse auf diesem Gerät oder in diesem Netz ({to}); von dort werden keine Daten geladen.",
    tooLarge: "{url} ist größer als {most} Byte; mehr wird nicht geladen.",
    refused: "{url}: der Server antwortete {status} {meaning}",
    refusedSilently: "{url}: der Server antwortete {status}",
    wantsLogin: "(er verlangt eine Anmeldung)",
    forbidden: "(er erlaubt das nicht)",
    noFile: "(diese Datei gibt es nicht)",
    tooOften: "(er wurde zu oft gefragt; später erneut versuchen)",
  },
  "errors.files": {
    gone: "Die Dateien „{name}“ sind nicht zur Hand: erneut wählen.",
    others:
      "Die Dateien „{name}“, die zur Hand sind, haben anderen Inhalt als die dieser Einstellungen: die richtigen erneut ablegen, oder diese, um nach ihnen zu fragen.",
    none: "Noch sind keine Dateien gewählt: unter „Daten“ wählen oder auf die Seite ziehen.",
  },
  "errors.url": {
    missing: "Es gibt keine Adresse, von der Daten zu laden wären: eine eingeben, die mit https:// beginnt.",
    notAllowed: '"{url}" ist keine Adresse von Daten: sie muss mit https:// (oder http://localhost) beginnen.',
    mustBegin: "muss mit https:// (oder http://localhost) beginnen",
  },
  "errors.dropped": {
    unreadable: "{path} konnte nicht gelesen werden ({reason}).",
    elsewhere: "Nichts wurde übernommen: diese Seite nimmt keine eigenen Daten. Das Rennen öffnen und dort ablegen.",
  },
  "errors.readers": {
    unreadable:
      "{name} konnte nicht gelesen werden ({reason}). Wurde die Datei nach dem Wählen verschoben oder geändert?",
    tooManyFiles: "Mehr als {most} Dateien wurden gewählt; so viele werden höchstens gelesen. In ein ZIP packen.",
    mixed:
      "{name} und {otherName} haben verschiedene Formate ({format} und {otherFormat}): die Dateien eines Datensatzes wählen.",
    unknown: "{name} hat kein bekanntes Format. {advice}",
    document:
      "{name} ist {kind, select, workbook {eine Tabellenkalkulation: die Tabelle als CSV speichern und diese bringen} text {ein Textdokument, das keinen Datensatz enthält} slides {eine Präsentation, die keinen Datensatz enthält} other {ein PDF, das keinen Datensatz enthält}}.",
    documentBut: "{document} {advice}",
    unknownWithin: "{name} enthält keine Datei in einem bekannten Format; die erste darin ist {first}. {advice}",
    otherPicture: "{name} ist ein Bild, das kein Browser dekodiert: als PNG speichern. {advice}",
    emptyArchive: "{name} ist ein Archiv, in dem nichts liegt.",
    isForeign: "{name} ist {why}.",
    noneReadable: "{name} enthält nichts Lesbares; {count, plural, one {1 Datei ist} other {# Dateien sind}} {why}.",
    whatIsRead: "Gelesen wird: {formats}.",
    list: "{first}; {other}",
  },
  "errors.advice": {
    unlabeled:
      "Diese Daten haben keine Labels, und was eine Repräsentation wert ist, lässt sich nur mit solchen messen. Die Bilder jeder Klasse in einen eigenen Ordner legen oder eine Spalte mit Labels hinzufügen.",
    oneClass:
      "Alle diese Daten gehören zu einer Klasse, „{name}“: es gibt nichts zu unterscheiden. Die Bilder jeder Klasse in einen eigenen Ordner legen und den Ordner darum ablegen.",
    tooFew:
      "{count, plural, one {1 Trainingsbeispiel ist} other {# Trainingsbeispiele sind}} für jeden Batch zu wenig: mindestens {least} bringen, besser Hunderte.",
    allStopped:
      "Bei jeder Temperatur und Lernrate stoppte ein Lerner eines der Verluste, weil sein Wert keine endliche Zahl mehr war: es gibt nichts zu vergleichen.",
  },
  "errors.dataReport": {
    tooLong: "ist länger, als dieses Programm es schreibt",
    noSentence: "muss ein Text mit allen Argumenten sein, mit nicht mehr Buchstaben, als dieses Programm schreibt",
    noSum: "muss so viele finden, wie genommen und ausgelassen sind",
  },
  "errors.interpretation": {
    namesTooLong:
      "hat Namen von zusammen mehr als 100\u202f000 Zeichen, die kein Link fasst: es von weniger Spalten sagen",
  },
};
