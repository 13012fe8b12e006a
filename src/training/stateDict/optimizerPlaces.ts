import type { OptimizerSlot } from "../../optim";
import { type Place, tensorPlace, type View } from "./places";

/**
 * What an optimizer carries beside every parameter, under the parameter's name and its own: `encoder.0.weight.exp_avg`.
 * @param parameters how the parameters themselves are called
 */
export function optimizerPlaces(slots: readonly OptimizerSlot[], parameters: View[][], learners: number): Place[] {
  return slots.flatMap((slot) =>
    slot.tensors.map((tensor, p) => {
      const views = (parameters[p] ?? []).map((view) => beside(view, slot));
      return tensorPlace(tensor, { prefix: "optimizer.", learners: { from: 0, count: learners }, views });
    }),
  );
}

function beside(view: View, { name, elsewhere }: OptimizerSlot): View {
  const path = (own: string) => `${view.name}.${own}`;
  return { ...view, name: path(name), elsewhere: elsewhere ? { ...elsewhere, name: path(elsewhere.name) } : undefined };
}
