/**
 * The characters as strokes, in a box of 100 x 100 with y downwards: a path of M (move), L (line), Q (quadratic) and
 * C (cubic curve) with absolute coordinates, as in SVG. Each character has a few constructions, so that a class is a
 * letter and not a picture.
 */
export interface Letter {
  name: string;
  /** Width relative to the height. */
  aspect: number;
  constructions: string[];
}

export const LETTERS: readonly Letter[] = [
  {
    name: "A",
    aspect: 0.92,
    constructions: [
      "M0 100 L50 0 L100 100 M18 64 L82 64",
      "M0 100 L50 0 L100 100 M12 76 L88 76",
      "M0 100 L40 0 L60 0 L100 100 M16 62 L84 62",
    ],
  },
  {
    name: "B",
    aspect: 0.76,
    constructions: [
      "M0 0 L0 100 M0 0 L48 0 C104 0 104 48 48 48 L0 48 M48 48 C118 48 118 100 48 100 L0 100",
      "M0 0 L0 100 M0 0 L60 0 Q94 0 94 25 Q94 50 60 50 L0 50 M60 50 Q100 50 100 75 Q100 100 60 100 L0 100",
      "M0 0 L0 100 M0 0 L40 0 C96 0 96 42 40 42 L0 42 M40 42 C122 42 122 100 40 100 L0 100",
    ],
  },
  {
    name: "E",
    aspect: 0.68,
    constructions: [
      "M100 0 L0 0 L0 100 L100 100 M0 48 L86 48",
      "M92 0 L0 0 L0 100 L100 100 M0 48 L66 48",
      "M100 0 L30 0 Q0 0 0 24 L0 76 Q0 100 30 100 L100 100 M0 50 L84 50",
    ],
  },
  {
    name: "F",
    aspect: 0.66,
    constructions: [
      "M100 0 L0 0 L0 100 M0 48 L84 48",
      "M100 0 L0 0 L0 100 M0 56 L68 56",
      "M100 0 L30 0 Q0 0 0 24 L0 100 M0 50 L84 50",
    ],
  },
  {
    name: "G",
    aspect: 0.9,
    constructions: [
      "M95 18 C70 -8 0 -12 0 50 C0 112 78 108 97 84 L97 55 L60 55",
      "M92 14 Q78 0 54 0 Q0 0 0 50 Q0 100 54 100 Q98 100 98 58 L56 58",
      "M94 20 C68 -10 0 -10 0 50 C0 110 70 110 94 80 M94 56 L94 100 M62 56 L94 56",
    ],
  },
  {
    name: "H",
    aspect: 0.84,
    constructions: [
      "M0 0 L0 100 M100 0 L100 100 M0 48 L100 48",
      "M0 0 L0 100 M100 0 L100 100 M0 58 L100 58",
      "M0 0 L0 100 M100 0 L100 100 M0 40 L100 40",
    ],
  },
  {
    name: "K",
    aspect: 0.84,
    constructions: [
      "M0 0 L0 100 M95 0 L0 60 M30 41 L100 100",
      "M0 0 L0 100 M92 0 L0 50 L100 100",
      "M0 0 L0 100 M90 0 L0 66 M26 47 Q60 60 100 100",
    ],
  },
  {
    name: "M",
    aspect: 1.05,
    constructions: [
      "M0 100 L0 0 L50 66 L100 0 L100 100",
      "M0 100 L0 0 L50 100 L100 0 L100 100",
      "M0 100 L14 0 L50 76 L86 0 L100 100",
    ],
  },
  {
    name: "N",
    aspect: 0.86,
    constructions: ["M0 100 L0 0 L100 100 L100 0", "M0 100 L0 0 M0 4 L100 96 M100 100 L100 0"],
  },
  {
    name: "P",
    aspect: 0.7,
    constructions: [
      "M0 100 L0 0 L48 0 C116 0 116 56 48 56 L0 56",
      "M0 100 L0 0 L60 0 Q100 0 100 25 Q100 50 60 50 L0 50",
      "M0 100 L0 0 L40 0 C120 0 120 64 40 64 L0 64",
    ],
  },
  {
    name: "R",
    aspect: 0.8,
    constructions: [
      "M0 100 L0 0 L46 0 C108 0 108 54 46 54 L0 54 M48 54 L100 100",
      "M0 100 L0 0 L56 0 Q92 0 92 25 Q92 50 56 50 L0 50 M52 50 Q76 54 84 78 Q90 100 104 100",
      "M0 100 L0 0 L46 0 C112 0 112 58 46 58 L0 58 M34 58 L98 100",
    ],
  },
  {
    name: "S",
    aspect: 0.72,
    constructions: [
      "M94 15 C70 -8 2 -6 2 25 C2 60 98 38 98 74 C98 108 24 106 2 82",
      "M96 18 Q82 0 50 0 Q4 0 4 26 Q4 46 50 50 Q98 54 98 74 Q98 100 50 100 Q14 100 0 80",
      "M90 8 C50 -10 6 4 6 28 C6 58 96 42 96 74 C96 100 50 106 6 92",
    ],
  },
  { name: "T", aspect: 0.84, constructions: ["M0 0 L100 0 M50 0 L50 100", "M10 0 L90 0 M50 0 L50 100"] },
  {
    name: "X",
    aspect: 0.88,
    constructions: [
      "M0 0 L100 100 M100 0 L0 100",
      "M6 0 L100 100 M94 0 L0 100",
      "M0 0 Q50 44 100 100 M100 0 Q50 44 0 100",
    ],
  },
  {
    name: "Z",
    aspect: 0.82,
    constructions: ["M0 0 L100 0 L0 100 L100 100", "M4 0 L96 0 L0 100 L100 100", "M0 4 L100 0 L0 100 L100 96"],
  },
  {
    name: "4",
    aspect: 0.78,
    constructions: [
      "M74 100 L74 0 L0 70 L100 70",
      "M68 100 L68 0 L58 0 L0 64 L0 72 L100 72",
      "M34 0 L4 64 L100 64 M74 32 L74 100",
    ],
  },
];
