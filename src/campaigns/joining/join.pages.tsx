import { dayOf } from '../../calendar/index.ts';
import { readSecret } from '../../codes/index.ts';
import { isWithinLimit } from '../../identity/index.ts';
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
import { type Campaign, describeStep, momentOf } from '../desk/campaign.ts';
import { findInvitation, type Invitation, joinCampaign } from './member.store.ts';
import { NOTHING_MORE, readChoices } from './sharing.ts';
import { SharingFields, WhatIsShared } from './sharing-fields.tsx';

export const joinRoutes: Route[] = [
  route('GET', '/rejoindre', staff, (visit) => codePage(visit, '', [])),
  route('POST', '/rejoindre', staff, readCode),
  route('GET', '/rejoindre/:code', staff, showInvitation),
  route('POST', '/rejoindre/:code', staff, join),
];

function codePage(visit: Visit<Viewer>, typed: string, errors: readonly FieldError[]): Response {
  return page(
    visit,
    {
      title: `${errors.length > 0 ? 'Erreur : ' : ''}Rejoindre un groupe`,
      status: errors.length > 0 ? 422 : 200,
      narrow: true,
    },
    <>
      <h1>Rejoindre un groupe</h1>
      <p class="lede">
        Une formatrice, un formateur ou votre direction vous a donné un code ? Rien n’est partagé avant que
        vous ayez lu ce qui le sera, et dit oui.
      </p>
      <ErrorSummary errors={errors} />
      <form method="post" action="/rejoindre" novalidate>
        <TextField
          name="code"
          label="Code du groupe"
          hint="Huit lettres et chiffres, comme K7M4-RT2B."
          value={typed}
          error={errorOf(errors, 'code')}
          class="group-code-field"
          autocomplete="off"
          maxlength={20}
        />
        <p class="actions">
          <button class="fr-btn" type="submit">
            Voir le groupe
          </button>
          <a class="fr-btn fr-btn--tertiary" href="/mes-groupes">
            Mes groupes
          </a>
        </p>
      </form>
    </>,
  );
}

const UNKNOWN: FieldError = {
  field: 'code',
  message:
    'Ce code n’ouvre aucun groupe qui vous soit destiné. Vérifiez-le, et votre établissement dans « Mon compte ».',
};

async function readCode(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const typed = (await readForm(http)).code?.[0] ?? '';
  if (!(await isWithinLimit(app.db, 'groupCodesByPerson', viewer.personId, app.now()))) {
    return refuse(visit, 'too-many');
  }
  const code = readSecret(typed);
  if (!code || (await findInvitation(app.db, viewer, code)) === 'unknown') {
    return codePage(visit, typed, [UNKNOWN]);
  }
  return http.redirect(`/rejoindre/${code}`, 303);
}

/** The group of the address, or the page that refuses. Links are tried by hand too: each is counted. */
async function invitationOf(visit: Visit<Viewer>): Promise<{ code: string; found: Invitation } | Response> {
  const { app, viewer, http } = visit;
  if (!(await isWithinLimit(app.db, 'groupCodesByPerson', viewer.personId, app.now()))) {
    return refuse(visit, 'too-many');
  }
  const code = readSecret(http.req.param('code') ?? '');
  const found = code ? await findInvitation(app.db, viewer, code) : 'unknown';
  if (found === 'own-desk') return ownDeskPage(visit);
  return found === 'unknown' ? codePage(visit, code ?? '', [UNKNOWN]) : { code: code!, found };
}

function ownDeskPage(visit: Visit<Viewer>): Response {
  return page(
    visit,
    { title: 'Un groupe que vous proposez', narrow: true },
    <>
      <h1>C’est un groupe que vous proposez</h1>
      <p class="lede">
        Vous lisez ses nombres : vous n’en faites donc pas partie, pour que la vue d’équipe parle toujours de
        cinq autres personnes que vous au moins.
      </p>
      <p>
        <a class="fr-btn" href="/groupes">
          Les groupes que je propose
        </a>
      </p>
    </>,
  );
}

