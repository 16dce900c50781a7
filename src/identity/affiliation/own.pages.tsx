import {
  ErrorSummary,
  errorOf,
  type FieldError,
  longDate,
  originOf,
  page,
  type Route,
  refuse,
  route,
  staff,
  TextField,
  type Viewer,
  type Visit,
} from '../../web/index.ts';
import { readForm } from '../form.pages.ts';
import { trySending } from '../mail.ts';
import { ROLE_NAMES } from '../roles.ts';
import { domainsOf } from '../schools/academies.ts';
import { isWithinLimit } from '../sign-in/code.store.ts';
import { isAddressOf, schoolsLed } from './affiliation.ts';
import { askedMail } from './affiliation-mails.ts';
import {
  askForRole,
  findConfirmers,
  findOwnMemberships,
  giveBackRole,
  leaveSchool,
  type MemberLine,
} from './membership.store.ts';
import { academicAddress, statusText } from './status-text.ts';

export const ownAffiliationRoutes: Route[] = [
  route('GET', '/mon-compte/rattachement', staff, (visit) => showOwn(visit)),
  route('POST', '/mon-compte/rattachement/confirmation', staff, askForConfirmation),
  route('POST', '/mon-compte/rattachement/roles', staff, changeRole),
  route('GET', '/mon-compte/rattachement/quitter', staff, showLeaving),
  route('POST', '/mon-compte/rattachement/quitter', staff, leave),
];

const DONE: Record<string, string> = {
  demande: 'Votre demande est partie. Vous recevrez un courriel quand elle sera confirmée.',
  'sans-direction':
    'Votre demande est notée : la direction ou l’académie la verra en ouvrant l’application. Aucun courriel n’est parti.',
  role: 'C’est enregistré.',
  adresse: 'Votre adresse académique est vérifiée. La direction la verra à côté de votre demande.',
  quitte: 'Vous avez quitté cet établissement. Vos résultats et vos plans restent à vous.',
  invitation: 'Bienvenue : votre rattachement est confirmé.',
  'role-demande': 'Votre rattachement est confirmé. La direction doit encore confirmer votre rôle.',
};

/** The schools somebody is of, with all they are there. */
export function bySchool(lines: readonly MemberLine[]): Map<string, MemberLine[]> {
  const schools = new Map<string, MemberLine[]>();
  for (const line of lines)
    if (line.school !== null) schools.set(line.school, [...(schools.get(line.school) ?? []), line]);
  return schools;
}

