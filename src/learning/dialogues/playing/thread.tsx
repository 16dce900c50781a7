import { doorText } from '../portrait/mood.ts';

const WIDTH = 320;
const HEIGHT = 150;
const LEFT = 16;
const TOP = 16;
const BOTTOM = 118;

type Thread = { confidence: number }[];

/** How the person opened and closed, exchange by exchange; beside it, dashed, the way not taken. A table says the same. */
export function ConfidenceThread({
  label,
  taken,
  other,
}: {
  label: string;
  taken: Thread;
  other: Thread | null;
}) {
  const count = Math.max(taken.length, other?.length ?? 0);
  const at = (index: number, confidence: number) => ({
    x: LEFT + (index * (WIDTH - 2 * LEFT)) / Math.max(1, count - 1),
    y: BOTTOM - (confidence * (BOTTOM - TOP)) / 4,
  });
  const line = (thread: Thread) =>
    thread
      .map(({ confidence }, index) => at(index, confidence))
      .map(({ x, y }) => `${x} ${y}`)
      .join('L');
  return (
    <figure class="thread">
      <figcaption>{label}</figcaption>
      <p class="thread__edge" aria-hidden="true">
        grande ouverte
      </p>
      <svg class="thread__drawing" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" focusable="false">
        {[0, 1, 2, 3, 4].map((level) => (
          <path class="thread__level" d={`M0 ${at(0, level).y}H${WIDTH}`} />
        ))}
        {other && <path class="thread__other" d={`M${line(other)}`} />}
        <path class="thread__taken" d={`M${line(taken)}`} />
        {taken.map(({ confidence }, index) => {
          const { x, y } = at(index, confidence);
          return <circle class="thread__point" cx={x} cy={y} r="4.5" />;
        })}
        {Array.from({ length: count }, (_, index) => (
          <text class="thread__number" x={at(index, 0).x} y={HEIGHT - 6} text-anchor="middle">
            {index + 1}
          </text>
        ))}
      </svg>
      <p class="thread__edge thread__edge--low" aria-hidden="true">
        fermée
      </p>
      <p class="thread__legend" aria-hidden="true">
        <span class="thread__key">Votre chemin</span>
        {other && <span class="thread__key thread__key--other">L’autre chemin</span>}
      </p>
      <details>
        <summary>Lire ce dessin en tableau</summary>
        <table class="thread__table">
          <caption class="fr-sr-only">Où en est la conversation après chaque échange</caption>
          <thead>
            <tr>
              <th scope="col">Échange</th>
              <th scope="col">Votre chemin</th>
              {other && <th scope="col">L’autre chemin</th>}
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: count }, (_, index) => (
              <tr>
                <th scope="row">{index + 1}</th>
                <td>{said(taken[index])}</td>
                {other && <td>{said(other[index])}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

function said(moment: Thread[number] | undefined): string {
  return moment ? doorText(moment.confidence) : 'terminé';
}
