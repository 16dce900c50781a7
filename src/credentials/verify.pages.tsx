import { raw } from 'hono/html';
import { renderSVG } from 'uqr';
import { isWithinLimit, visitorAddress } from '../identity/index.ts';
import { checkAttestation, codeText, durationText, parseCode } from '../learning/index.ts';
import {
  anyone,
  dayText,
  ErrorSummary,
  errorOf,
  longDate,
  originOf,
  page,
  type Route,
  route,
  TextField,
  type Visit,
} from '../web/index.ts';

/** For whoever was given an attestation: no account, a code. */
export const verifyRoutes: Route[] = [
  route('GET', '/verifier', anyone, askCode),
  route('GET', '/verifier/:code', anyone, check),
];

export const NOT_INDEXED = { 'X-Robots-Tag': 'noindex, nofollow' };

function askCode(visit: Visit): Response {
  const typed = visit.http.req.query('code');
  if (typed === undefined) return codePage(visit, '', null);
  const code = parseCode(typed);
  if (code) return visit.http.redirect(`/verifier/${code}`, 303);
  return codePage(visit, typed, 'Un code a douze chiffres ou lettres, comme 7K2M-90TX-4BRD.');
}

function codePage(
  visit: Visit,
  typed: string,
  problem: string | null,
  status: 200 | 422 | 429 = 422,
): Response {
  const problems = problem ? [{ field: 'code', message: problem }] : [];
  return page(
    visit,
    {
      title: `${problem ? 'Erreur : ' : ''}Vérifier une attestation`,
      status: problem ? status : 200,
      narrow: true,
      headers: NOT_INDEXED,
    },
    <>
      <h1>Vérifier une attestation</h1>
      <p class="lede">
        Le code est au bas de l’attestation. Vous saurez ce qu’elle atteste, si elle a été retirée, ou si elle
        n’existe pas.
      </p>
      <ErrorSummary errors={problems} />
      <form method="get" action="/verifier" novalidate>
        <TextField
          name="code"
          label="Code de vérification"
          hint="Douze chiffres ou lettres, comme 7K2M-90TX-4BRD."
          value={typed}
          class="date-field"
          autocomplete="off"
          error={errorOf(problems, 'code')}
        />
        <button class="fr-btn" type="submit">
          Vérifier
        </button>
      </form>
      <h2 class="fr-h5">Un badge</h2>
      <p class="soft">
        Un badge se vérifie autrement : ouvrez l’adresse qu’il contient, ou donnez son fichier à un logiciel
        qui lit les Open Badges 3.0.
      </p>
    </>,
  );
}

async function check(visit: Visit): Promise<Response> {
  const { app, http } = visit;
  const address = visitorAddress(http, app.settings);
  if (!(await isWithinLimit(app.db, 'verificationsByAddress', address, app.now()))) {
    const message = 'Trop de codes ont été essayés depuis votre réseau. Réessayez dans une heure.';
    return codePage(visit, '', message, 429);
  }
  const code = parseCode(http.req.param('code') ?? '');
  const found = code && (await checkAttestation(app.db, code));
  if (!code || !found) return unknownPage(visit);
  if ('withdrawnAt' in found) return withdrawnPage(visit, code, found.withdrawnAt);
  const { initials, minutes, firstDay, lastDay, finished, madeAt } = found;
  const address_ = `${originOf(http, app.settings)}/verifier/${code}`;
  return page(
    visit,
    { title: 'Cette attestation existe', narrow: true, headers: NOT_INDEXED },
    <>
      <h1>Cette attestation existe</h1>
      <dl class="particulars">
        <Line term="Code" value={codeText(code)} />
        <Line term="Initiales" value={initials} />
        <Line term="Durée" value={durationText(minutes)} />
        <Line
          term="Dates"
          value={firstDay === lastDay ? dayText(firstDay) : `du ${dayText(firstDay)} au ${dayText(lastDay)}`}
        />
        <Line term="Établie le" value={longDate(madeAt)} />
      </dl>
      <h2>Ce qui a été terminé</h2>
      <ul>
        {finished.map(({ title, minutes: length, day }) => (
          <li>
            {title} · {durationText(length)}, le {dayText(day)}
          </li>
        ))}
      </ul>
      <p>
        La durée est estimée d’après la longueur de ce qui a été terminé. Une attestation ne dit rien d’un
        niveau.
      </p>
      <div class="square" role="img" aria-label="Carré à scanner, qui mène à cette page">
        {raw(renderSVG(address_, { border: 2, ecc: 'M' }))}
      </div>
    </>,
  );
}

function Line({ term, value }: { term: string; value: string }) {
  return (
    <div class="particulars__line">
      <dt>{term}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function withdrawnPage(visit: Visit, code: string, withdrawnAt: Date): Response {
  return page(
    visit,
    { title: 'Attestation retirée', narrow: true, headers: NOT_INDEXED },
    <>
      <h1>Cette attestation a été retirée</h1>
      <p class="lede">
        Le code {codeText(code)} a bien existé. L’attestation a été retirée le {longDate(withdrawnAt)} : elle
        ne vaut plus. Rien d’autre n’en est gardé.
      </p>
      <p>
        <a href="/verifier">Taper un autre code</a>
      </p>
    </>,
  );
}

function unknownPage(visit: Visit): Response {
  return page(
    visit,
    { title: 'Code inconnu', status: 404, narrow: true, headers: NOT_INDEXED },
    <>
      <h1>Ce code est inconnu</h1>
      <p class="lede">
        Aucune attestation n’a ce code. Relisez-le : il a douze chiffres ou lettres, sans la lettre O ni la
        lettre I.
      </p>
      <p>
        <a class="fr-btn" href="/verifier">
          Taper un autre code
        </a>
      </p>
    </>,
  );
}
