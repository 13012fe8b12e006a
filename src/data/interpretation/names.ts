/** What names say of columns and tables, in the words that people use. */

/** A column of classes, whatever else there is. */
const LABEL = /^(labels?|class(es)?|targets?|species|categor(y|ies)|klassen?|etikett|标签|类别)$/i;
const LABEL_PART = /(^|[ _.-])(label|class|target|species|category)([ _.-]?(id|idx|index|name|code|encoded))?$/i;
/** What words in a column of such a name are rather than those of others. */
const KIND =
  /(^|[ _.-])(kind|type|variety|topic|sentiment|intent|emotion|genre|breed|diagnosis|outcome|art|typ|thema|diagnose|gattung|sorte|种类|类型|主题|情感|诊断|品种)$/i;
/** A coordinate as often as a label. */
const WEAK_LABEL = /^y$/i;

/** Numbers that tell rows apart and say nothing else. */
const IDENTIFIER =
  /^(|#|ids?|idx|index|nr\.?|no\.?|nummer|num(ber)?|rows?|row[ _.-]?(id|nr|no|num|number|index|names?)|unnamed: ?\d+( \(\d+\))?|level_\d+|obs(ervation)?|key|zeile|lfd[ .-]*nr\.?|编号|序号|.*[ _.-]id|sample([ _.-]?(id|nr|no|number))?)$/i;
const CAMEL_ID = /[a-z](Id|ID)$/;

const SPLIT = /^(split|subset|partition|set|usage|part|fold|phase)$/i;
const DATE =
  /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}([ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?)?( ?[AP]M)?(Z|[+-]\d{2}:?\d{2})?$|^\d{1,2}:\d{2}(:\d{2})?$/i;
const PICTURE = /\.(png|jpe?g|webp|gif|bmp|tiff?|avif)$/i;

/** How surely a name says that a column is the label: 3 to 1; 0 for not at all. */
export function labelRank(name: string): number {
  if (LABEL.test(name)) return 3;
  if (LABEL_PART.test(name)) return 2;
  return WEAK_LABEL.test(name) ? 1 : 0;
}

/** Whether a name says that the words of a column are classes; of numbers it says nothing. */
export function saysKind(name: string): boolean {
  return KIND.test(name);
}

export function saysIdentifier(name: string): boolean {
  return IDENTIFIER.test(name) || CAMEL_ID.test(name);
}

export function saysSplit(name: string): boolean {
  return SPLIT.test(name);
}

export function isDate(word: string): boolean {
  return DATE.test(word);
}

export function isPicturePath(word: string): boolean {
  return PICTURE.test(word);
}

/** Whether a word says that samples have no labels: `unlabeled`, `unsup`. */
export function saysUnlabeled(word: string): boolean {
  return /^un(labell?ed|sup|supervised)$/i.test(word);
}

export type Part = "train" | "test" | "validation" | "unlabeled";

/** The part that a word of a split column, or a word in the name of a file or an array, stands for; null for none. */
export function partNamed(word: string): Part | null {
  if (/^(train|training|trn|tr)(set|data)?\d*$/i.test(word)) return "train";
  if (/^(test|testing|tst|t10k|eval|evaluation|holdout)(set|data)?\d*$/i.test(word)) return "test";
  if (/^(val|valid|validation|dev)(set|data)?\d*$/i.test(word)) return "validation";
  return saysUnlabeled(word) ? "unlabeled" : null;
}

const WITH_TEST = /t10k|(?<!la|con|pro|at|grea|fas)test/i;

/** The part that a name speaks of: `x_test.csv`, `mnistTrain`, `val_images`. */
export function partIn(name: string): Part | null {
  const words = name.replace(/([a-z])([A-Z])/g, "$1 $2").split(/[^a-z0-9]+/i);
  const parts = words.map(partNamed).filter((part) => part !== null);
  if (parts.includes("unlabeled")) return "unlabeled";
  if (parts.length > 0) return parts.at(-1)!;
  // Grown together with something else, as in `xtest`.
  if (WITH_TEST.test(name)) return "test";
  return /train/i.test(name) ? "train" : null;
}

/** Names that differ in nothing but which of two views they say: what is left without it, else null. */
export function viewStem(name: string): string | null {
  const stem = name.replace(/\.[^.]*$/, "");
  const match =
    /^(.*?)(view[ _-]?[ab12]|(?<![a-z0-9])[ab](?![a-z0-9])|(?<![a-z])(left|right|first|second)(?![a-z]))(.*)$/i.exec(
      stem,
    );
  return match ? `${match[1]}*${match[4]}` : null;
}

/** Whether two arrays or columns of lists of one shape are two views by their names: `view_a` and `view_b`, `x1` and `x2`. */
export function areViews(one: string, other: string): boolean {
  const stem = viewStem(one);
  if (stem !== null && stem === viewStem(other)) return true;
  const [first, second] = [one, other].map((name) => /^(.*?[a-z][ _-]?)([12])(?!\d)(.*)$/i.exec(name));
  return first?.[1] !== undefined && first[1] === second?.[1] && first[3] === second[3] && first[2] !== second[2];
}

/** Whether a file holds samples or labels of them, by its name alone: `x.csv`, `y_train.csv`, `labels.csv`. */
export function sideIn(name: string): "samples" | "labels" | null {
  const words = name.replace(/\.[^.]*$/, "").split(/[^a-z0-9]+/i);
  if (words.some((word) => /^(y|labels?|targets?|classes)$/i.test(word))) return "labels";
  return words.some((word) => /^(x|features?|samples?|data|inputs?|images?)$/i.test(word)) ? "samples" : null;
}

/** Names of classes in the order of their numbers, where all are numbers, else of the alphabet. */
export function inOrder(names: readonly string[]): string[] {
  const isNumeric = names.every((name) => name !== "" && Number.isFinite(Number(name)));
  return isNumeric ? [...names].sort((a, b) => Number(a) - Number(b)) : [...names].sort();
}
