import { isDay } from '../../calendar/index.ts';
import type { Viewer } from '../../web/index.ts';

/** When and where one registers, in an académie. */
export type Registration = {
  id: string;
  opensOn: string;
  closesOn: string;
  place: string;
  url: string | null;
  source: string;
  enteredAt: Date;
};

export type State = 'coming' | 'open' | 'past';

export function stateOf(
  { opensOn, closesOn }: Pick<Registration, 'opensOn' | 'closesOn'>,
  today: string,
): State {
  if (today < opensOn) return 'coming';
  return today <= closesOn ? 'open' : 'past';
}

/** The académies the viewer enters dates for. */
export function isTrainerOf({ memberships }: Viewer, academie: string): boolean {
  return memberships.some((member) => member.role === 'formateur' && member.academie === academie);
}

export type Typed = { ouverture: string; cloture: string; lieu: string; lien: string; source: string };
export type Entered = Pick<Registration, 'opensOn' | 'closesOn' | 'place' | 'url' | 'source'>;

const LONGEST = 200;
const LONGEST_LINK = 300;

/** Dates as typed, or what is wrong with each field. */
export function parseRegistration(
  typed: Typed,
): { entered: Entered } | { problems: { field: keyof Typed; message: string }[] } {
  const { ouverture, cloture } = typed;
  const [place, source, link] = [typed.lieu.trim(), typed.source.trim(), typed.lien.trim()];
  const problems: { field: keyof Typed; message: string }[] = [];
  const say = (wrong: boolean, field: keyof Typed, message: string) => {
    if (wrong) problems.push({ field, message });
  };
  say(!isDay(ouverture), 'ouverture', 'Écrivez le jour d’ouverture des inscriptions.');
  say(!isDay(cloture), 'cloture', 'Écrivez le jour de clôture des inscriptions.');
  say(
    isDay(ouverture) && isDay(cloture) && cloture < ouverture,
    'cloture',
    'La clôture vient après l’ouverture : vérifiez les deux dates.',
  );
  say(place === '', 'lieu', 'Dites où s’inscrire : un service, une plateforme.');
  say(place.length > LONGEST, 'lieu', `${LONGEST} caractères au plus : il y en a ${place.length}.`);
  say(source === '', 'source', 'Dites d’où viennent ces dates, pour que chacun puisse vérifier.');
  say(source.length > LONGEST, 'source', `${LONGEST} caractères au plus : il y en a ${source.length}.`);
  say(link !== '' && !isSafeLink(link), 'lien', 'Écrivez une adresse complète, qui commence par https://.');
  say(link.length > LONGEST_LINK, 'lien', `${LONGEST_LINK} caractères au plus.`);
  if (problems.length > 0) return { problems };
  const url = link === '' ? null : link;
  return { entered: { opensOn: ouverture, closesOn: cloture, place, url, source } };
}

function isSafeLink(link: string): boolean {
  const url = URL.parse(link);
  return (
    url?.protocol === 'https:' && url.username === '' && url.password === '' && /^https:\/\/\S+$/.test(link)
  );
}
