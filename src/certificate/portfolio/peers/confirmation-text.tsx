import type { Content } from '../../../content/index.ts';
import { dayText, longDate } from '../../../web/index.ts';
import type { Asked } from './confirmation.ts';

/** « Niveau 4, Expertise partagée ». */
export function levelName(level: 4 | 5, { framework }: Pick<Content, 'framework'>): string {
  return `niveau ${level}, « ${framework.levelNames[level - 1]} »`;
}

/** Where a request stands, and what the colleague wrote. */
export function AnswerText({ asked, content }: { asked: Asked; content: Content }) {
  switch (asked.answer) {
    case null:
      return (
        <p>
          Demandé à <span class="address">{asked.email}</span>
          {asked.opened ? ', qui l’a ouvert.' : ', qui ne l’a pas encore ouvert.'}
        </p>
      );
    case 'declined':
      return <p>La personne a préféré ne pas répondre. Cela ne dit rien de votre pratique.</p>;
    case 'withdrawn':
      return <p>La personne a retiré sa confirmation.</p>;
    case 'confirmed':
      return (
        <>
          <p>
            <strong>Confirmé par {asked.peer}</strong> le {longDate(asked.answeredAt!)}
            {asked.level && ` : ${levelName(asked.level, content)}`}.
          </p>
          <ul>
            {asked.acts.map((act) => (
              <li>{act}</li>
            ))}
          </ul>
          {asked.word && (
            <figure class="fr-quote own-words">
              <blockquote>
                <p>« {asked.word} »</p>
              </blockquote>
            </figure>
          )}
        </>
      );
  }
}

/** « Entretien de retour, le 12 novembre 2026 ». */
export function ObservedText({ occasion, observedOn }: Pick<Asked, 'occasion' | 'observedOn'>) {
  return (
    <>
      {occasion}, le {dayText(observedOn)}
    </>
  );
}
