import { dayOf } from '../../calendar/index.ts';
import { type Application, dayText } from '../../web/index.ts';
import { kindName } from '../meeting/decisions/decision-text.ts';
import { OCCASIONS } from '../questionnaires/questionnaire.ts';
import type { Access } from '../scope.store.ts';
import { stopName, supportName } from '../support/support-text.ts';
import {
  AGE_BANDS,
  CLOSE_REASONS,
  DECISION_OUTCOMES,
  LEVELS,
  MILESTONES,
  RATING_NAMES,
  SITUATIONS,
  WITH_WHOM,
} from '../vocabulary.ts';
import type { OwnFile } from './own-file.store.ts';
import { KEPT, REQUESTS } from './rights.ts';

/** As somebody who does not work there says it; never a name. */
const READERS = {
  referent: 'le référent décrochage',
  chair: 'la direction',
  member: 'un membre du groupe de prévention (GPDS)',
  observer: 'un adulte qui observe',
  tutor: 'le tuteur ou la tutrice',
  guest: 'une personne invitée',
} as const satisfies Record<Access, string>;

/** « le 3 mars 2027 : le référent décrochage, la direction », the latest day first. */
function readingDays(readings: OwnFile['readings']): { on: string; readers: string[] }[] {
  const days = new Map<string, string[]>();
  for (const { on, access } of readings) days.set(on, [...(days.get(on) ?? []), READERS[access]]);
  return [...days].map(([on, readers]) => ({ on, readers }));
}

const CIRCLE = {
  member: 'Un membre du groupe de prévention (GPDS)',
  observer: 'Un adulte qui observe',
  tutor: 'Le tuteur ou la tutrice',
  guest: 'Une personne invitée',
} as const;

/** Everything kept under a code, in plain words. */
export function OwnFileText({ file, app }: { file: OwnFile; app: Application }) {
  const signalName = (id: string) => app.content.signals.find((known) => known.id === id)?.name ?? id;
  const title = (id: string) => app.content.instruments.find((known) => known.id === id)?.title ?? id;
  const today = dayOf(app.now());
  return (
    <>
      <h2>Le suivi</h2>
      <dl class="facts">
        <dt>Code</dt>
        <dd>{file.code}</dd>
        <dt>Classe</dt>
        <dd>{LEVELS[file.level]}</dd>
        <dt>Âge</dt>
        <dd>{AGE_BANDS[file.ageBand]}</dd>
        <dt>Ouvert le</dt>
        <dd>{dayText(file.openedOn)}</dd>
        <dt>Information donnée</dt>
        <dd>{file.informedOn ? `le ${dayText(file.informedOn)}` : 'pas encore notée'}</dd>
        {file.closedOn && file.reason && (
          <>
            <dt>Terminé le</dt>
            <dd>
              {dayText(file.closedOn)} : {CLOSE_REASONS[file.reason].toLowerCase()}
            </dd>
          </>
        )}
        <dt>Effacé</dt>
        <dd>
          {file.purgeOn
            ? `le ${dayText(file.purgeOn)}`
            : 'au plus tard à la fin de l’année scolaire qui suit la sortie'}
        </dd>
      </dl>
      <p>Aucun nom, aucune adresse et aucune date de naissance ne sont gardés ici.</p>
      <Kept title={KEPT.milestones}>
        {file.milestones.map(({ kind, on, situation }) => (
          <li>
            {MILESTONES[kind]}, le {dayText(on)}
            {situation && ` : ${SITUATIONS[situation].toLowerCase()}`}
          </li>
        ))}
      </Kept>
      <Kept title={KEPT.signals}>
        {file.signals.map(({ signal, level, on }) => (
          <li>
            {signalName(signal)} : « {RATING_NAMES[level]} », le {dayText(on)}
          </li>
        ))}
      </Kept>
      <Kept title={KEPT.interviews}>
        {file.interviews.map(({ withWhom, on, goal, nextOn }) => (
          <li>
            Le {dayText(on)}, {WITH_WHOM[withWhom].toLowerCase()}
            {goal && `. But choisi : « ${goal} »`}
            {nextOn && `. Prochain rendez-vous : le ${dayText(nextOn)}`}
          </li>
        ))}
      </Kept>
      <Kept
        title={KEPT.decisions}
        note="La phrase écrite par l’équipe n’est pas montrée : elle peut parler d’autres personnes. Vous pouvez la demander à l’établissement."
      >
        {file.decisions.map(({ kind, on, due, outcome }) => (
          <li>
            {kindName(kind)}, décidé le {dayText(on)}, pour le {dayText(due)} :{' '}
            {outcome ? DECISION_OUTCOMES[outcome].toLowerCase() : due < today ? 'en retard' : 'prévu'}
          </li>
        ))}
      </Kept>
      <Kept title={KEPT.supports}>
        {file.supports.map(({ kind, from, until, endedOn, stop }) => (
          <li>
            {supportName(kind)}, du {dayText(from)} au {dayText(endedOn ?? until)}
            {stop && ` : ${stopName(stop)}`}
          </li>
        ))}
      </Kept>
      <Kept
        title={KEPT.questionnaires}
        note="Les réponses ne sont montrées à personne, pas même ici : un questionnaire reste entre l’élève et lui-même."
      >
        {file.questionnaires.map(({ instrument, occasion, answeredOn }) => (
          <li>
            {title(instrument)}, {OCCASIONS[occasion].toLowerCase()} :{' '}
            {answeredOn ? `rempli le ${dayText(answeredOn)}` : 'pas rempli'}
          </li>
        ))}
      </Kept>
      <Kept title="Les réunions où l’équipe en a parlé">
        {file.meetings.map(({ on }) => (
          <li>Le {dayText(on)}</li>
        ))}
      </Kept>
      <h2>Qui peut lire ce suivi</h2>
      <ul>
        <li>La personne de l’établissement qui s’occupe du décrochage (le référent)</li>
        <li>La direction, si elle préside le groupe, tant que le suivi est ouvert</li>
        {file.circle.map(({ role, from, until }) => (
          <li>
            {CIRCLE[role]}, du {dayText(from)} au {dayText(until)}
          </li>
        ))}
      </ul>
      <Kept
        title="Qui l’a lu"
        note="Les noms ne sont pas écrits ici : demandez-les à l’établissement. La lecture de l’élève ou de la famille n’est pas comptée."
      >
        {readingDays(file.readings).map(({ on, readers }) => (
          <li>
            Le {dayText(on)} : {readers.join(', ')}
          </li>
        ))}
      </Kept>
      <p>Si l’élève a demandé à parler à un adulte, cela n’apparaît pas sur cette page.</p>
      {file.requests.length > 0 && (
        <Kept title="Vos demandes">
          {file.requests.map(({ kind, about, on, answeredOn }) => (
            <li>
              {REQUESTS[kind]} le {dayText(on)}
              {about.length > 0 && ` : ${about.map((one) => KEPT[one].toLowerCase()).join(', ')}`}.{' '}
              {answeredOn ? `Traitée le ${dayText(answeredOn)}.` : 'Pas encore traitée.'}
            </li>
          ))}
        </Kept>
      )}
    </>
  );
}

function Kept({ title, note, children }: { title: string; note?: string; children: unknown[] }) {
  return (
    <>
      <h2>{title}</h2>
      {children.length === 0 ? <p>Rien n’est gardé.</p> : <ul>{children}</ul>}
      {note && children.length > 0 && <p>{note}</p>}
    </>
  );
}
