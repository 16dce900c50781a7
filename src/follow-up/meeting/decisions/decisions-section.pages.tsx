import { dayOf } from '../../../calendar/index.ts';
import { dayText } from '../../../web/index.ts';
import type { FileSection } from '../../situations/file-section.ts';
import { DECISION_OUTCOMES } from '../../vocabulary.ts';
import { findDecisions } from './decision.store.ts';
import type { Decision } from './decision.ts';
import { decisionText } from './decision-text.ts';

/** What was decided and what became of it, on the page of the young person. */
export const decisionsSection: FileSection = async ({ app }, file) => {
  const decisions = await findDecisions(app.db, file);
  const today = dayOf(app.now());
  const waiting = decisions.filter(({ outcome }) => outcome === null);
  const past = decisions.filter(({ outcome }) => outcome !== null).reverse();
  return (
    <section>
      <h2>Les décisions</h2>
      {decisions.length === 0 && <p>Rien n’est encore décidé : cela se fait en réunion du GPDS.</p>}
      {waiting.length > 0 && (
        <ul>
          {waiting.map((decision) => (
            <li>
              {decisionText(decision)},{' '}
              {decision.due <= today ? (
                <strong>échue le {dayText(decision.due)}</strong>
              ) : (
                `pour le ${dayText(decision.due)}`
              )}
            </li>
          ))}
        </ul>
      )}
      {past.length > 0 && (
        <details>
          <summary>{past.length === 1 ? 'Une décision passée' : `${past.length} décisions passées`}</summary>
          <ul>
            {past.map((decision) => (
              <li>
                {decisionText(decision)} : {endText(decision)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
};

function endText({ outcome, endedOn }: Decision): string {
  return `${outcome ? DECISION_OUTCOMES[outcome].toLowerCase() : ''}, le ${dayText(endedOn ?? '')}`;
}
