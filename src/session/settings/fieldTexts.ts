import type { AugmentationFields } from "../../augmentations";
import type { ENCODERS, EncoderId } from "../../models";
import type { SettingTexts } from "../../settings/setting";
import type { SECTIONS, SectionId } from "./sections";
import type { KINDS_OF_DATA, SOURCE_TEXTS } from "./sections/data";

/** Which texts of settings a catalog has to translate, read from the rows themselves. */

/** The words of a row whose options are known, each of them. */
type WordsOf<Row> = Pick<SettingTexts, "label" | "tooltip"> &
  (Row extends { options: infer Options } ? { readonly options: { readonly [O in keyof Options]: string } } : unknown);

/** Key of a row's texts, as `rowTexts` looks them up; never where the types do not know it. */
type KeyOf<Row> = Row extends { wording: infer Wording extends string }
  ? Known<Wording>
  : Row extends { path: infer Path extends string }
    ? Known<Path>
    : never;
type Known<Key extends string> = string extends Key ? never : Key;

/** The texts of some rows by their keys. @template Lab the lab that they are in, with a point; none for the experiment's */
export type RowsTexts<Row, Lab extends string = ""> = {
  readonly [R in Row as `${Lab}${KeyOf<R>}`]: WordsOf<R>;
};

/** What rows are called away from their places, by their paths. */
type NamesOf<Row> = {
  readonly [R in Row as R extends { path: infer Path extends string; name: string } ? Known<Path> : never]: {
    readonly name: string;
  };
};

type PanelRow = (typeof SECTIONS)[SectionId]["rows"][number];

/** An augmentation's field as a row. */
type AugmentationRow = {
  [F in keyof AugmentationFields]: AugmentationFields[F] & { path: `augmentation.${F & string}` };
}[keyof AugmentationFields];

type EncoderOption = { [I in EncoderId]: keyof (typeof ENCODERS)[I]["options"] & string }[EncoderId];
/** Words of an option, in which encoders may differ: what is the first one's alone stands under its own key. */
type OptionWords = Pick<SettingTexts, "label" | "tooltip"> & Partial<Pick<SettingTexts, "options">>;
type EncoderTexts = { readonly [O in EncoderOption as `encoder.${O}`]: OptionWords } & {
  readonly [O in EncoderOption as `encoder.${O}.${EncoderId}`]?: OptionWords;
};

/** The fields that the data section draws itself, and the headings of the sections. */
interface OtherTexts {
  dataset: { readonly [Field in keyof typeof SOURCE_TEXTS]: Pick<SettingTexts, "label" | "tooltip"> };
  "dataset.id": { readonly options: { readonly [Kind in keyof typeof KINDS_OF_DATA]: string } };
  sections: { readonly [Id in SectionId]: string };
}

type ExperimentTexts = OtherTexts &
  EncoderTexts &
  RowsTexts<PanelRow | AugmentationRow> &
  NamesOf<PanelRow | AugmentationRow>;

/** All of the experiment's; a lab adds its own (`labs/<id>/page/fields.ts`). */
export interface FieldTexts extends ExperimentTexts {}
