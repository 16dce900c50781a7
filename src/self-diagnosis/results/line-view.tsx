import type { PolicyStatement, SchoolPolicy } from '../../content/index.ts';
import { AGREEMENTS } from '../words.ts';
import type { Line } from './results.ts';

/** The places of a line in words: those of the scale, then « je ne sais pas ». */
export function placesOf({ scale }: SchoolPolicy): string[] {
  return [...scale.map(({ label }) => label), 'Je ne sais pas'];
}

/** « 10 Par endroits, 5 En place » */
export function peopleText(policy: SchoolPolicy, { people }: Line): string {
  const places = placesOf(policy);
  return people
    .flatMap((count, index) => (count > 0 ? [`${count} ${places[index]!.toLowerCase()}`] : []))
    .join(', ');
}

export function LineView({
  line,
  statement: { title, recommendation, instead },
  policy,
}: {
  line: Line;
  statement: PolicyStatement;
  policy: SchoolPolicy;
}) {
  return (
    <li class="diagnosis-result">
      <p class="diagnosis-result__title">
        {recommendation}. {title}
      </p>
      <Squares people={line.people} />
      <p class="diagnosis-result__says">
        {peopleText(policy, line)} ; <strong>{AGREEMENTS[line.agreement]}</strong>
      </p>
      {instead && <p class="fr-hint-text">{instead}</p>}
    </li>
  );
}

const SIDE = 16;
const STEP = 20;
const BETWEEN = 10;

/** A square for five people, from « pas encore » to « en place et réajusté », then those who do not know. */
export function Squares({ people }: Pick<Line, 'people'>) {
  let x = 0;
  const squares = people.flatMap((count, place) => {
    const placed = Array.from({ length: count / 5 }, (_, index) => ({ place, x: x + index * STEP }));
    if (count > 0) x += (count / 5) * STEP + BETWEEN;
    return placed;
  });
  const width = Math.max(x - BETWEEN, SIDE);
  return (
    <svg
      class="fives"
      viewBox={`0 0 ${width} ${SIDE}`}
      width={width}
      height={SIDE}
      aria-hidden="true"
      focusable="false"
    >
      {squares.map((square) => (
        <rect
          class={`fives__square fives__square--${square.place}`}
          x={square.x + 1}
          y="1"
          width={SIDE - 2}
          height={SIDE - 2}
          rx="3"
        />
      ))}
    </svg>
  );
}

export function SquaresLegend({ policy }: { policy: SchoolPolicy }) {
  return (
    <ul class="fives-legend" aria-hidden="true">
      {placesOf(policy).map((label, place) => (
        <li>
          <svg
            class="fives"
            viewBox={`0 0 ${SIDE} ${SIDE}`}
            width={SIDE}
            height={SIDE}
            aria-hidden="true"
            focusable="false"
          >
            <rect
              class={`fives__square fives__square--${place}`}
              x="1"
              y="1"
              width={SIDE - 2}
              height={SIDE - 2}
              rx="3"
            />
          </svg>{' '}
          {label}
        </li>
      ))}
    </ul>
  );
}
