import type { Danger, Fact } from '../../content/index.ts';
import { RuleSource } from '../support/rule-source.tsx';

/**
 * Whom to call now, open at once and without a request. Nothing of it is stored but the day, once somebody says they
 * called.
 */
export function WhomToCall({
  danger,
  facts,
  schools,
  open,
  noted,
}: {
  danger: Danger;
  facts: ReadonlyMap<string, Fact>;
  /** Where the relay would be noted; none when the school follows nobody. */
  schools: readonly { uai: string; name: string }[];
  open: boolean;
  noted: boolean;
}) {
  const sources = new Map(
    [...danger.inside, ...danger.numbers, ...danger.writing].map(({ source }) => [
      JSON.stringify(source),
      source,
    ]),
  );
  return (
    <details class="danger" id="danger" open={open}>
      <summary>Danger, idées suicidaires, violences, maltraitance ? Qui appeler maintenant</summary>
      {noted && (
        <p role="status">
          <strong>« Relais demandé » est noté à la date d’aujourd’hui.</strong> Ni l’élève, ni vous, ni le
          motif ne sont enregistrés.
        </p>
      )}
      <p>
        <strong>D’abord dans l’établissement, tout de suite :</strong>
      </p>
      <ul>
        {danger.inside.map(({ text }) => (
          <li>{text}</li>
        ))}
      </ul>
      <ul class="danger__numbers">
        {danger.numbers.map(({ number, say }) => (
          <li>
            <a class="danger__number" href={`tel:${number}`}>
              <span class="fr-sr-only">{'Appeler\u00a0le\u00a0'}</span>
              {number}
            </a>{' '}
            <span>{say}</span>
          </li>
        ))}
      </ul>
      {danger.writing.map(({ text }) => (
        <p>{text}</p>
      ))}
      {schools.map(({ uai, name }) => (
        <form method="post" action="/suivi/alertes/relais" class="danger__relay">
          <input type="hidden" name="school" value={uai} />
          <button class="fr-btn fr-btn--secondary" type="submit">
            {schools.length > 1 ? `J’ai demandé le relais (${name})` : 'J’ai demandé le relais'}
          </button>
          <span class="fr-hint-text">
            Seul le jour est gardé : ni l’élève, ni vous, ni le motif. Rien d’autre ne s’écrit ici.
          </span>
        </form>
      ))}
      <details>
        <summary>Sources</summary>
        {[...sources.values()].map((source) => (
          <RuleSource source={source} facts={facts} />
        ))}
      </details>
    </details>
  );
}
