/** How a face shows confidence, from 0 to 4: where it turns, what eyes, brows and mouth do. Lengths in the units of the drawing. */
export type Expression = {
  /** The face turns away, below zero. */
  turn: number;
  /** The head leans, in degrees. */
  tilt: number;
  /** Eyes look down, half look up, or are wide open. */
  eyes: 'down' | 'aside' | 'open';
  brows: { raise: number; inner: number };
  mouth: { width: number; curve: number };
  /** The shoulders come up when one shuts oneself in. */
  shoulders: number;
  cheeks: boolean;
};

const EXPRESSIONS: readonly [Expression, Expression, Expression, Expression, Expression] = [
  {
    turn: -7,
    tilt: -5,
    eyes: 'down',
    brows: { raise: -1, inner: 2.5 },
    mouth: { width: 15, curve: -2.5 },
    shoulders: -5,
    cheeks: false,
  },
  {
    turn: -4.5,
    tilt: -2,
    eyes: 'aside',
    brows: { raise: -0.5, inner: 1.5 },
    mouth: { width: 16, curve: -1 },
    shoulders: -2,
    cheeks: false,
  },
  {
    turn: -1,
    tilt: 0,
    eyes: 'open',
    brows: { raise: 0, inner: 0 },
    mouth: { width: 17, curve: 1 },
    shoulders: 0,
    cheeks: false,
  },
  {
    turn: 1,
    tilt: 2,
    eyes: 'open',
    brows: { raise: 2, inner: -1 },
    mouth: { width: 20, curve: 5.5 },
    shoulders: 1,
    cheeks: false,
  },
  {
    turn: 2,
    tilt: 4,
    eyes: 'open',
    brows: { raise: 3.5, inner: -1.5 },
    mouth: { width: 24, curve: 9 },
    shoulders: 2,
    cheeks: true,
  },
];

export function expressionOf(confidence: number): Expression {
  return EXPRESSIONS[Math.min(4, Math.max(0, Math.round(confidence))) as 0 | 1 | 2 | 3 | 4];
}
