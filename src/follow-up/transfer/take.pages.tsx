import {
  dayText,
  ErrorSummary,
  errorOf,
  type FieldError,
  page,
  type Route,
  readForm,
  refuse,
  route,
  staff,
  TextField,
  type Viewer,
  type Visit,
} from '../../web/index.ts';
import { SelectField } from '../select-field.tsx';
import { supportName } from '../support/support-text.ts';
import { AGE_BANDS, LEVELS, MILESTONES, type Milestone } from '../vocabulary.ts';
import { acceptTransfer, type Coming, findTakers, seeComing } from './transfer.store.ts';
import { readTransferCode } from './transfer-code.ts';

export const takeRoutes: Route[] = [
  route('GET', '/suivi/reprise', staff, askCode),
  route('POST', '/suivi/reprise', staff, look),
  route('POST', '/suivi/reprise/accord', staff, take),
];

const UNKNOWN: FieldError = {
  field: 'code',
  message:
    'Ce code n’ouvre rien : relisez-le, ou demandez-en un autre. Un code sert une fois et ne dure que deux semaines.',
};

async function askCode(visit: Visit<Viewer>): Promise<Response> {
  const takers = await findTakers(visit.app.db, visit.viewer);
  return takers.length > 0 ? codePage(visit, '', []) : refuse(visit, 'absent');
}

/** What would come, before anything does. The code stays in the body of requests, out of addresses and their logs. */
async function look(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const takers = await findTakers(app.db, viewer);
  if (takers.length === 0) return refuse(visit, 'absent');
  const typed = (await readForm(http)).code?.[0]?.trim() ?? '';
  const code = readTransferCode(typed);
  const coming = code === null ? undefined : await seeComing(app.db, viewer, code, app.now());
  if (code === null || !coming) return codePage(visit, typed, [UNKNOWN]);
  return comingPage(visit, { code, coming, takers });
}

async function take(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const takers = await findTakers(app.db, viewer);
  if (takers.length === 0) return refuse(visit, 'absent');
  const form = await readForm(http);
  const typed = form.code?.[0]?.trim() ?? '';
  const code = readTransferCode(typed);
  const school = form.school?.[0] ?? '';
  const taken = code === null ? null : await acceptTransfer(app.db, viewer, { code, school }, app.now());
  return taken ? http.redirect(`/suivi/${taken.code}`, 303) : codePage(visit, typed, [UNKNOWN]);
}

function codePage(visit: Visit<Viewer>, typed: string, problems: FieldError[]): Response {
  return page(
    visit,
    {
      title: `${problems.length > 0 ? 'Erreur : ' : ''}Reprendre un suivi`,
      status: problems.length > 0 ? 422 : 200,
      narrow: true,
    },
    <>
      <ErrorSummary errors={problems} />
      <p class="above-title">
        <a href="/suivi">Suivi des jeunes</a>
      </p>
      <h1>Reprendre un suivi</h1>
      <p class="lede">
        Un élève vous arrive d’un autre établissement : la personne qui y anime le GPDS vous donne un code, de
        vive voix. Vous verrez ce qui vient avant d’accepter.
      </p>
      <form method="post" action="/suivi/reprise" novalidate>
        <TextField
          name="code"
          label="Code de transfert"
          hint="Dix signes, par exemple K7M4R-2PQXA"
          value={typed}
          error={errorOf(problems, 'code')}
          autocomplete="off"
          maxlength={20}
          class="date-field"
        />
        <button class="fr-btn" type="submit">
          Voir ce qui vient
        </button>
      </form>
    </>,
  );
}

function comingPage(
  visit: Visit<Viewer>,
  { code, coming, takers }: { code: string; coming: Coming; takers: readonly string[] },
): Response {
  const names = coming.signals.map(
    (id) => visit.app.content.signals.find((signal) => signal.id === id)?.short ?? id,
  );
  return page(
    visit,
    { title: 'Ce qui vient', narrow: true },
    <>
      <h1>Ce qui vient</h1>
      <p class="lede">
        {coming.school} vous transmet ce suivi. Rien n’est encore repris : accepter ouvre un suivi ici, sous
        un code à vous, et termine le leur.
      </p>
      <dl class="facts">
        <dt>Classe</dt>
        <dd>{LEVELS[coming.level]}</dd>
        <dt>Âge</dt>
        <dd>{AGE_BANDS[coming.ageBand]}</dd>
        <dt>Suivi depuis le</dt>
        <dd>{dayText(coming.openedOn)}</dd>
        <dt>Signaux suivis</dt>
        <dd>{names.length > 0 ? names.join(', ') : 'aucun'}</dd>
        <dt>Accompagnements</dt>
        <dd>
          {coming.supports.length > 0
            ? coming.supports.map(({ kind }) => supportName(kind)).join(', ')
            : 'aucun'}
        </dd>
        <dt>Étapes</dt>
        <dd>{coming.milestones.map(({ kind }) => MILESTONES[kind as Milestone].toLowerCase()).join(', ')}</dd>
        <dt>Décisions et entretiens</dt>
        <dd>
          {coming.decisions} et {coming.interviews},{' '}
          {coming.withTexts ? 'avec leurs textes' : 'sans leurs textes : sortes et dates'}
        </dd>
      </dl>
      <form method="post" action="/suivi/reprise/accord" novalidate>
        <input type="hidden" name="code" value={code} />
        {takers.length === 1 ? (
          <input type="hidden" name="school" value={takers[0]} />
        ) : (
          <SelectField
            name="school"
            label="Dans quel établissement"
            choices={Object.fromEntries(takers.map((uai) => [uai, uai]))}
            value=""
            error={undefined}
          />
        )}
        <p class="actions">
          <button class="fr-btn" type="submit">
            Accepter ce suivi
          </button>
          <a href="/suivi">Ne rien reprendre</a>
        </p>
      </form>
    </>,
  );
}
