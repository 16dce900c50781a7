import {
  type AbilityState,
  type ItemParameters,
  maximumScore,
  readCompetence,
} from '../../psychometrics/index.ts';
import { type Content, competencesOf, type Response } from '../content/index.ts';
import { answerText, askedText } from './asked-text.ts';
import { type CaseStudyData, caseStudyDocument } from './case-study-data.ts';
import { type CertificateData, certificateDocument } from './certificate-data.ts';

/** Everything the database holds about one person. */
export type PersonalData = {
  person: {
    id: string;
    name: string;
    email: string | null;
    profession: string | null;
    schoolAnswered: boolean;
    welcomedAt: Date | null;
    noticeVersion: string | null;
    demonstration: boolean;
    auditActor: string;
    createdAt: Date;
  };
  memberships: {
    role: string;
    school: string | null;
    schoolName: string | null;
    academie: string | null;
    since: Date;
  }[];
  ability: (AbilityState & { answers: number; asOf: Date }) | null;
  evaluations: Evaluation[];
  reports: { questionId: string; questionVersion: number; message: string; at: Date }[];
  modules: { module: string; competence: string; step: number; begunAt: Date; finishedAt: Date | null }[];
  tries: { module: string; version: number; exercise: string; option: string; correct: boolean; at: Date }[];
  reviews: { module: string; card: string; due: Date; reviewedAt: Date | null; memory: unknown }[];
  dialogues: {
    dialogue: string;
    version: number;
    path: number[];
    ending: string | null;
    begunAt: Date;
    endedAt: Date | null;
  }[];
  rehearsals: { decision: string; version: number; day: string }[];
  path: { placed: string[]; hidden: string[] } | null;
  plans: {
    module: string | null;
    situation: string;
    act: string;
    help: string;
    due: string;
    outcome: 'done' | 'partly' | 'not-yet' | null;
    whatHappened: string | null;
    obstacle: string | null;
    madeAt: Date;
    lookedBackAt: Date | null;
  }[];
  efficacy: {
    instrument: string;
    version: number;
    before: number[];
    beforeAt: Date;
    after: number[] | null;
    afterAt: Date | null;
  }[];
  figures: { school: string; schoolYear: number; at: Date }[];
  accesses: { code: string; role: string; from: string; until: string; endedAt: Date | null }[];
  chairs: { school: string; from: string; endedAt: Date | null }[];
  readings: { code: string; access: string; at: Date }[];
  alerts: {
    school: string;
    number: number;
    code: string | null;
    level: string | null;
    signals: string[];
    word: string | null;
    day: string;
    at: Date;
    readAt: Date | null;
    decidedAt: Date | null;
  }[];
  plansShown: (Accompaniment & { situation: string; to: string; outcomeShown: boolean })[];
  plansAccompanied: Accompaniment[];
  groups: {
    title: string;
    joinedAt: Date;
    leftAt: Date | null;
    levelsAt: Date | null;
    listedAt: Date | null;
    remindersAt: Date | null;
  }[];
  teamViews: { title: string; at: Date; answers: number }[];
  groupsProposed: { title: string; opening: string; from: string; until: string; at: Date }[];
  attestations: {
    code: string;
    initials: string;
    firstDay: string;
    lastDay: string;
    minutes: number;
    finished: unknown;
    madeAt: Date;
  }[];
  workshops: {
    title: string;
    label: string;
    openedAt: Date;
    begunAt: Date | null;
    endedAt: Date | null;
    participants: number | null;
  }[];
  certificate: CertificateData;
  caseStudies: CaseStudyData;
  selfDiagnoses: {
    drafts: { school: string; year: number; answers: unknown; at: Date }[];
    sent: { school: string; year: number }[];
  };
  ideas: {
    adaptations: {
      action: string;
      title: string;
      kept: string;
      changed: string;
      withWhom: string;
      firstStep: string;
      firstDay: string | null;
      shown: boolean;
      madeAt: Date;
      changedAt: Date;
    }[];
    proposals: {
      status: string;
      title: string;
      summary: string;
      details: string;
      partners: string;
      observed: string;
      levels: string[];
      field: string | null;
      themes: string[];
      message: string | null;
      madeAt: Date;
      sentAt: Date | null;
      reviewedAt: Date | null;
    }[];
    reviews: { title: string; status: string; message: string | null; reviewedAt: Date | null }[];
  };
  surveys: {
    refusedAt: Date | null;
    occasions: { instrument: string; occasion: string; outcome: 'answered' | 'passed' }[];
  };
  mails: {
    wish: { rhythm: string; weekday: number; plans: boolean; chosenAt: Date } | null;
    notices: { kind: string; day: string; sentAt: Date | null }[];
  };
  sessions: { openedAt: Date; lastSeenAt: Date; provider: string | null; methods: string[] }[];
  identities: { issuer: string; subject: string; linkedAt: Date; lastUsedAt: Date }[];
  codes: { createdAt: Date; expiresAt: Date; attempts: number; usedAt: Date | null }[];
  audit: { at: Date; action: string; subject: string; by: 'person' | 'other' }[];
};
type Accompaniment = {
  askedAt: Date;
  openedAt: Date | null;
  declinedAt: Date | null;
  word: string | null;
  wordAt: Date | null;
};
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
  answer: { response: Response; credit: number | null; at: Date } | null;
};

