import {
  type AbilityState,
  type ItemParameters,
  maximumScore,
  readCompetence,
} from '../../../psychometrics/index.ts';
import { type Content, competencesOf, type Response } from '../../content/index.ts';
import { answerText, askedText } from './asked-text.ts';

/** A series as it is told to whoever took it. */
export type Evaluation = {
  id: string;
  number: number;
  occasion: number;
  kind: 'stage' | 'depth';
  competence: string | null;
  profession: string;
  status: 'open' | 'finished' | 'stopped';
  startedAt: Date;
  endedAt: Date | null;
  before: AbilityState;
  after: AbilityState | null;
  /** Skills left out, or learnt in a module before, and the version of what questions are measured with. */
  excluded: string[];
  learnt: string[];
  parameterVersion: string;
  questions: ServedQuestion[];
};
export type ServedQuestion = {
  position: number;
  /** Not said while the series is open: with the published bank it would give the key away. */
  questionId: string | null;
  version: number;
  competence: string;
  body: unknown;
  caseBody: unknown;
  parameters: object | null;
  servedAt: Date;
  answer: { response: Response; credit: number | null; at: Date; reread: boolean } | null;
};

const STATUS = { open: 'en cours', finished: 'terminée', stopped: 'arrêtée' } as const;
const KIND = { stage: 'étape', depth: 'exploration d’une compétence' } as const;

/** A series in the words of the download. */
export function evaluationDocument(evaluation: Evaluation, content: Content): object {
  const { before, after } = evaluation;
  return {
    identifiant: evaluation.id,
    numéro: evaluation.number,
    occasion: evaluation.occasion,
    sorte: KIND[evaluation.kind],
    compétence: evaluation.competence,
    métier: evaluation.profession,
    statut: STATUS[evaluation.status],
    commencée_le: evaluation.startedAt,
    finie_le: evaluation.endedAt,
    mis_de_côté: evaluation.excluded,
    appris_avant: evaluation.learnt,
    version_de_la_mesure: evaluation.parameterVersion,
    questions: evaluation.questions.map(questionDocument),
    niveaux_avant: levels(before, content),
    niveaux_après: after && levels(after, content),
    état_du_modèle_avant: modelDocument(before),
    état_du_modèle_après: after && modelDocument(after),
  };
}

/** What is known of somebody now. */
export function abilityDocument(
  ability: AbilityState & { answers: number; asOf: Date },
  content: Content,
): object {
  return {
    calculés_sur: ability.asOf,
    réponses: ability.answers,
    compétences: levels(ability, content),
    état_du_modèle: modelDocument(ability),
  };
}

function modelDocument({ mean, covariance }: AbilityState): object {
  return { moyennes: mean, covariances: covariance };
}

function questionDocument(served: ServedQuestion): object {
  const { body, caseBody, answer, ...question } = served;
  const { text, proposals } = askedText(body, caseBody);
  return {
    position: question.position,
    question: question.questionId,
    version: question.version,
    compétence: question.competence,
    texte: text,
    propositions: proposals,
    posée_le: question.servedAt,
    paramètres_de_mesure: question.parameters,
    réponse: answer && {
      texte: answerText(body, answer.response),
      telle_qu_enregistrée: answer.response,
      points: answer.credit,
      points_possibles: pointsPossible(served),
      le: answer.at,
      relue_avant_d_être_enregistrée: answer.reread,
    },
  };
}

/** The most an answer could earn by the rules of its day: those it was measured with, which its parameters keep. */
function pointsPossible({ parameters, body, caseBody }: ServedQuestion): number | null {
  return parameters ? maximumScore(parameters as ItemParameters) : askedText(body, caseBody).maximum;
}

function levels(state: AbilityState, { framework }: Content): object[] {
  return competencesOf(framework).map(({ code, title }, dimension) => {
    const { mostProbableLevel, lowestLevel, highestLevel, mean, standardError } = readCompetence(
      state,
      dimension,
    );
    return {
      compétence: code,
      intitulé: title,
      niveau_le_plus_probable: mostProbableLevel,
      nom_du_niveau: framework.levelNames[mostProbableLevel - 1],
      entre_les_niveaux: [lowestLevel, highestLevel],
      estimation: rounded(mean),
      erreur_type: rounded(standardError),
    };
  });
}

function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}

export const ANSWER_COLUMNS = [
  'Évaluation',
  'Sorte',
  'Statut',
  'Position',
  'Compétence',
  'Question',
  'Version',
  'Texte de la question',
  'Propositions',
  'Posée le',
  'Réponse',
  'Points',
  'Points possibles',
  'Répondu le',
] as const;

/** One row a question asked, in the order they were asked; an unanswered one has an empty answer. */
export function answerRows(evaluations: readonly Evaluation[]): string[][] {
  return evaluations.flatMap(({ number, kind, status, questions }) =>
    questions.map((question) => {
      const { position, competence, questionId, version, body, caseBody, servedAt, answer } = question;
      const { text, proposals } = askedText(body, caseBody);
      const maximum = pointsPossible(question);
      return [
        String(number),
        KIND[kind],
        STATUS[status],
        String(position),
        competence,
        questionId ?? '',
        String(version),
        text,
        proposals.join(' | '),
        parisTime(servedAt),
        answer ? answerText(body, answer.response) : '',
        String(answer?.credit ?? ''),
        maximum === null ? '' : String(maximum),
        answer ? parisTime(answer.at) : '',
      ];
    }),
  );
}

const PARIS = new Intl.DateTimeFormat('sv-SE', {
  dateStyle: 'short',
  timeStyle: 'medium',
  timeZone: 'Europe/Paris',
});

/** As French spreadsheets read a date: 2026-11-23 09:20:00. */
function parisTime(date: Date): string {
  return PARIS.format(date);
}
