import type { LevelReading } from '../../../psychometrics/index.ts';
import { longDate } from '../../calendar/index.ts';
import type { Block, Drawing, Paragraph, PdfDocument, Shape } from '../../pdf/index.ts';
import { STAGES } from '../bank/next-question.ts';
import { placeBand, placeZones } from './band-drawing.ts';
import { EXPLORATION_REASONS, sortCompetences } from './exploration.ts';
import {
  bandInWords,
  capitalised,
  isOneZone,
  LEVEL_MEANINGS,
  LEVEL_ZONES,
  mostProbableInWords,
  PROVISIONAL_NOTICE,
  zoneOf,
} from './level-words.ts';
import type { CompetenceReport, Moment, Profile } from './profile.ts';

const TITLE = 'Ce que je sais';
const NOT_FOR = 'Ne peut servir ni à évaluer, ni à recruter, ni à certifier.';

/** The name says what and when, not whose: a folder of downloads is often shared. */
export function profileFileName(now: Date): string {
  return `${TITLE} – ${longDate(now)}.pdf`;
}

/** The page « Ce que je sais » on paper: the same words, each level with its band. */
export function profileDocument(profile: Profile, name: string, now: Date): PdfDocument {
  return {
    title: `${TITLE} – ${name} – ${longDate(now)}`,
    createdAt: now,
    footer: NOT_FOR,
    content: [
      { block: 'heading', level: 1, text: TITLE },
      ...basis(profile, name, now),
      ...general(profile),
      ...domains(profile),
      ...meanings(profile),
      ...competences(profile),
      ...history(profile),
    ],
  };
}

function basis({ answers, asOf, parameterVersion }: Profile, name: string, now: Date): Block[] {
  return [
    { block: 'paragraph', style: 'lede', text: [{ text: name, bold: true }] },
    {
      block: 'paragraph',
      style: 'small',
      text: `Établi le ${longDate(now)}, sur ${countAnswers(answers)} ; dernière réponse le ${longDate(asOf)}. Version des paramètres : ${parameterVersion}.`,
    },
    {
      block: 'notice',
      paragraphs: [
        { text: PROVISIONAL_NOTICE },
        {
          style: 'small',
          text: 'Elle décrit des connaissances et des jugements en situation, pas des actes.',
        },
      ],
    },
  ];
}

function general({ general, stages }: Profile): Block[] {
  return [
    { block: 'heading', level: 2, text: 'Dans l’ensemble' },
    { block: 'paragraph', style: 'verdict', text: capitalised(bandInWords(general)) },
    ...(isOneZone(general)
      ? []
      : [{ block: 'paragraph', text: `le plus probable : ${mostProbableInWords(general)}` } as const]),
    {
      block: 'figure',
      alt: `Barre sur quatre zones, de ${LEVEL_ZONES[0]} à ${LEVEL_ZONES[3]}. La barre : ${bandInWords(general)}. Le trait foncé, le plus probable : ${mostProbableInWords(general)}.`,
      drawing: bandWithScale(general),
    },
    {
      block: 'paragraph',
      style: 'small',
      text: `La barre montre où vous êtes neuf fois sur dix ; le trait foncé, le plus probable.${stages < STAGES ? ' Une étape de plus la rendra plus courte.' : ''}`,
    },
  ];
}

function domains({ domains }: Profile): Block[] {
  return [
    { block: 'heading', level: 2, text: 'Par domaine' },
    {
      block: 'table',
      columns: [
        { title: 'Domaine', share: 0.23 },
        { title: 'Estimation', share: 0.68, scale: SCALE },
        { title: 'Réponses', share: 0.09, align: 'right' },
      ],
      rows: domains.map(({ domain, reading, answers }) => [
        { paragraphs: [{ text: [{ text: domain.title, bold: true }], style: 'cell' }] },
        {
          paragraphs: [{ text: readingInWords(reading), style: 'cell' }],
          drawing: bandAlone(reading),
        },
        { paragraphs: [{ text: String(answers), style: 'cell' }] },
      ]),
    },
    {
      block: 'paragraph',
      style: 'small',
      text: 'Un domaine où vous avez peu répondu est estimé en partie d’après les autres : ne comparez que des barres qui ne se recouvrent presque pas.',
    },
  ];
}

function meanings({ general }: Profile): Block[] {
  const probable = zoneOf(general.mostProbableLevel);
  return [
    { block: 'heading', level: 2, text: 'Ce que veut dire un niveau' },
    {
      block: 'list',
      columns: 2,
      items: LEVEL_ZONES.map((zone, index): Paragraph[] => [
        { text: zone, style: 'strong' },
        ...(index === probable ? [{ text: 'le plus probable pour vous', style: 'small' } as const] : []),
        { text: LEVEL_MEANINGS[index]! },
      ]),
    },
  ];
}

