type Box = { name: string; lines: readonly string[]; x: number; y: number; width: number; apart?: true };

/** Who holds something. Coordinates are of a picture 360 wide, readable on a phone. */
const BOXES: readonly Box[] = [
  { name: 'names', lines: ['Fichier', 'des noms'], x: 8, y: 34, width: 100, apart: true },
  { name: 'staff', lines: ['Personnels'], x: 130, y: 34, width: 100 },
  { name: 'young', lines: ['Élèves,', 'familles'], x: 252, y: 34, width: 100 },
  { name: 'provider', lines: ['Fournisseur', 'd’identité'], x: 8, y: 172, width: 100 },
  { name: 'application', lines: ['Application'], x: 130, y: 172, width: 100 },
  { name: 'public', lines: ['Tout', 'le monde'], x: 252, y: 172, width: 100 },
  { name: 'database', lines: ['Base de', 'données'], x: 130, y: 292, width: 100 },
  { name: 'mail', lines: ['Envoi des', 'courriels'], x: 252, y: 292, width: 100 },
  { name: 'backups', lines: ['Sauvegardes'], x: 8, y: 292, width: 100 },
];
const HEIGHT = 52;

type Flow = {
  from: readonly [number, number];
  to: readonly [number, number];
  both?: true;
  way: string;
  passes: string;
  never: string;
};

/** What goes from one to another, in the order of the picture. */
export const FLOWS: readonly Flow[] = [
  {
    from: [108, 60],
    to: [130, 60],
    way: 'Du fichier des noms à l’écran du personnel',
    passes:
      'Les noms des élèves, posés sur les codes. Le fichier est chiffré ; il s’ouvre dans le navigateur, avec une phrase que seul l’établissement connaît',
    never: 'Un nom, vers l’application : ils restent sur l’ordinateur',
  },
  {
    from: [148, 86],
    to: [148, 172],
    both: true,
    way: 'Entre le personnel et l’application',
    passes:
      'Réponses, plans, textes de la personne ; pour un élève suivi : un code, des signes choisis dans une liste, des dates, des décisions. Un suivi passe d’un établissement à l’autre ici, par un code dit une fois',
    never: 'Nom d’élève, date de naissance, numéro national, santé, famille, revenus',
  },
  {
    from: [290, 86],
    to: [222, 172],
    both: true,
    way: 'Entre l’élève ou sa famille et l’application',
    passes:
      'Réponses à un questionnaire, par un code ; lecture de ce qui est gardé, correction, opposition, avec un mot secret',
    never: 'Compte, nom, adresse : rien de cela n’est demandé',
  },
  {
    from: [108, 198],
    to: [130, 198],
    both: true,
    way: 'Entre le fournisseur d’identité et l’application, s’il y en a un',
    passes: 'Nom, adresse électronique et identifiant du personnel, preuve de connexion',
    never: 'Ce que la personne fait ici',
  },
  {
    from: [230, 198],
    to: [252, 198],
    way: 'De l’application à tout le monde',
    passes:
      'Nombres du pays arrondis à cinq ; pour qui a reçu un code ou un badge, ce que dit une attestation',
    never: 'Un chiffre qui parlerait de moins de cinq personnes',
  },
  {
    from: [180, 224],
    to: [180, 292],
    both: true,
    way: 'Entre l’application et la base',
    passes: 'Tout ce qui est gardé, et le journal des actions sous un numéro',
    never: 'Les codes et les mots secrets : il n’en reste qu’une empreinte',
  },
  {
    from: [222, 224],
    to: [290, 292],
    way: 'De l’application au serveur d’envoi',
    passes: 'Adresse électronique du personnel ; code de connexion, ou rappel demandé',
    never: 'Quoi que ce soit sur un élève',
  },
  {
    from: [130, 318],
    to: [108, 318],
    way: 'De la base aux sauvegardes de l’exploitant',
    passes: 'Une copie de la base, selon le calendrier de l’exploitant',
    never: 'Un nom d’élève : la base n’en a pas',
  },
];

/** The picture alone, as it is also kept in docs/privacy. */
export function DataFlowPicture() {
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox="0 0 360 360"
      role="img"
      aria-label="Qui échange quoi avec qui : huit flux, décrits dans le tableau qui suit"
      font-family="sans-serif"
      font-size="14"
    >
      <defs>
        <marker
          id="pointe"
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="7"
          markerHeight="7"
          orient="auto-start-reverse"
        >
          <path d="M0 0 8 4 0 8z" fill="#3a3a3a" />
        </marker>
      </defs>
      <rect x="1" y="1" width="358" height="96" rx="8" fill="#f2f2f9" stroke="none" />
      <text x="10" y="22" fill="#3a3a3a">
        Dans les navigateurs
      </text>
      <rect x="122" y="140" width="116" height="214" rx="8" fill="#f2f2f9" stroke="none" />
      <text x="226" y="158" fill="#3a3a3a" text-anchor="end">
        Le serveur
      </text>
      {FLOWS.map(({ from, to, both }) => (
        <path
          d={`M${from.join(' ')} L${to.join(' ')}`}
          fill="none"
          stroke="#3a3a3a"
          stroke-width="1.5"
          marker-end="url(#pointe)"
          marker-start={both && 'url(#pointe)'}
        />
      ))}
      {BOXES.map(({ lines, x, y, width, apart }) => (
        <g>
          <rect
            x={x}
            y={y}
            width={width}
            height={HEIGHT}
            rx="6"
            fill="#fff"
            stroke="#3a3f9e"
            stroke-width={apart ? 2 : 1.5}
            stroke-dasharray={apart && '5 4'}
          />
          {lines.map((line, index) => (
            <text
              x={x + width / 2}
              y={y + HEIGHT / 2 + 5 + (index - (lines.length - 1) / 2) * 18}
              fill="#161616"
              text-anchor="middle"
            >
              {line}
            </text>
          ))}
        </g>
      ))}
      {FLOWS.map(({ from, to }, index) => {
        const [x, y] = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
        // Between two boxes side by side there is no room: the number goes above.
        const [at, height] = Math.abs(from[0] - to[0]) <= 22 && from[1] === to[1] ? [x, y - 16] : [x, y];
        return (
          <g>
            <circle cx={at} cy={height} r="10" fill="#3a3f9e" />
            <text x={at} y={height + 5} fill="#fff" text-anchor="middle" font-weight="700">
              {index + 1}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

/** Where data go, drawn, and said in a table for whoever does not see the drawing. */
export function DataFlow() {
  return (
    <>
      <figure class="data-flow">
        <DataFlowPicture />
        <figcaption>Les noms des élèves ne quittent pas le cadre du haut.</figcaption>
      </figure>
      <table>
        <caption class="fr-sr-only">Les flux de données</caption>
        <thead>
          <tr>
            <th scope="col">Flux</th>
            <th scope="col">Ce qui passe</th>
            <th scope="col">Ce qui ne passe pas</th>
          </tr>
        </thead>
        <tbody>
          {FLOWS.map(({ way, passes, never }, index) => (
            <tr>
              <th scope="row">
                {index + 1}. {way}
              </th>
              <td data-title="Passe : ">{passes}</td>
              <td data-title="Ne passe pas : ">{never}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
