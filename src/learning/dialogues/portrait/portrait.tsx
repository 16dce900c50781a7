import type { PortraitName } from '../../../content/index.ts';
import { CHARACTERS, type Character } from './characters.tsx';
import { type Expression, expressionOf } from './expression.ts';

/** Somebody, as their confidence shows on their face (0 closed … 4 trusting). Decorative: the text says the mood. */
export function Portrait({
  name,
  confidence,
  small = false,
}: {
  name: PortraitName;
  confidence: number;
  small?: boolean;
}) {
  const character = CHARACTERS[name];
  const expression = expressionOf(confidence);
  return (
    <svg
      class={`portrait${small ? ' portrait--small' : ''}`}
      viewBox="0 0 200 200"
      aria-hidden="true"
      focusable="false"
    >
      <path d="M0 0h200v200H0z" fill={character.backdrop} />
      <g transform={`rotate(${expression.tilt} 100 150)`}>
        <g fill={character.hair}>{character.behind}</g>
        <path d="M86 120h28v26q-14 12-28 0z" fill={character.shade} />
      </g>
      <g transform={`translate(0 ${expression.shoulders})`}>{character.clothes}</g>
      <g transform={`rotate(${expression.tilt} 100 150)`}>
        <Head character={character} expression={expression} />
        <g fill={character.hair}>{character.before}</g>
      </g>
    </svg>
  );
}

function Head({ character, expression }: { character: Character; expression: Expression }) {
  const { skin, shade } = character;
  return (
    <>
      <ellipse cx="66" cy="97" rx="7" ry="9" fill={shade} />
      <ellipse cx="134" cy="97" rx="7" ry="9" fill={shade} />
      <path d="M66 84c0-26 14-40 34-40s34 14 34 40c0 32-14 52-34 52s-34-20-34-52z" fill={skin} />
      {character.beard}
      <g transform={`translate(${expression.turn} ${expression.eyes === 'down' ? 3 : 0})`}>
        {expression.cheeks && (
          <g fill="#b34000" opacity=".16">
            <ellipse cx="79" cy="106" rx="7" ry="5" />
            <ellipse cx="121" cy="106" rx="7" ry="5" />
          </g>
        )}
        <Eyes expression={expression} />
        <Brows expression={expression} colour={character.hair} />
        <path
          d="M100 92q-5 9-3 12 2 2 5 1"
          fill="none"
          stroke={shade}
          stroke-width="3"
          stroke-linecap="round"
        />
        {character.onFace}
        <Mouth expression={expression} colour={character.beard ? '#c98d72' : '#7a2e1d'} />
      </g>
    </>
  );
}

const INK = '#1e1e2e';

function Eyes({ expression: { eyes } }: { expression: Expression }) {
  if (eyes === 'down') {
    return (
      <g fill="none" stroke={INK} stroke-width="3" stroke-linecap="round">
        <path d="M79 91q6 4 12 0M109 91q6 4 12 0" />
      </g>
    );
  }
  const [shift, height] = eyes === 'aside' ? [-2, 3.2] : [0, 4.4];
  return (
    <g fill={INK}>
      <ellipse cx={85 + shift} cy="92" rx="3.6" ry={height} />
      <ellipse cx={115 + shift} cy="92" rx="3.6" ry={height} />
    </g>
  );
}

function Brows({ expression: { brows }, colour }: { expression: Expression; colour: string }) {
  const y = 81 - brows.raise;
  return (
    <g fill="none" stroke={colour} stroke-width="3.4" stroke-linecap="round">
      <path d={`M78 ${y + 1}Q85 ${y - 3} 92 ${y + brows.inner}`} />
      <path d={`M122 ${y + 1}Q115 ${y - 3} 108 ${y + brows.inner}`} />
    </g>
  );
}

function Mouth({ expression: { mouth }, colour }: { expression: Expression; colour: string }) {
  const half = mouth.width / 2;
  const y = 119 - mouth.curve / 3;
  return (
    <path
      d={`M${100 - half} ${y}Q100 ${y + mouth.curve * 1.4} ${100 + half} ${y}`}
      fill="none"
      stroke={colour}
      stroke-width="3.2"
      stroke-linecap="round"
    />
  );
}
