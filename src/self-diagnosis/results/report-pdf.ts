import { schoolYearName } from '../../calendar/index.ts';
import type { SchoolPolicy } from '../../content/index.ts';
import type { Block, Drawing, PdfDocument, Shape } from '../../pdf/index.ts';
import { dayText, longDate } from '../../web/index.ts';
import type { Diagnosis } from '../diagnosis.ts';
import type { Priority } from '../priorities/priority.ts';
import { AGREEMENTS } from '../words.ts';
import { compare } from './comparison.ts';
import { bothText, CHANGES } from './last-year.tsx';
import { peopleText } from './line-view.tsx';
import type { LastYear } from './results.store.ts';
import type { Line, Results } from './results.ts';
import { talkAbout } from './talk-about.ts';

export function reportFileName({ schoolName, year }: Diagnosis): string {
  return `Auto-diagnostic ${schoolYearName(year)} – ${schoolName}.pdf`;
}

/** What a school shows its board: what is to be talked about, the priorities, and the whole. */
export function reportDocument(
  {
    diagnosis,
    results,
    lastYear,
    priorities,
  }: { diagnosis: Diagnosis; results: Results; lastYear: LastYear | null; priorities: readonly Priority[] },
  { policy, ideas }: { policy: SchoolPolicy; ideas: readonly { id: string; title: string }[] },
  now: Date,
): PdfDocument {
  const titleOf = (id: string) => {
    const { recommendation, title } = policy.statements.find((statement) => statement.id === id)!;
    return `${recommendation}. ${title}`;
  };
  const said = (lines: readonly Line[]): Block => ({
    block: 'list',
    marked: true,
    items: lines.map((line) => [
      { text: [{ text: titleOf(line.statement), bold: true }, { text: ` : ${peopleText(policy, line)}` }] },
    ]),
  });
  const { far, divided, unknown, apart } = talkAbout(results);
  const part = (title: string, lines: readonly Line[]): Block[] =>
    lines.length === 0 ? [] : [{ block: 'heading', level: 3, text: title }, said(lines)];
  return {
    title: `Auto-diagnostic ${schoolYearName(diagnosis.year)} – ${diagnosis.schoolName}`,
    createdAt: now,
    footer: `Auto-diagnostic ${schoolYearName(diagnosis.year)}, ${diagnosis.schoolName}. Nombres arrondis à cinq.`,
    content: [
      {
        block: 'heading',
        level: 1,
        text: `Notre politique de persévérance, ${schoolYearName(diagnosis.year)}`,
      },
      {
        block: 'paragraph',
        style: 'lede',
        text: `${diagnosis.schoolName}. Environ ${results.people} personnes de l’établissement ont dit où nous en sommes sur les recommandations nationales contre le décrochage.`,
      },
      { block: 'heading', level: 2, text: 'Ce dont il faut parler' },
      ...part('Vues éloignées', far),
      ...part('Vues partagées', divided),
      ...part('La moitié au moins ne sait pas', unknown),
      ...(apart.length === 0
        ? []
        : ([
            { block: 'heading', level: 3, text: 'En cours et autour des cours' },
            {
              block: 'list',
              marked: true,
              items: apart.map((line) => [
                {
                  text: `${titleOf(line.statement)} : plutôt « ${policy.scale[line.class]!.label} » pour les personnes qui ont des élèves en cours, plutôt « ${policy.scale[line.around]!.label} » pour les autres`,
                },
              ]),
            },
          ] satisfies Block[])),
      ...(far.length + divided.length + unknown.length + apart.length === 0
        ? ([
            { block: 'paragraph', text: 'Les personnes qui ont répondu voient à peu près les mêmes choses.' },
          ] satisfies Block[])
        : []),
      { block: 'heading', level: 2, text: 'Nos priorités' },
      ...(priorities.length === 0
        ? ([{ block: 'paragraph', text: 'Elles ne sont pas encore choisies.' }] satisfies Block[])
        : priorities.flatMap((priority): Block[] => [
            { block: 'heading', level: 3, text: titleOf(priority.statement) },
            {
              block: 'list',
              items: [
                [{ text: [{ text: 'Ce que nous ferons : ', bold: true }, { text: priority.what }] }],
                [
                  {
                    text: [
                      { text: 'Qui s’en occupe : ', bold: true },
                      { text: `${priority.who}, pour le ${dayText(priority.due)}` },
                    ],
                  },
                ],
                [{ text: [{ text: 'À quoi nous le verrons : ', bold: true }, { text: priority.sign }] }],
                ...(priority.actions.length === 0
                  ? []
                  : [
                      [
                        {
                          text: [
                            { text: 'Idées d’actions : ', bold: true },
                            {
                              text: priority.actions
                                .map(
                                  (id) =>
                                    ideas.find((idea) => idea.id === id)?.title ??
                                    'une action retirée depuis',
                                )
                                .join(' ; '),
                            },
                          ],
                        },
                      ],
                    ]),
              ],
            },
          ])),
      { block: 'heading', level: 2, text: 'Recommandation par recommandation' },
      {
        block: 'paragraph',
        style: 'small',
        text: `De gauche à droite : ${policy.scale.map(({ label }) => label.toLowerCase()).join(', ')}, puis « je ne sais pas ». Un carré pour cinq personnes.`,
      },
      {
        block: 'table',
        columns: [
          { title: 'Recommandation', share: 0.5 },
          { title: 'Réponses', share: 0.32 },
          { title: 'Accord', share: 0.18 },
        ],
        rows: results.lines.map((line) => [
          { paragraphs: [{ text: titleOf(line.statement), style: 'cell' }] },
          { paragraphs: [{ text: peopleText(policy, line), style: 'small' }], drawing: squares(line) },
          { paragraphs: [{ text: AGREEMENTS[line.agreement], style: 'cell' }] },
        ]),
      },
      ...(lastYear ? lastYearBlocks(lastYear, results, titleOf) : []),
      {
        block: 'notice',
        paragraphs: [
          {
            text: 'Chaque nombre de personnes est un multiple de cinq : aucun ne parle de moins de cinq personnes.',
          },
          { text: 'Ce n’est ni une évaluation de l’établissement, ni une comparaison avec d’autres.' },
        ],
      },
      {
        block: 'paragraph',
        style: 'small',
        text: `D’après : ${policy.source.title}, ${policy.source.year}. Établi le ${longDate(now)}.`,
      },
    ],
  };
}

