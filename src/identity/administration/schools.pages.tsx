import {
  administrator,
  dayText,
  ErrorSummary,
  errorOf,
  type FieldError,
  longDate,
  page,
  type Route,
  readQuery,
  refuse,
  route,
  TextField,
  type Viewer,
  type Visit,
} from '../../web/index.ts';
import { readForm } from '../form.pages.ts';
import { SCHOOL_KINDS } from '../schools/search.ts';
import { parseUai } from '../schools/uai.ts';
import { Pages } from './page-links.tsx';
import {
  type Correction,
  correctSchool,
  findSchoolOf,
  type SchoolLine,
  type SchoolState,
  searchAllSchools,
} from './schools.store.ts';

export const schoolRoutes: Route[] = [
  route('GET', '/administration/etablissements', administrator, showSchools),
  route('GET', '/administration/etablissements/:uai', administrator, (visit) => showSchool(visit)),
  route('POST', '/administration/etablissements/:uai', administrator, correct),
];

const STATES: Record<string, SchoolState> = {
  ouverts: 'open',
  fermes: 'closed',
  'sans-direction': 'headless',
};
const STATE_NAMES = { ouverts: 'Ouverts', fermes: 'Fermés', 'sans-direction': 'Sans direction confirmée' };
const SECTORS = { public: 'Public', prive: 'Privé' };

async function showSchools(visit: Visit<Viewer>): Promise<Response> {
  const { app, http, viewer } = visit;
  const text = (readQuery(http).recherche?.[0] ?? '').slice(0, 200);
  const state = http.req.query('etat') ?? '';
  const number = Math.min(2000, Math.max(0, Number.parseInt(http.req.query('page') ?? '0', 10) || 0));
  const { schools, more } = await searchAllSchools(app.db, viewer, {
    text,
    state: STATES[state] ?? 'any',
    page: number,
  });
  return page(
    visit,
    { title: 'Établissements' },
    <>
      <p class="above-title">
        <a href="/administration">Administration</a>
      </p>
      <h1>Établissements</h1>
      <form class="affiliation__search" method="get" action="/administration/etablissements">
        <TextField
          name="recherche"
          label="Chercher un établissement"
          hint="Son nom, sa ville ou son UAI. Sans rien écrire : ceux où quelqu’un a un compte."
          type="search"
          autocomplete="off"
          value={text}
        />
        <div class="fr-select-group">
          <label class="fr-label" for="etat">
            Lesquels
          </label>
          <select class="fr-select" id="etat" name="etat">
            <option value="">Tous</option>
            {Object.entries(STATE_NAMES).map(([value, label]) => (
              <option value={value} selected={value === state}>
                {label}
              </option>
            ))}
          </select>
        </div>
        <button class="fr-btn" type="submit">
          Chercher
        </button>
      </form>
      {schools.length === 0 ? <p>Aucun établissement ne correspond.</p> : <Schools schools={schools} />}
      <Pages
        path="/administration/etablissements"
        query={{ recherche: text, etat: state }}
        page={number}
        more={more}
      />
    </>,
  );
}

