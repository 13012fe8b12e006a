import { AnchorWeight } from "../../../charts/anchor/AnchorWeight";
import { OneAnchor } from "../../../views/anchor/OneAnchor";
import { useLit } from "../../formula/lit";
import classes from "./factor.module.css";

/** The Race's own cards, in the chapter that they belong to. */

const HEIGHT = 220;

export function Weights() {
  return <AnchorWeight height={HEIGHT} />;
}

/** The symbols of the arms' forces, in the order of the arms. */
const FORCES = ["info", "flat"] as const;

/** The forces on the anchor that is followed: each arm's drawing is lit with the symbol of its force. */
export function Forces() {
  const { lit, look } = useLit();
  return (
    <div
      className={classes.forces}
      data-lit-force={lit ?? undefined}
      onPointerOver={({ target, currentTarget }) => look({ hovered: forceAt(target, currentTarget) })}
      onPointerLeave={() => look({ hovered: null })}
    >
      <OneAnchor />
    </div>
  );
}

/** Of the drawing under the pointer. */
function forceAt(target: EventTarget, card: Element): string | null {
  const drawing = target instanceof Element ? target.closest("figure:has(svg[role=img])") : null;
  const all = [...card.querySelectorAll("figure:has(svg[role=img])")];
  return (drawing && FORCES[all.indexOf(drawing)]) ?? null;
}