function lastYearBlocks(lastYear: LastYear, results: Results, titleOf: (id: string) => string): Block[] {
  const changed = compare(lastYear.results, results).filter(
    ({ change }) => change === 'up' || change === 'down',
  );
  return [
    { block: 'heading', level: 2, text: `Par rapport à ${schoolYearName(lastYear.year)}` },
    { block: 'paragraph', text: bothText(lastYear) },
    changed.length === 0
      ? {
          block: 'paragraph',
          text: 'Aucun changement ne peut être affirmé. Cela ne veut pas dire que rien n’a bougé.',
        }
      : {
          block: 'list',
          marked: true,
          items: changed.map(({ statement, change }) => [
            { text: `${titleOf(statement)} : ${CHANGES[change]}` },
          ]),
        },
  ];
}

const FILLS = ['#b34000', '#e8b27a', '#8f98e0', '#2a2e78', '#ffffff'] as const;
const SIDE = 8;

function squares({ people }: Line): Drawing {
  return {
    height: SIDE + 2,
    shapes: () => {
      const shapes: Shape[] = [];
      let x = 0;
      people.forEach((count, place) => {
        for (let index = 0; index < count / 5; index += 1) {
          shapes.push({
            shape: 'rectangle',
            x,
            y: 1,
            width: SIDE,
            height: SIDE,
            radius: 1.5,
            fill: FILLS[place]!,
            stroke: '#4a4a58',
          });
          x += SIDE + 2;
        }
        if (count > 0) x += 4;
      });
      return shapes;
    },
  };
}