async function showInvitation(visit: Visit<Viewer>): Promise<Response> {
  const invited = await invitationOf(visit);
  if (invited instanceof Response) return invited;
  const { code, found } = invited;
  if (found.already) return visit.http.redirect(`/mes-groupes#groupe-${found.campaign.id}`, 303);
  const { campaign } = found;
  return page(
    visit,
    { title: `Rejoindre « ${campaign.title} »`, narrow: true },
    <>
      <h1>{campaign.title}</h1>
      <GroupIntroduction campaign={campaign} visit={visit} />
      <section class="shared">
        <h2>Ce qui sera partagé</h2>
        <WhatIsShared />
        <form method="post" action={`/rejoindre/${code}`}>
          <SharingFields prefix="" choices={NOTHING_MORE} />
          <p class="actions">
            <button class="fr-btn" type="submit">
              Rejoindre ce groupe
            </button>
            <a class="fr-btn fr-btn--tertiary" href="/mon-espace">
              Pas maintenant
            </a>
          </p>
        </form>
        <p class="group-about">
          Dans « Mes groupes », vous changerez ces choix ou quitterez le groupe quand vous voudrez : dès la
          page suivante, vous n’y serez plus compté ou comptée.
        </p>
      </section>
    </>,
  );
}

/** Who proposes it, until when, its opening words, and what is to be done. */
function GroupIntroduction({ campaign, visit }: { campaign: Campaign; visit: Visit<Viewer> }) {
  const { app } = visit;
  const moment = momentOf(campaign, dayOf(app.now()));
  const steps = campaign.steps.flatMap((step) => describeStep(step, app.content) ?? []);
  const minutes = steps.reduce((total, step) => total + step.minutes, 0);
  return (
    <>
      <p class="lede">
        {proposedBy(campaign)}, du {dayText(campaign.from)} au {dayText(campaign.until)}.
        {moment === 'over' && ' Les dates sont passées : vous pouvez encore le suivre.'}
      </p>
      {campaign.opening !== '' && (
        <blockquote class="group-opening">
          {campaign.opening.split(/\n+/).map((line) => (
            <p>{line}</p>
          ))}
        </blockquote>
      )}
      <h2>Ce qui est proposé</h2>
      {steps.length === 0 ? (
        <p>Le contenu n’est pas encore choisi.</p>
      ) : (
        <>
          <ul class="group-steps">
            {steps.map(({ title, nature, minutes: length }) => (
              <li>
                <span class="group-steps__nature">
                  {nature} · {length} min
                </span>{' '}
                {title}
              </li>
            ))}
          </ul>
          <p class="group-about">Environ {hoursText(minutes)} en tout, en autant de fois que vous voudrez.</p>
        </>
      )}
    </>
  );
}

export function proposedBy({ proposedBy: name, reach, reachName }: Campaign): string {
  const place = reach.kind === 'school' ? reachName : `formation académique, académie de ${reachName}`;
  return name === null ? `Proposé par : ${place}` : `Proposé par ${name} (${place})`;
}

function hoursText(minutes: number): string {
  const rounded = Math.max(5, Math.round(minutes / 5) * 5);
  const [hours, rest] = [Math.floor(rounded / 60), rounded % 60];
  if (hours === 0) return `${rest} minutes`;
  return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, '0')}`;
}

async function join(visit: Visit<Viewer>): Promise<Response> {
  const invited = await invitationOf(visit);
  if (invited instanceof Response) return invited;
  const { app, viewer, http } = visit;
  const choices = readChoices(await readForm(http));
  const outcome = await joinCampaign(app.db, viewer, invited.code, choices, app.now());
  if (outcome !== 'joined') return codePage(visit, invited.code, [UNKNOWN]);
  return http.redirect(`/mes-groupes?rejoint=oui#groupe-${invited.found.campaign.id}`, 303);
}