const STATUS = { open: 'en cours', finished: 'terminée', stopped: 'arrêtée' } as const;
const OUTCOME = { done: 'fait', partly: 'en partie', 'not-yet': 'pas encore' } as const;
const PROPOSAL_STATUS: Readonly<Record<string, string>> = {
  draft: 'brouillon',
  waiting: 'envoyée',
  changes: 'à reprendre',
  declined: 'non retenue',
  published: 'publiée',
  withdrawn: 'retirée',
};
const KIND = { stage: 'étape', depth: 'exploration d’une compétence' } as const;

/** The whole as a document that people and programs read. */
export function personalDocument(data: PersonalData, content: Content, now: Date): object {
  const { person } = data;
  return {
    service: 'Application Persévérance',
    exporté_le: now,
    à_savoir:
      'Les niveaux sont des estimations pour progresser. Ils ne doivent servir ni à évaluer, ni à recruter, ni à certifier.',
    personne: {
      identifiant: person.id,
      nom_affiché: person.name,
      adresse_électronique: person.email,
      métier: person.profession,
      établissement_demandé: person.schoolAnswered,
      première_visite_terminée_le: person.welcomedAt,
      version_de_la_notice_lue: person.noticeVersion,
      personnage_de_démonstration: person.demonstration,
      numéro_dans_le_journal: person.auditActor,
      compte_créé_le: person.createdAt,
    },
    rattachements: data.memberships.map(({ role, school, schoolName, academie, since }) => ({
      rôle: role,
      uai: school,
      établissement: schoolName,
      académie: academie,
      depuis: since,
    })),
    niveaux_actuels: data.ability && {
      calculés_sur: data.ability.asOf,
      réponses: data.ability.answers,
      compétences: levels(data.ability, content),
      état_du_modèle: { moyennes: data.ability.mean, covariances: data.ability.covariance },
    },
    évaluations: data.evaluations.map((evaluation) => ({
      identifiant: evaluation.id,
      numéro: evaluation.number,
      occasion: evaluation.occasion,
      sorte: KIND[evaluation.kind],
      compétence: evaluation.competence,
      métier: evaluation.profession,
      statut: STATUS[evaluation.status],
      commencée_le: evaluation.startedAt,
      finie_le: evaluation.endedAt,
      questions: evaluation.questions.map(questionDocument),
      niveaux_avant: levels(evaluation.before, content),
      niveaux_après: evaluation.after && levels(evaluation.after, content),
      état_du_modèle_avant: { moyennes: evaluation.before.mean, covariances: evaluation.before.covariance },
      état_du_modèle_après: evaluation.after && {
        moyennes: evaluation.after.mean,
        covariances: evaluation.after.covariance,
      },
    })),
    signalements: data.reports.map(({ questionId, questionVersion, message, at }) => ({
      question: questionId,
      version: questionVersion,
      message,
      le: at,
    })),
    modules: data.modules.map(({ module, competence, step, begunAt, finishedAt }) => ({
      module,
      compétence: competence,
      étape_atteinte: step,
      commencé_le: begunAt,
      terminé_le: finishedAt,
    })),
    essais_aux_exercices: data.tries.map(({ module, version, exercise, option, correct, at }) => ({
      module,
      version,
      exercice: exercise,
      choix: option,
      juste: correct,
      le: at,
    })),
    révisions: data.reviews.map(({ module, card, due, reviewedAt, memory }) => ({
      module,
      carte: card,
      revient_le: due,
      revue_le: reviewedAt,
      mémoire_du_calendrier: memory,
    })),
    dialogues: data.dialogues.map(({ dialogue, version, path, ending, begunAt, endedAt }) => ({
      dialogue,
      titre: content.dialogues.find(({ id }) => id === dialogue)?.title ?? null,
      version,
      répliques_choisies: path.map((choice) => choice + 1),
      fin: ending,
      commencé_le: begunAt,
      terminé_le: endedAt,
    })),
    répétitions: data.rehearsals.map(({ decision, version, day }) => ({
      décision: decision,
      version,
      le: day,
    })),
    parcours_rangé: data.path && { placés_en_premier: data.path.placed, masqués: data.path.hidden },
    plans: data.plans.map((plan) => ({
      module: plan.module,
      si: plan.situation,
      alors_je: plan.act,
      aide: plan.help,
      date: plan.due,
      résultat: plan.outcome && OUTCOME[plan.outcome],
      ce_qui_s_est_passé: plan.whatHappened,
      ce_qui_a_empêché: plan.obstacle,
      écrit_le: plan.madeAt,
      bilan_le: plan.lookedBackAt,
    })),
    sentiment_d_efficacité: data.efficacy.map((said) => ({
      questionnaire: said.instrument,
      version: said.version,
      réponses_avant: said.before,
      avant_le: said.beforeAt,
      réponses_après: said.after,
      après_le: said.afterAt,
    })),
    chiffres_d_établissement_saisis: data.figures.map(({ school, schoolYear, at }) => ({
      uai: school,
      année: schoolYear,
      le: at,
    })),
    alertes_données: data.alerts.map((alert) => ({
      uai: alert.school,
      numéro: alert.number,
      code: alert.code,
      niveau: alert.level,
      signes: alert.signals,
      mot: alert.word,
      vu_le: alert.day,
      envoyée_le: alert.at,
      lue_le: alert.readAt,
      décidée_le: alert.decidedAt,
    })),
    accès_à_des_suivis: data.accesses.map(({ code, role, from, until, endedAt }) => ({
      code,
      en_tant_que: role,
      du: from,
      au: until,
      retiré_le: endedAt,
    })),
    présidences_du_gpds: data.chairs.map(({ school, from, endedAt }) => ({
      uai: school,
      depuis: from,
      finie_le: endedAt,
    })),
    suivis_ouverts: data.readings.map(({ code, access, at }) => ({ code, en_tant_que: access, le: at })),
    plans_montrés: data.plansShown.map(({ situation, to, outcomeShown, ...shown }) => ({
      si: situation,
      à: to,
      avec_le_résultat: outcomeShown,
      ...accompanimentDocument(shown),
    })),
    plans_que_l_on_me_montre: data.plansAccompanied.map(accompanimentDocument),
    ateliers_menés: data.workshops.map(({ title, label, openedAt, begunAt, endedAt, participants }) => ({
      titre: title,
      repère: label,
      ouvert_le: openedAt,
      commencé_le: begunAt,
      terminé_le: endedAt,
      participants,
    })),
    groupes_rejoints: data.groups.map((group) => ({
      groupe: group.title,
      rejoint_le: group.joinedAt,
      quitté_le: group.leftAt,
      niveaux_comptés_dans_la_vue_d_équipe_depuis: group.levelsAt,
      nom_montré_depuis: group.listedAt,
      rappels_acceptés_depuis: group.remindersAt,
    })),
    vues_d_équipe_où_mes_réponses_ont_compté: data.teamViews.map(({ title, at, answers }) => ({
      groupe: title,
      le: at,
      réponses_connues_alors: answers,
    })),
    groupes_proposés: data.groupsProposed.map(({ title, opening, from, until, at }) => ({
      nom: title,
      mot_d_accueil: opening,
      du: from,
      au: until,
      créé_le: at,
    })),
    attestations: data.attestations.map(
      ({ code, initials, firstDay, lastDay, minutes, finished, madeAt }) => ({
        code,
        initiales: initials,
        du: firstDay,
        au: lastDay,
        minutes,
        terminé: finished,
        établie_le: madeAt,
      }),
    ),
    certificat: certificateDocument(data.certificate),
    études_de_cas: caseStudyDocument(data.caseStudies),
    auto_diagnostics: {
      réponses_pas_encore_envoyées: data.selfDiagnoses.drafts.map(({ school, year, answers, at }) => ({
        uai: school,
        année: year,
        réponses: answers,
        modifiées_le: at,
      })),
      réponses_envoyées_sans_nom: data.selfDiagnoses.sent.map(({ school, year }) => ({
        uai: school,
        année: year,
      })),
    },
    idées_d_actions: {
      adaptations: data.ideas.adaptations.map((one) => ({
        action: one.action,
        titre: one.title,
        gardé: one.kept,
        changé: one.changed,
        avec_qui: one.withWhom,
        premier_pas: one.firstStep,
        date: one.firstDay,
        montrée_à_la_direction: one.shown,
        écrite_le: one.madeAt,
        modifiée_le: one.changedAt,
      })),
      propositions: data.ideas.proposals.map((one) => ({
        état: PROPOSAL_STATUS[one.status] ?? one.status,
        titre: one.title,
        résumé: one.summary,
        étapes: one.details,
        partenaires: one.partners,
        observé: one.observed,
        niveaux: one.levels,
        moment: one.field,
        thèmes: one.themes,
        message_de_la_relecture: one.message,
        écrite_le: one.madeAt,
        envoyée_le: one.sentAt,
        relue_le: one.reviewedAt,
      })),
      relectures: data.ideas.reviews.map(({ title, status, message, reviewedAt }) => ({
        titre: title,
        état: PROPOSAL_STATUS[status] ?? status,
        message,
        le: reviewedAt,
      })),
    },
    avis: {
      refusés_pour_toujours_le: data.surveys.refusedAt,
      occasions: data.surveys.occasions.map(({ instrument, occasion, outcome }) => ({
        questions: instrument,
        sur: occasion,
        fait: outcome === 'answered' ? 'répondu' : 'passé',
      })),
    },
    rappels_par_courriel: data.mails.wish && {
      rythme: data.mails.wish.rhythm,
      jour_de_la_semaine: data.mails.wish.weekday,
      à_la_date_d_un_plan: data.mails.wish.plans,
      choisi_le: data.mails.wish.chosenAt,
    },
    courriels: data.mails.notices.map(({ kind, day, sentAt }) => ({
      sorte: kind,
      jour: day,
      parti_le: sentAt,
    })),
    sessions_ouvertes: data.sessions.map(({ openedAt, lastSeenAt, provider, methods }) => ({
      ouverte_le: openedAt,
      dernière_visite: lastSeenAt,
      par_le_fournisseur: provider,
      preuves_données: methods,
    })),
    fournisseurs_d_identité: data.identities.map(({ issuer, subject, linkedAt, lastUsedAt }) => ({
      fournisseur: issuer,
      identifiant_là_bas: subject,
      première_fois: linkedAt,
      dernière_fois: lastUsedAt,
    })),
    codes_de_connexion: data.codes.map(({ createdAt, expiresAt, attempts, usedAt }) => ({
      demandé_le: createdAt,
      expire_le: expiresAt,
      essais: attempts,
      utilisé_le: usedAt,
    })),
    journal: data.audit.map(({ at, action, subject, by }) => ({
      le: at,
      action,
      objet: subject,
      par: by === 'person' ? 'vous' : 'quelqu’un d’autre',
    })),
  };
}

function accompanimentDocument({ askedAt, openedAt, declinedAt, word, wordAt }: Accompaniment): object {
  return { montré_le: askedAt, ouvert_le: openedAt, refusé_le: declinedAt, mot: word, mot_écrit_le: wordAt };
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
export function answerRows({ evaluations }: Pick<PersonalData, 'evaluations'>): string[][] {
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
