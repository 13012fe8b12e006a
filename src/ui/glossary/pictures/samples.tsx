import classes from "../glossary.module.css";
import { Arrow, Glyph } from "./shapes";

/** Samples, and what is made of them. */

function Card({ x, y }: { x: number; y: number }) {
  return <rect x={x - 18} y={y - 18} width={36} height={36} rx={5} className={classes.faint} />;
}

export function ViewPicture() {
  return (
    <>
      <Card x={46} y={46} />
      <Glyph x={46} y={46} />
      <Arrow from={[74, 38]} to={[132, 26]} />
      <Arrow from={[74, 54]} to={[132, 66]} />
      <Card x={160} y={24} />
      <Glyph x={160} y={24} turn={-24} size={0.8} />
      <Card x={160} y={68} />
      <Glyph x={162} y={66} turn={12} size={1.25} />
    </>
  );
}

const TURNS = [-20, 8, 30, -6, 16];

export function BatchPicture() {
  return TURNS.map((turn, i) => (
    <g key={turn}>
      <Card x={32 + 44 * i} y={24} />
      <Glyph x={32 + 44 * i} y={24} turn={turn} size={0.7 + 0.1 * i} />
      <Card x={32 + 44 * i} y={68} />
      <Glyph x={32 + 44 * i} y={68} turn={-1.4 * turn} size={1.1 - 0.1 * i} />
    </g>
  ));
}
