/** What is held about a person for the certificate. */
export type CertificateData = {
  pieces: {
    kind: string;
    piece: string;
    competences: string[];
    epreuves: number[];
    note: string | null;
    at: Date;
  }[];
  sessions: {
    title: string;
    aim: string;
    level: string;
    youngPeople: number;
    steps: object;
    adaptations: string;
    proofs: string;
    madeAt: Date;
    changedAt: Date;
    heldOn: string | null;
    debrief: object | null;
  }[];
  badges: { id: string; achievement: string; token: string; madeAt: Date }[];
  hours: { common: number; chosen: number; practical: number; at: Date } | null;
  asked: (Confirmation & { to: string; openedAt: Date | null })[];
  answered: Confirmation[];
};
type Confirmation = {
  competence: string;
  day: string;
  occasion: string;
  levelAsked: number | null;
  askedAt: Date;
  answer: 'confirmed' | 'declined' | 'withdrawn' | null;
  answeredAt: Date | null;
  acts: string[];
  level: number | null;
  word: string | null;
};

const ANSWER = { confirmed: 'confirmé', declined: 'refusé', withdrawn: 'retiré' } as const;

export function certificateDocument({
  pieces,
  sessions,
  badges,
  hours,
  asked,
  answered,
}: CertificateData): object {
  return {
    pièces_du_dossier: pieces.map(({ kind, piece, competences, epreuves, note, at }) => ({
      sorte: kind,
      pièce: piece,
      compétences: competences,
      épreuves: epreuves,
      note,
      rattachée_le: at,
    })),
    séances_préparées: sessions.map((session) => ({
      titre: session.title,
      but: session.aim,
      niveau: session.level,
      nombre_de_jeunes: session.youngPeople,
      moments: session.steps,
      adaptations: session.adaptations,
      preuves: session.proofs,
      préparée_le: session.madeAt,
      changée_le: session.changedAt,
      faite_le: session.heldOn,
      après_la_séance: session.debrief,
    })),
    badges: badges.map(({ id, achievement, token, madeAt }) => ({
      identifiant: id,
      réalisation: achievement,
      badge_signé: token,
      fait_le: madeAt,
    })),
    heures_déclarées: hours && {
      modules_obligatoires: hours.common,
      modules_au_choix: hours.chosen,
      temps_pratique: hours.practical,
      le: hours.at,
    },
    confirmations_demandées: asked.map(({ to, openedAt, ...confirmation }) => ({
      à: to,
      ouverte_le: openedAt,
      ...confirmationDocument(confirmation),
    })),
    confirmations_que_l_on_me_demande: answered.map(confirmationDocument),
  };
}

function confirmationDocument(confirmation: Confirmation): object {
  return {
    compétence: confirmation.competence,
    vu_le: confirmation.day,
    ce_qui_a_été_vu: confirmation.occasion,
    niveau_demandé: confirmation.levelAsked,
    demandée_le: confirmation.askedAt,
    réponse: confirmation.answer && ANSWER[confirmation.answer],
    répondue_le: confirmation.answeredAt,
    actes_vus: confirmation.acts,
    niveau_confirmé: confirmation.level,
    mot: confirmation.word,
  };
}