export async function showOwn(
  visit: Visit<Viewer>,
  errors: FieldError[] = [],
  typed = '',
): Promise<Response> {
  const { app, http, viewer } = visit;
  const lines = await findOwnMemberships(app.db, viewer);
  const schools = bySchool(lines);
  const done = DONE[http.req.query('fait') ?? ''];
  const elsewhere = lines.filter(({ school }) => school === null);
  return page(
    visit,
    {
      title: `${errors.length > 0 ? 'Erreur : ' : ''}Mon rattachement`,
      status: errors.length > 0 ? 422 : 200,
      narrow: true,
    },
    <>
      <p class="above-title">
        <a href="/mon-compte">Mon compte</a>
      </p>
      <h1>Mon rattachement</h1>
      <ErrorSummary errors={errors} />
      {done && errors.length === 0 && (
        <div class="fr-alert fr-alert--success fr-alert--sm fr-mb-3w" role="status">
          <p>{done}</p>
        </div>
      )}
      {schools.size === 0 && elsewhere.length === 0 && (
        <p>
          Vous n’avez dit travailler dans aucun établissement. Tout ce que vous faites pour vous-même
          fonctionne sans. <a href="/mon-compte?modifier=etablissement">Choisir mon établissement</a>
        </p>
      )}
      {[...schools].map(([uai, held]) => (
        <SchoolOf viewer={viewer} uai={uai} held={held} errors={errors} typed={typed} />
      ))}
      {elsewhere.length > 0 && (
        <section class="affiliation">
          <h2>Au-delà de l’établissement</h2>
          <ul>
            {elsewhere.map((line) => (
              <li>
                <strong>{ROLE_NAMES[line.role]}</strong>
                {line.academieName && `, académie de ${line.academieName}`} : {statusText(line, longDate)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>,
  );
}

type SchoolProps = {
  viewer: Viewer;
  uai: string;
  held: readonly MemberLine[];
  errors: readonly FieldError[];
  typed: string;
};

function SchoolOf({ viewer, uai, held, errors, typed }: SchoolProps) {
  const first = held[0]!;
  const waiting = held.some(({ confirmedAt }) => confirmedAt === null);
  const confirmed = held.some(({ role, confirmedAt }) => role === 'agent' && confirmedAt !== null);
  return (
    <section class="affiliation" aria-labelledby={`e-${uai}`}>
      <h2 id={`e-${uai}`}>
        {first.schoolName}, {first.city}
      </h2>
      <ul>
        {held.map((line) => (
          <li>
            <strong>{ROLE_NAMES[line.role]}</strong> : {statusText(line, longDate)}
          </li>
        ))}
      </ul>
      {!confirmed && (
        <p>
          Votre espace, vos évaluations et vos modules sont à vous dès maintenant. Ce qui concerne les élèves
          (donner une alerte, entrer dans le GPDS) s’ouvre quand quelqu’un a confirmé que vous travaillez ici.
        </p>
      )}
      {waiting && (
        <>
          <WorkAddress viewer={viewer} line={first} errors={errors} typed={typed} />
          <Sends to="confirmation" uai={uai}>
            <button class="fr-btn" type="submit">
              Demander la confirmation
            </button>
          </Sends>
          <p class="affiliation__or">
            Ou demandez à la direction un lien d’invitation : il confirme aussitôt.
          </p>
        </>
      )}
      {schoolsLed(viewer).includes(uai) && (
        <p>
          <a class="fr-link" href={`/administration/etablissement?etablissement=${uai}`}>
            Les personnes de l’établissement
          </a>
        </p>
      )}
      <Roles uai={uai} held={held} />
      <p>
        <a class="fr-link" href={`/mon-compte/rattachement/quitter?etablissement=${uai}`}>
          Quitter cet établissement
        </a>
      </p>
    </section>
  );
}

function Sends({
  to,
  uai,
  fields = {},
  children,
}: {
  to: string;
  uai: string;
  fields?: Record<string, string>;
  children: unknown;
}) {
  return (
    <form class="affiliation__act" method="post" action={`/mon-compte/rattachement/${to}`}>
      <input type="hidden" name="etablissement" value={uai} />
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {children as never}
    </form>
  );
}

const ASKED = {
  referent: 'J’anime le GPDS ici',
  direction: 'Je dirige cet établissement',
} as const;

function Roles({ uai, held }: { uai: string; held: readonly MemberLine[] }) {
  const has = (role: string) => held.find((line) => line.role === role);
  return (
    <details class="affiliation__more">
      <summary>Mon rôle dans l’établissement</summary>
      <p>
        Animer le GPDS se confirme par la direction ; diriger l’établissement, par l’académie. D’ici là, le
        rôle n’ouvre rien.
      </p>
      {(['referent', 'direction'] as const).map((role) => {
        const line = has(role);
        return (
          <Sends to="roles" uai={uai} fields={{ role, sens: line ? 'rendre' : 'demander' }}>
            <button class="fr-btn fr-btn--secondary fr-btn--sm" type="submit">
              {line
                ? `${line.confirmedAt ? 'Rendre ce rôle' : 'Retirer ma demande'} : ${ROLE_NAMES[role]}`
                : ASKED[role]}
            </button>
          </Sends>
        );
      })}
    </details>
  );
}

function WorkAddress({
  viewer: { email },
  line,
  errors,
  typed,
}: {
  viewer: Viewer;
  line: MemberLine;
  errors: readonly FieldError[];
  typed: string;
}) {
  const domains = domainsOf(line.academie ?? '');
  const shown = academicAddress({ workEmail: line.workEmail, email }, (one) => isAddressOf(one, domains));
  if (shown)
    return (
      <p>
        Adresse académique vérifiée : <span class="address">{shown}</span>. Elle aide la direction à vous
        reconnaître.
      </p>
    );
  return (
    <details class="affiliation__more" open={errors.length > 0}>
      <summary>Montrer une adresse académique</summary>
      <form method="post" action="/mon-compte/rattachement/adresse" novalidate>
        <TextField
          name="courriel"
          label="Adresse académique"
          hint={`Elle se termine par @${domains.join(' ou @')}. Nous y envoyons un code.`}
          type="email"
          autocomplete="email"
          value={typed}
          error={errorOf(errors, 'courriel')}
        />
        <button class="fr-btn fr-btn--secondary" type="submit">
          Recevoir un code
        </button>
      </form>
    </details>
  );
}

async function askForConfirmation(visit: Visit<Viewer>): Promise<Response> {
  const { app, http, viewer } = visit;
  const { text } = await readForm(http);
  const lines = await findOwnMemberships(app.db, viewer);
  const waiting = (bySchool(lines).get(text('etablissement')) ?? []).filter(
    (line) => line.confirmedAt === null,
  );
  const [line] = waiting;
  if (!line?.school) return refuse(visit, 'absent');
  if (!(await isWithinLimit(app.db, 'affiliationMailsByPerson', viewer.personId, app.now())))
    return refuse(visit, 'too-many');
  const role = waiting.some((one) => one.role === 'direction') ? 'direction' : 'agent';
  const confirmers = await findConfirmers(app.db, { school: line.school, role });
  const link = `${originOf(http, app.settings)}/administration/demandes`;
  let sent = 0;
  for (const to of confirmers)
    if (await trySending(app.sendMail, askedMail(to, `${line.schoolName}, ${line.city}`, link))) sent += 1;
  return http.redirect(`/mon-compte/rattachement?fait=${sent > 0 ? 'demande' : 'sans-direction'}`, 303);
}

async function changeRole(visit: Visit<Viewer>): Promise<Response> {
  const { app, http, viewer } = visit;
  const { text } = await readForm(http);
  const [school, role] = [text('etablissement'), text('role')];
  if (role !== 'referent' && role !== 'direction') return refuse(visit, 'absent');
  const change = text('sens') === 'rendre' ? giveBackRole : askForRole;
  const changed = await change(app.db, viewer, { school, role }, app.now());
  return changed ? http.redirect('/mon-compte/rattachement?fait=role', 303) : refuse(visit, 'absent');
}

async function showLeaving(visit: Visit<Viewer>): Promise<Response> {
  const { app, http, viewer } = visit;
  const uai = http.req.query('etablissement') ?? '';
  const held = bySchool(await findOwnMemberships(app.db, viewer)).get(uai);
  const first = held?.[0];
  if (!held || !first) return refuse(visit, 'absent');
  const roles = held.filter(({ role, confirmedAt }) => role !== 'agent' && confirmedAt !== null);
  return page(
    visit,
    { title: 'Quitter un établissement', narrow: true },
    <>
      <h1>
        Quitter {first.schoolName}, {first.city} ?
      </h1>
      <ul>
        <li>Vous ne verrez plus rien de ses élèves ni de ses réunions, dès la page suivante.</li>
        {roles.length > 0 && (
          <li>
            Vous n’aurez plus ce rôle : {roles.map(({ role }) => ROLE_NAMES[role].toLowerCase()).join(', ')}.
            Pensez à <a href="/suivi/passation">passer la main</a> avant.
          </li>
        )}
        <li>Vos résultats, vos modules et vos plans restent à vous.</li>
        <li>Pour revenir, il faudra être confirmé de nouveau.</li>
      </ul>
      <form method="post" action="/mon-compte/rattachement/quitter">
        <input type="hidden" name="etablissement" value={uai} />
        <p class="buttons">
          <button class="fr-btn" type="submit">
            Quitter cet établissement
          </button>
          <a class="fr-link" href="/mon-compte/rattachement">
            Ne rien changer
          </a>
        </p>
      </form>
    </>,
  );
}

async function leave(visit: Visit<Viewer>): Promise<Response> {
  const { app, http, viewer } = visit;
  const { text } = await readForm(http);
  const left = await leaveSchool(app.db, viewer, text('etablissement'), app.now());
  return left ? http.redirect('/mon-compte/rattachement?fait=quitte', 303) : refuse(visit, 'absent');
}
