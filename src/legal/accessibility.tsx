import { type Audit, conformityOf } from '../content/index.ts';
import { longDate, type Settings } from '../web/index.ts';
import { Blank, Said } from './operator.tsx';

const PERCENT = new Intl.NumberFormat('fr-FR', { style: 'percent', maximumFractionDigits: 1 });

type Statement = Pick<Settings, 'operator'> & { audit: Audit | null };

/** The statement the law asks for (décret n° 2019-768), written from the audit itself. */
export function AccessibilityStatement({ audit, operator }: Statement) {
  return (
    <>
      {audit ? <Results audit={audit} /> : <NoAudit />}
      <h2>Signaler une difficulté</h2>
      <p>
        Une page vous bloque ? Dites-nous laquelle et avec quel matériel :{' '}
        <Said by={operator} what="email">
          adresse de contact
        </Said>
        . Nous accusons réception, répondons sous une semaine et, si besoin, vous donnons le contenu sous une
        autre forme.
      </p>
      <h2>Si la réponse ne vous satisfait pas</h2>
      <p>
        Vous pouvez écrire au{' '}
        <a href="https://formulaire.defenseurdesdroits.fr/">Défenseur des droits en ligne</a>, rencontrer une
        personne qui le représente dans votre département, ou envoyer un courrier gratuit, sans timbre :
        Défenseur des droits, Libre réponse 71120, 75342 Paris Cedex 07.
      </p>
      <h2>Établissement de cette déclaration</h2>
      <p>
        {audit
          ? `Établie le ${longDate(new Date(`${audit.date}T12:00:00Z`))} par ${audit.by}, d’après sa propre vérification. `
          : ''}
        Audit par un organisme extérieur : <Blank>date et organisme</Blank>. Schéma pluriannuel et plan
        d’action de l’année : <Blank>adresses</Blank>.
      </p>
      {audit && <Method audit={audit} />}
    </>
  );
}

function NoAudit() {
  return (
    <p class="lede">
      Ce site n’a pas été audité selon le référentiel général d’amélioration de l’accessibilité (RGAA). La
      règle est alors de le déclarer non conforme.
    </p>
  );
}

function Results({ audit }: { audit: Audit }) {
  const { applicable, met, rate, pageRate, state } = conformityOf(audit);
  const missed = audit.criteria.filter(({ failing, unproven }) => failing.length + unproven.length > 0);
  return (
    <>
      <p class="lede">
        Ce site est {state} avec le référentiel général d’amélioration de l’accessibilité ({audit.standard}).
      </p>
      <h2>Résultats</h2>
      <ul>
        <li>
          {PERCENT.format(rate)} des critères sont respectés : {met} sur les {applicable} qui s’appliquent,
          sur toutes les pages de l’échantillon ;
        </li>
        <li>en moyenne, une page respecte {PERCENT.format(pageRate)} des critères qui s’y appliquent.</li>
      </ul>
      {!audit.external && (
        <p>
          <strong>
            Cette vérification a été faite par {audit.by}, pas par un organisme extérieur. Aucune personne en
            situation de handicap n’a essayé le site.
          </strong>{' '}
          Un seul lecteur d’écran a été écouté, Orca 43 avec Chromium, sans voix, en lisant ce qu’il allait
          dire : le 23 novembre 2026 sur la connexion et une étape ; le 30, sur l’essai, une étape, un
          dialogue, un exercice, une alerte, un suivi, un questionnaire d’élève et un vote en atelier. Ni
          NVDA, ni JAWS, ni VoiceOver, ni TalkBack. Seul le navigateur Chromium a été essayé.
        </p>
      )}
      <h2>Ce qui n’est pas accessible, ou pas prouvé</h2>
      <h3>Écarts avec le référentiel</h3>
      <ul>
        {missed.map(({ criterion, gap }) => (
          <li>
            {gap} (critère {criterion})
          </li>
        ))}
      </ul>
      <p>Aucune dérogation pour charge disproportionnée n’est invoquée. Aucun contenu n’est exempté.</p>
      <h3>Ce que nous savons imparfait</h3>
      <ul>
        <li>
          Les PDF sont balisés, mais aucun outil qui vérifie la norme PDF/UA n’a été passé. La même chose se
          lit en page.
        </li>
        <li>
          Dans un atelier, le téléphone change quand la personne qui anime passe à la suite. Un message
          l’annonce ; on peut revenir à sa lecture.
        </li>
      </ul>
    </>
  );
}

function Method({ audit }: { audit: Audit }) {
  return (
    <>
      <h2>Comment nous avons vérifié</h2>
      <p>Technologies du site : HTML, CSS, SVG, WAI-ARIA, JavaScript. Outils et moyens :</p>
      <ul>
        {Object.values(audit.methods).map((method) => (
          <li>{method}</li>
        ))}
      </ul>
      <h3>Pages vérifiées</h3>
      <ul>
        {audit.sample.map(({ name, path }) => (
          <li>
            {name} : <span class="address">{path}</span>
          </li>
        ))}
      </ul>
      <details>
        <summary>Les {audit.criteria.length} critères, un par un</summary>
        <table>
          <caption>Verdict de chaque critère, et comment il a été vérifié</caption>
          <thead>
            <tr>
              <th scope="col">Critère</th>
              <th scope="col">Verdict</th>
              <th scope="col">Comment</th>
            </tr>
          </thead>
          <tbody>
            {audit.criteria.map((line) => (
              <tr>
                <th scope="row">
                  {line.criterion} {line.about}
                </th>
                <td>{verdictOf(line)}</td>
                <td>{line.evidence}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}

function verdictOf({ conform, failing, unproven }: Audit['criteria'][number]): string {
  if (failing.length > 0) return `Non conforme (${pagesText(failing.length)})`;
  if (unproven.length > 0) return `Pas prouvé (${pagesText(unproven.length)})`;
  return conform === 'all' || conform.length > 0 ? 'Conforme' : 'Ne s’applique pas';
}

const pagesText = (count: number) => `${count} page${count > 1 ? 's' : ''}`;
