import type { Operator } from '../web/index.ts';
import { Said } from './operator.tsx';

type Props = { operator: Operator; official: boolean };

/** Who publishes, who hosts, whose the code is. */
export function LegalNotice({ operator, official }: Props) {
  return (
    <>
      {!official && <p class="lede">Ce site n’est pas un service officiel de l’État.</p>}
      <h2>Éditeur</h2>
      <p>
        <Said by={operator} what="name">
          nom de l’organisme
        </Said>
        <br />
        <Said by={operator} what="address">
          adresse
        </Said>
        <br />
        <Said by={operator} what="phone">
          téléphone
        </Said>
      </p>
      <h2>Direction de la publication</h2>
      <p>
        <Said by={operator} what="director">
          nom et fonction
        </Said>
      </p>
      <h2>Hébergement</h2>
      <p>
        <Said by={operator} what="host">
          nom, adresse et téléphone de l’hébergeur
        </Said>
      </p>
      <h2>Code et contenus</h2>
      <p>
        Le code est libre, sous licence MIT. Les situations et les personnes des questions sont inventées. Les
        sources des faits cités sont données avec chaque explication.
      </p>
      <p>
        Les styles viennent du système de design de l’État.{' '}
        {official
          ? 'Sa police de caractères est utilisée au titre d’un service de l’État.'
          : 'Sa marque et sa police de caractères, réservées à l’État, ne sont pas utilisées.'}
      </p>
      <p>
        Voir aussi : <a href="/cgu">conditions d’utilisation</a>,{' '}
        <a href="/donnees-personnelles">données personnelles</a>, <a href="/budget">budget</a>,{' '}
        <a href="/contact">contact</a>.
      </p>
    </>
  );
}

export function Terms({ operator }: { operator: Operator }) {
  return (
    <>
      <p class="lede">
        L’Application Persévérance aide les personnels de l’éducation à repérer et à accompagner les élèves
        qui risquent de décrocher.
      </p>
      <h2>Ce que vous pouvez en attendre</h2>
      <p>
        Des questions, des explications, des repères de niveau. Les niveaux sont des estimations, avec leur
        marge : ce ne sont ni un diplôme, ni une note, ni un avis sur votre valeur professionnelle.
      </p>
      <h2>Ce que nous vous demandons</h2>
      <ul>
        <li>entrer avec votre propre adresse, et fermer votre session sur un ordinateur partagé ;</li>
        <li>n’écrire nulle part le nom d’un élève, d’une famille ou d’un collègue ;</li>
        <li>ne pas demander à quelqu’un ses résultats, ni s’en servir contre lui ou elle.</li>
      </ul>
      <h2>Ce que nous ne promettons pas</h2>
      <p>
        Le site peut s’arrêter pour entretien. Les textes officiels changent : en cas d’écart, ce sont eux qui
        valent. Devant une situation de danger, prévenez votre direction ; le 119 répond jour et nuit.
      </p>
      <p>
        Droit applicable et litiges :{' '}
        <Said by={operator} what="disputes">
          mention
        </Said>
        .
      </p>
    </>
  );
}
