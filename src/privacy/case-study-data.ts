/** Case studies of a person, those they were shown, and the dates they wrote for everybody. */
export type CaseStudyData = {
  studies: {
    dossier: string;
    version: number;
    manner: 'screen' | 'paper';
    saidMinutes: number | null;
    startedAt: Date;
    finishedAt: Date | null;
    savedAt: Date | null;
    diagnosis: string;
    proposals: string;
    hourDiagnosis: string | null;
    hourProposals: string | null;
    marks: object;
    markedAt: Date | null;
    pauses: { from: string; until: string | null }[];
    replies: { question: number; reply: string; at: string }[];
    readers: { to: string; marks: object | null; word: string | null; declined: boolean; at: string }[];
  }[];
  shown: {
    dossier: string;
    askedAt: Date;
    openedAt: Date | null;
    declinedAt: Date | null;
    marks: object | null;
    word: string | null;
  }[];
  dates: { academie: string; opensOn: string; closesOn: string; at: Date }[];
};

export function caseStudyDocument({ studies, shown, dates }: CaseStudyData): object {
  return {
    études: studies.map((study) => ({
      dossier: study.dossier,
      version: study.version,
      faite: study.manner === 'paper' ? 'sur papier' : 'à l’écran',
      minutes_dites: study.saidMinutes,
      commencée_le: study.startedAt,
      finie_le: study.finishedAt,
      enregistrée_le: study.savedAt,
      pauses: study.pauses.map(({ from, until }) => ({ de: from, à: until })),
      diagnostic: study.diagnosis,
      propositions: study.proposals,
      diagnostic_à_60_00: study.hourDiagnosis,
      propositions_à_60_00: study.hourProposals,
      grille: study.marks,
      grille_remplie_le: study.markedAt,
      réponses_au_jury: study.replies.map(({ question, reply, at }) => ({
        question,
        réponse: reply,
        le: at,
      })),
      montrée: study.readers.map(({ to, marks, word, declined, at }) => ({
        à: to,
        grille: marks,
        mot: word,
        refusée: declined,
        le: at,
      })),
    })),
    études_que_l_on_me_montre: shown.map(({ dossier, askedAt, openedAt, declinedAt, marks, word }) => ({
      dossier,
      montrée_le: askedAt,
      ouverte_le: openedAt,
      refusée_le: declinedAt,
      ma_grille: marks,
      mon_mot: word,
    })),
    dates_d_inscription_saisies: dates.map(({ academie, opensOn, closesOn, at }) => ({
      académie: academie,
      du: opensOn,
      au: closesOn,
      saisies_le: at,
    })),
  };
}
