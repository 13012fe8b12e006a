import type { ExperimentConfig } from "../../../config/schema";
import { ENCODER_IDS, ENCODERS, type EncoderId, encoderOf } from "../../../models";
import type { Setting } from "../../../settings/setting";
import type { Field, Section } from "../field";

/**
 * The network of every learner: which one, and the options that it has (models/). What it costs is said below
 * (EncoderCost.tsx).
 */

export const encoder = {
  label: "Encoder",
  rows: [
    {
      path: "encoder.id",
      label: "Encoder",
      tooltip: "The network that turns a sample into features. The convolutional ones need images.",
      options: Object.fromEntries(ENCODER_IDS.map((id) => [id, ENCODERS[id].label])) as Record<EncoderId, string>,
      control: "choice",
    },
    ...optionRows(),
  ],
} as const satisfies Section;

/** One row for every option; encoders for which it means the same share it. Those of the projection head come last. */
function optionRows(): Field[] {
  const names = new Set(ENCODER_IDS.flatMap((id) => Object.keys(encoderOf(id).options)));
  const ordered = [...names].sort((a, b) => Number(a === "projection") - Number(b === "projection"));
  return ordered.flatMap((name) => {
    const owners = ENCODER_IDS.filter((id) => name in encoderOf(id).options);
    const settings = owners.map((id) => encoderOf(id).options[name] as Setting);
    const meanings = [...new Set(settings.map(({ tooltip }) => tooltip))];
    return meanings.map((meaning, place) => {
      const own = owners.filter((_, i) => settings[i]?.tooltip === meaning);
      return row(name, settings.find(({ tooltip }) => tooltip === meaning) as Setting, own, place > 0);
    });
  });
}

function row(name: string, { schema: _, ...shown }: Setting, owners: EncoderId[], isFurther: boolean): Field {
  const path = `encoder.${name}`;
  return {
    path,
    ...shown,
    ...(isFurther && { wording: `${path}.${owners[0]}` }),
    ...(owners.length < ENCODER_IDS.length && {
      visible: ({ encoder }: ExperimentConfig) => owners.includes(encoder.id),
    }),
  };
}
