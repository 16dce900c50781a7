import { dayOf } from '../../calendar/index.ts';
import { dayText, type Viewer, type Visit, type Waiting } from '../../web/index.ts';
import { findReceived } from '../alerts/alert.store.ts';
import { findMyActs } from '../meeting/decisions/decision.store.ts';
import { findMeetings } from '../meeting/meeting.store.ts';
import { findWaitingRequests } from '../rights/requests.store.ts';
import { findMineToRateAgain } from '../signals/signals.store.ts';
import { findRelayRequests } from './attention.store.ts';

/** What the follow-up of young people asks of the viewer today, what cannot wait first; no code, no sign. */
export async function waitingFollowUps({ app, viewer }: Visit<Viewer>): Promise<Waiting[]> {
  if (viewer.memberships.length === 0) return [];
  const now = app.now();
  const [relays, requests, alerts, acts, again, meetings] = await Promise.all([
    findRelayRequests(app.db, viewer, now),
    findWaitingRequests(app.db, viewer, now),
    findReceived(app.db, viewer, now),
    findMyActs(app.db, viewer, now),
    findMineToRateAgain(app.db, viewer, now),
    findMeetings(app.db, viewer, now),
  ]);
  const today = dayOf(now);
  const undecided = alerts.filter(({ decidedAt }) => decidedAt === null).length;
  const late = acts.filter(({ due }) => due <= today).length;
  const next = meetings.findLast(({ heldOn, closedAt }) => closedAt === null && heldOn >= today);
  return [
    one(
      relays.length,
      '/suivi',
      'Un élève demande un adulte',
      'élèves demandent un adulte',
      'À voir aujourd’hui.',
    ),
    one(
      undecided,
      '/suivi#alertes',
      'Une alerte attend',
      'alertes attendent',
      'Lire, décider, répondre à qui l’a écrite.',
    ),
    one(
      requests.length,
      '/suivi',
      'Un élève ou une famille a fait une demande',
      'demandes d’élèves ou de familles',
      '',
    ),
    one(
      late,
      '/suivi#mes-actes',
      'Un de vos actes est attendu',
      'de vos actes sont attendus',
      'Dites ce qu’il en est.',
    ),
    one(
      again.length,
      '/suivi#a-coter',
      'Un suivi est à coter de nouveau',
      'suivis sont à coter de nouveau',
      'Six mois après, par qui l’avait fait au départ.',
    ),
    next && {
      href: `/gpds/${next.id}`,
      text: next.heldOn === today ? 'GPDS aujourd’hui' : `GPDS le ${dayText(next.heldOn)}`,
      detail: 'L’ordre du jour se prépare seul, à partir de ce qui est dû et de ce qui est nouveau.',
    },
  ].flatMap((line) => line ?? []);
}

function one(count: number, href: string, single: string, several: string, detail: string): Waiting | null {
  return count === 0 ? null : { href, text: count === 1 ? single : `${count} ${several}`, detail };
}