function competences(profile: Profile): Block[] {
  const { measured, toExplore } = sortCompetences(profile);
  const blocks: Block[] = [{ block: 'heading', level: 2, text: 'Par compétence' }];
  if (measured.length > 0) {
    blocks.push(
      { block: 'heading', level: 3, text: 'Mesurées' },
      { block: 'list', columns: 2, items: measured.map(measuredCompetence) },
    );
  }
  if (toExplore.length > 0) {
    blocks.push(
      { block: 'heading', level: 3, text: 'Pistes à explorer' },
      {
        block: 'paragraph',
        text: 'Une compétence n’est dite « mesurée » qu’avec au moins trois réponses à elle et une marge d’au plus trois niveaux. Les autres ne sont ni des points forts ni des points faibles : elles sont à explorer.',
      },
      {
        block: 'list',
        columns: 2,
        items: toExplore.map(({ competence, reason }) => [
          { text: competence.title, style: 'strong' },
          { text: EXPLORATION_REASONS[reason!], style: 'small' },
        ]),
      },
    );
  }
  return blocks;
}

function measuredCompetence({ competence, reading, answers }: CompetenceReport): Paragraph[] {
  return [
    { text: competence.title, style: 'strong' },
    {
      text: `${readingInWords(reading!)}. ${countAnswers(answers)}.`,
      style: 'small',
    },
  ];
}

function history({ history }: Profile): Block[] {
  return [
    { block: 'heading', level: 2, text: 'Dans le temps' },
    {
      block: 'list',
      items: [...history].reverse().map((moment) => [
        {
          text: `${longDate(moment.endedAt)} · ${countAnswers(moment.answers)}`,
          style: 'strong',
        },
        {
          text: `${readingInWords(moment.general)}.`,
        },
        ...changes(moment),
      ]),
    },
    {
      block: 'paragraph',
      style: 'small',
      text: 'Pour une personne, seul un changement d’environ deux niveaux peut être établi. Répondre à plus de questions rend l’estimation plus précise : ce n’est pas un changement.',
    },
  ];
}

function changes({ changes }: Moment): Paragraph[] {
  if (changes === 'first') return [];
  if (changes.length === 0)
    return [{ text: 'Aucun changement établi depuis la fois précédente.', style: 'small' }];
  return changes.map(({ what, direction }) => ({
    text: `${what} : ${direction === 'up' ? 'progrès établi' : 'baisse établie'} depuis la fois précédente.`,
    style: 'small',
  }));
}

/** The band first; the most probable level only beside it, and when it says more. */
function readingInWords(reading: LevelReading): string {
  const band = capitalised(bandInWords(reading));
  return isOneZone(reading) ? band : `${band} ; le plus probable : ${mostProbableInWords(reading)}`;
}

function countAnswers(answers: number): string {
  return `${answers} réponse${answers > 1 ? 's' : ''}`;
}

/** Greys apart enough to be told on a black and white print; lines part the zones. */
const COLORS = {
  zones: ['#f4f5fc', '#ebedfb', '#e2e5fa', '#f4f4f6'],
  edge: '#8a8a99',
  band: '#9aa4e8',
  outline: '#3a3f9e',
  point: '#1e1e2e',
} as const;

function bandAlone(reading: LevelReading): Drawing {
  const height = 16;
  return { height, shapes: (width) => bandShapes(reading, width, height) };
}

function bandWithScale(reading: LevelReading): Drawing {
  const height = 30;
  return {
    height: height + 5 + 12,
    shapes: (width) => [
      ...bandShapes(reading, width, height),
      ...zoneNames(width).map((label) => ({ ...label, y: height + 5 })),
    ],
  };
}

const SCALE: Drawing = { height: 19, shapes: zoneNames };

function zoneNames(width: number): Extract<Shape, { shape: 'label' }>[] {
  const edges = placeZones(width);
  return LEVEL_ZONES.map((text, zone) => ({
    shape: 'label',
    text,
    x: edges[zone]! + 2,
    y: 0,
    width: edges[zone + 1]! - edges[zone]! - 4,
  }));
}

function bandShapes(reading: LevelReading, width: number, height: number): Shape[] {
  const edges = placeZones(width);
  const band = placeBand(reading, width);
  const thickness = Math.max(8, height * 0.42);
  return [
    ...edges.slice(0, -1).map(
      (edge, zone): Shape => ({
        shape: 'rectangle',
        x: edge,
        y: 0,
        width: edges[zone + 1]! - edge,
        height,
        fill: COLORS.zones[zone]!,
      }),
    ),
    ...edges.map(
      (edge): Shape => ({ shape: 'line', x1: edge, y1: 0, x2: edge, y2: height, stroke: COLORS.edge }),
    ),
    {
      shape: 'rectangle',
      x: band.left,
      y: (height - thickness) / 2,
      width: band.width,
      height: thickness,
      radius: thickness / 2,
      fill: COLORS.band,
      stroke: COLORS.outline,
    },
    {
      shape: 'rectangle',
      x: band.point - 2,
      y: 1.5,
      width: 4,
      height: height - 3,
      radius: 2,
      fill: COLORS.point,
    },
  ];
}