function Schools({ schools }: { schools: readonly SchoolLine[] }) {
  return (
    <section class="table-scroll" aria-label="Établissements" tabindex={0}>
      <table class="figures">
        <caption>
          {schools.length === 1 ? 'Un établissement' : `${schools.length} établissements sur cette page`}
        </caption>
        <thead>
          <tr>
            <th scope="col">Établissement</th>
            <th scope="col">Académie</th>
            <th scope="col">Direction</th>
            <th scope="col" class="figures__number">
              Personnes
            </th>
            <th scope="col" class="figures__number">
              En attente
            </th>
          </tr>
        </thead>
        <tbody>
          {schools.map(({ uai, name, city, academie, heads, confirmed, waiting, closedOn }) => (
            <tr>
              <th scope="row">
                <a href={`/administration/etablissements/${uai}`}>{name}</a>
                <span class="affiliation__detail">
                  {city} · {uai}
                  {closedOn && ` · fermé le ${dayText(closedOn)}`}
                </span>
              </th>
              <td>{academie}</td>
              <td>{heads.length > 0 ? heads.join(', ') : 'Personne'}</td>
              <td class="figures__number">{confirmed}</td>
              <td class="figures__number">{waiting}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

async function showSchool(
  visit: Visit<Viewer>,
  errors: FieldError[] = [],
  typed?: Correction,
): Promise<Response> {
  const { app, http, viewer } = visit;
  const uai = parseUai(http.req.param('uai') ?? '');
  const school = uai === null ? undefined : await findSchoolOf(app.db, viewer, uai);
  if (!school) return refuse(visit, 'absent');
  const { name, city, academie, postcode, sector, heads, confirmed, waiting, closedOn } = school;
  return page(
    visit,
    {
      title: `${errors.length > 0 ? 'Erreur : ' : ''}${name}, ${city}`,
      status: errors.length > 0 ? 422 : 200,
      narrow: true,
    },
    <>
      <p class="above-title">
        <a href="/administration/etablissements">Établissements</a>
      </p>
      <h1>{name}</h1>
      <ErrorSummary errors={errors} />
      {http.req.query('fait') && errors.length === 0 && (
        <div class="fr-alert fr-alert--success fr-alert--sm fr-mb-3w" role="status">
          <p>C’est enregistré.</p>
        </div>
      )}
      {closedOn && (
        <div class="fr-alert fr-alert--info fr-alert--sm fr-mb-3w">
          <p>
            Fermé depuis le {dayText(closedOn)}. Plus personne ne peut le choisir ; ce qui s’y est fait reste
            lisible.
          </p>
        </div>
      )}
      <dl class="facts">
        <dt>UAI</dt>
        <dd>{school.uai}</dd>
        <dt>Où</dt>
        <dd>
          {postcode && `${postcode} `}
          {city}, académie de {academie}
        </dd>
        <dt>Nature</dt>
        <dd>
          {SCHOOL_KINDS[school.kind]}
          {sector && `, ${SECTORS[sector].toLowerCase()}`}
        </dd>
        <dt>Source</dt>
        <dd>
          {school.inDirectory ? 'Annuaire de l’éducation' : 'Ajouté à la main'}
          {school.correctedAt && `, corrigé le ${longDate(school.correctedAt)}`}
        </dd>
        <dt>Direction</dt>
        <dd>{heads.length > 0 ? heads.join(', ') : 'Personne n’est confirmé à la direction.'}</dd>
        <dt>Personnes</dt>
        <dd>
          {confirmed} confirmée{confirmed > 1 ? 's' : ''}, {waiting} en attente
        </dd>
      </dl>
      <p>
        <a class="fr-link" href={`/administration/personnes?etablissement=${school.uai}`}>
          Les personnes de cet établissement
        </a>
      </p>
      <Correct school={school} errors={errors} typed={typed} />
    </>,
  );
}

type CorrectProps = { school: SchoolLine; errors: readonly FieldError[]; typed: Correction | undefined };

function Correct({ school, errors, typed }: CorrectProps) {
  const { name, city, kind, closed } = typed ?? { ...school, closed: school.closedOn !== null };
  return (
    <details class="affiliation__more" open={errors.length > 0}>
      <summary>Corriger cette fiche</summary>
      <form method="post" action={`/administration/etablissements/${school.uai}`} novalidate>
        <p>Ce que vous corrigez est gardé quand l’annuaire est importé de nouveau.</p>
        <TextField name="nom" label="Nom" value={name} error={errorOf(errors, 'nom')} maxlength={200} />
        <TextField
          name="ville"
          label="Commune"
          value={city}
          error={errorOf(errors, 'ville')}
          maxlength={100}
        />
        <div class="fr-select-group">
          <label class="fr-label" for="nature">
            Nature
          </label>
          <select class="fr-select" id="nature" name="nature">
            {Object.entries(SCHOOL_KINDS).map(([value, label]) => (
              <option value={value} selected={value === kind}>
                {label}
              </option>
            ))}
          </select>
        </div>
        <label class="choice">
          <input type="checkbox" name="ferme" value="oui" checked={closed} />
          <span>
            Cet établissement est fermé
            <span class="fr-hint-text">
              L’annuaire, à son prochain import, dira de nouveau ce qu’il en est.
            </span>
          </span>
        </label>
        <button class="fr-btn" type="submit">
          Enregistrer
        </button>
      </form>
      {school.correctedAt && (
        <form method="post" action={`/administration/etablissements/${school.uai}`}>
          <input type="hidden" name="annuaire" value="oui" />
          <p>
            <button class="fr-btn fr-btn--secondary fr-btn--sm" type="submit">
              Suivre de nouveau l’annuaire
            </button>
          </p>
        </form>
      )}
    </details>
  );
}

async function correct(visit: Visit<Viewer>): Promise<Response> {
  const { app, http, viewer } = visit;
  const { text } = await readForm(http);
  const uai = parseUai(http.req.param('uai') ?? '');
  if (uai === null) return refuse(visit, 'absent');
  const clean = (name: string) =>
    text(name)
      .replaceAll(/[\p{Cc}\p{Cs}]+/gu, ' ')
      .trim();
  const correction: Correction = {
    name: clean('nom'),
    city: clean('ville'),
    kind: text('nature'),
    closed: text('ferme') === 'oui',
  };
  const followed = text('annuaire') === 'oui';
  const errors: FieldError[] = followed
    ? []
    : [
        ...problem('nom', 'un nom', correction.name, 200),
        ...problem('ville', 'une commune', correction.city, 100),
        ...(Object.hasOwn(SCHOOL_KINDS, correction.kind)
          ? []
          : [{ field: 'nature', message: 'Choisissez une nature.' }]),
      ];
  if (errors.length > 0) return showSchool(visit, errors, correction);
  const done = await correctSchool(
    app.db,
    viewer,
    uai,
    followed ? 'as-in-the-directory' : correction,
    app.now(),
  );
  return done
    ? http.redirect(`/administration/etablissements/${uai}?fait=oui`, 303)
    : refuse(visit, 'absent');
}

function problem(field: string, what: string, text: string, most: number): FieldError[] {
  if (text === '') return [{ field, message: `Écrivez ${what}.` }];
  return text.length > most ? [{ field, message: `${most} caractères au plus.` }] : [];
}
