import type { Profession } from '../content/index.ts';
import type { Membership } from '../web/index.ts';
import { uaiLetter } from './schools/uai.ts';

/**
 * The people and schools of the demonstration, all invented.
 *
 * An UAI begins with the number of a département, from 001 to 095, then 620, 720 and 971 upwards: no school can have one
 * that begins with 000. The check letter is right, so that these pass wherever a real one would. The towns
 * (« Bourg-l’Exemple »…) do not exist either, and no e-mail leaves the demonstration.
 */
function fictitiousUai(number: number): string {
  const digits = `000${String(number).padStart(4, '0')}`;
  return `${digits}${uaiLetter(digits)}`;
}

export const COLLEGE = fictitiousUai(101);
export const VOCATIONAL = fictitiousUai(202);
export const POLYVALENT = fictitiousUai(303);

export const SCHOOLS = [
  {
    uai: COLLEGE,
    name: 'Collège des Quatre-Vents',
    kind: 'college',
    city: 'Bourg-l’Exemple',
    academie: '09',
  },
  {
    uai: VOCATIONAL,
    name: 'Lycée professionnel du Vieux-Chantier',
    kind: 'lycee-professionnel',
    city: 'Port-l’Exemple',
    academie: '17',
  },
  {
    uai: POLYVALENT,
    name: 'Lycée polyvalent de la Grande-Ourse',
    kind: 'lycee-polyvalent',
    city: 'Mont-l’Exemple',
    academie: '16',
  },
] as const;

export type Character = {
  id: string;
  /** Stands for the character in the audit log. */
  auditActor: string;
  name: string;
  /** The métier and the role, in a line. */
  about: string;
  email: string;
  /** Null for somebody whose first visit is still to come. */
  profession: Profession | null;
  memberships: readonly Membership[];
};

const inSchool = (role: 'agent' | 'referent' | 'direction', school: string): Membership => ({
  role,
  school,
  academie: null,
});
const inAcademie = (role: 'formateur' | 'academie', academie: string): Membership => ({
  role,
  school: null,
  academie,
});

/** Their identifiers never change: other parts of the demonstration give them a past. */
export const CHARACTERS: readonly Character[] = [
  character(1, 'Hélène Marchetti', 'Enseignante de mathématiques', 'enseignant', [
    inSchool('agent', COLLEGE),
  ]),
  character(2, 'Karim Vasseur', 'Professeur principal de 4e', 'professeur-principal', [
    inSchool('agent', COLLEGE),
  ]),
  character(3, 'Inès Delattre', 'CPE', 'cpe', [inSchool('agent', COLLEGE)]),
  character(4, 'Thomas Nguyen', 'Référent décrochage, anime le GPDS', 'referent-decrochage', [
    inSchool('agent', COLLEGE),
    inSchool('referent', COLLEGE),
  ]),
  character(5, 'Claire Okafor', 'Principale', 'direction', [
    inSchool('agent', COLLEGE),
    inSchool('direction', COLLEGE),
  ]),
  character(6, 'Sofia Pereira', 'AED', 'aed', [inSchool('agent', VOCATIONAL)]),
  character(7, 'Mathieu Benali', 'AESH', 'aesh', [inSchool('agent', VOCATIONAL)]),
  character(8, 'Yasmine Le Goff', 'Référente décrochage, anime le GPDS', 'referent-decrochage', [
    inSchool('agent', VOCATIONAL),
    inSchool('referent', VOCATIONAL),
  ]),
  character(9, 'Aurélie Kowalski', 'Coordonnatrice MLDS', 'coordonnateur-mlds', [
    inSchool('agent', VOCATIONAL),
  ]),
  character(10, 'Étienne Rakoto', 'Proviseur', 'direction', [
    inSchool('agent', VOCATIONAL),
    inSchool('direction', VOCATIONAL),
  ]),
  character(11, 'Camille Roussel', 'PsyEN', 'psyen', [inSchool('agent', POLYVALENT)]),
  character(12, 'Awa Lambert', 'Infirmière', 'infirmier', [inSchool('agent', POLYVALENT)]),
  character(13, 'Léa Fontaine', 'Assistante de service social', 'assistant-social', [
    inSchool('agent', POLYVALENT),
  ]),
  character(14, 'Paul Haddad', 'Enseignant d’anglais', 'enseignant', [inSchool('agent', POLYVALENT)]),
  character(15, 'Lucas Meunier', 'Vient d’arriver : à voir pour découvrir la première visite', null, []),
  character(16, 'Mei-Lin Garnier', 'Formatrice académique, académie de Lille', 'autre', [
    inAcademie('formateur', '09'),
  ]),
  character(17, 'Samuel Ortega', 'Chargé de mission au rectorat, académie de Nantes', 'autre', [
    inAcademie('academie', '17'),
  ]),
  character(18, 'Judith Amsellem', 'Ministère : regard national', 'autre', [
    { role: 'national', school: null, academie: null },
  ]),
];

function character(
  number: number,
  name: string,
  about: string,
  profession: Profession | null,
  memberships: readonly Membership[],
): Character {
  const suffix = String(number).padStart(12, '0');
  return {
    id: `d0000000-0000-4000-8000-${suffix}`,
    auditActor: `d1000000-0000-4000-8000-${suffix}`,
    name,
    about,
    email: `${emailPart(name)}@example.fr`,
    profession,
    memberships,
  };
}

function emailPart(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '.');
}

export type CharacterGroup = { title: string; detail: string | null; characters: Character[] };

/** Characters as they are proposed: school by school, then those who belong to none. */
export function groupCharacters(characters: readonly Character[]): CharacterGroup[] {
  const schoolOf = ({ memberships }: Character) =>
    memberships.find(({ role }) => role === 'agent')?.school ?? null;
  const groups: CharacterGroup[] = SCHOOLS.map(({ uai, name, city }) => ({
    title: name,
    detail: city,
    characters: characters.filter((character) => schoolOf(character) === uai),
  }));
  const others = characters.filter((character) => schoolOf(character) === null);
  groups.push(
    {
      title: 'Première visite',
      detail: null,
      characters: others.filter(({ profession }) => profession === null),
    },
    {
      title: 'Académies et ministère',
      detail: null,
      characters: others.filter(({ profession }) => profession !== null),
    },
  );
  return groups.filter(({ characters }) => characters.length > 0);
}
