import { randomUUID } from 'node:crypto';
import { findIdeas, suggestActions } from '../../actions/index.ts';
import { dayOf } from '../../calendar/index.ts';
import {
  dayText,
  ErrorSummary,
  type FieldError,
  page,
  type Route,
  readForm,
  refuse,
  route,
  staff,
  type Viewer,
  type Visit,
} from '../../web/index.ts';
import { type Doubt, doubtMessage } from '../../writing/index.ts';
import { findRatings, findWatched } from '../signals/signals.store.ts';
import { latestLevels } from '../signals/signals.ts';
import { readCode } from '../situations/code.ts';
import { openFile, type SeenFollowUp } from '../situations/follow-up.store.ts';
import { actionLevelOf, LEVELS, type Lever } from '../vocabulary.ts';
import { openMeetingOf } from './agenda.pages.tsx';
import { usualDue } from './agenda.ts';
import { changesSection } from './changes/changes.pages.tsx';
import {
  findColleagues,
  findDecisions,
  findLastDiscussed,
  keepDiscussion,
} from './decisions/decision.store.ts';
import {
  type Colleague,
  type Decision,
  parseDiscussion,
  readTyped,
  type Typed,
} from './decisions/decision.ts';
import { DiscussionForm } from './discussion-form.tsx';
import { findItems, type Item, type Meeting } from './meeting.store.ts';
import { PracticeLinks } from './practice-links.tsx';

export const discussionRoutes: Route[] = [
  route('GET', '/gpds/:id/situations/:code', staff, showSituation),
  route('POST', '/gpds/:id/situations/:code', staff, keep),
];

type Sitting = {
  meeting: Meeting;
  items: Item[];
  index: number;
  file: SeenFollowUp;
  decisions: Decision[];
  colleagues: Colleague[];
};

/** The situation of the address, on the agenda of an open meeting the viewer leads. */
async function sittingOf(visit: Visit<Viewer>): Promise<Sitting | undefined> {
  const { app, viewer, http } = visit;
  const code = readCode(http.req.param('code') ?? '');
  const meeting = await openMeetingOf(visit);
  if (!meeting || code === null) return undefined;
  const items = await findItems(app.db, viewer, meeting, app.now());
  const index = items.findIndex((item) => item.code === code);
  const file = index < 0 ? undefined : await openFile(app.db, viewer, code, app.now());
  if (!file) return undefined;
  const [decisions, people] = await Promise.all([
    findDecisions(app.db, file),
    findColleagues(app.db, meeting.school),
  ]);
  const colleagues = people.map(({ profession, ...person }) => ({
    ...person,
    work: Object.entries(app.content.professions).find(([id]) => id === profession)?.[1].label ?? profession,
  }));
  return { meeting, items, index, file, decisions, colleagues };
}

async function showSituation(visit: Visit<Viewer>): Promise<Response> {
  const sitting = await sittingOf(visit);
  if (!sitting) return refuse(visit, 'absent');
  const { items, index } = sitting;
  const typed: Typed = {
    levers: items[index]!.levers as Lever[],
    outcomes: new Map(),
    decision: {
      id: randomUUID(),
      kind: '',
      act: '',
      who: '',
      due: usualDue(dayOf(visit.app.now())),
      confirmed: '',
    },
  };
  return situationPage(visit, sitting, typed, [], []);
}

async function keep(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const sitting = await sittingOf(visit);
  if (!sitting) return refuse(visit, 'absent');
  const { meeting, items, index, file, decisions, colleagues } = sitting;
  const form = await readForm(http);
  const typed = readTyped(
    form,
    decisions.filter(({ outcome }) => outcome === null),
  );
  const parsed = parseDiscussion(typed, { colleagues, today: dayOf(app.now()) });
  if ('problems' in parsed) {
    const { problems, doubts } = parsed;
    return situationPage(
      visit,
      sitting,
      typed,
      doubts.length > 0 ? [...problems, doubtMessage('act')] : problems,
      doubts,
    );
  }
  const kept = await keepDiscussion(app.db, viewer, { meeting, file }, parsed.discussion, app.now());
  if (kept === null) return refuse(visit, 'absent');
  const next = form.suite?.[0] === 'encore' ? items[index] : items[index + 1];
  return http.redirect(
    next
      ? `/gpds/${meeting.id}/situations/${next.code}${next === items[index] ? '#decider' : ''}`
      : `/gpds/${meeting.id}`,
    303,
  );
}

async function situationPage(
  visit: Visit<Viewer>,
  sitting: Sitting,
  typed: Typed,
  problems: FieldError[],
  doubts: Doubt[],
): Promise<Response> {
  const { app } = visit;
  const { meeting, items, index, file, decisions, colleagues } = sitting;
  const [since, watched, ratings, library] = await Promise.all([
    findLastDiscussed(app.db, file, meeting),
    findWatched(app.db, file),
    findRatings(app.db, file),
    findIdeas(app.db, app.content.actions),
  ]);
  const changes = await changesSection(visit, file, { since, watched, ratings });
  const levels = latestLevels(ratings);
  const signals = app.content.signals.filter(({ id }) => watched.includes(id));
  const ideas = suggestActions(library, {
    domains: signals.filter(({ id }) => (levels.get(id) ?? 0) > 0).map(({ domain }) => domain),
    decision: typed.decision.kind,
    level: actionLevelOf(file.level),
  });
  return page(
    visit,
    {
      title: `${problems.length > 0 ? 'Erreur : ' : ''}${file.code}, GPDS du ${dayText(meeting.heldOn)}`,
      sheet: `${file.code} · GPDS du ${dayText(meeting.heldOn)} · ${meeting.schoolName} · document interne au GPDS`,
      status: problems.length > 0 ? 422 : 200,
    },
    <>
      <ErrorSummary errors={problems} />
      <Steps meeting={meeting} items={items} index={index} />
      <h1 data-follow-up={file.code}>
        {file.code} <span class="meeting__class">{LEVELS[file.level]}</span>
      </h1>
      <div class="meeting">
        {changes}
        <DiscussionForm
          action={`/gpds/${meeting.id}/situations/${file.code}`}
          decisions={decisions}
          meetingDay={meeting.heldOn}
          colleagues={colleagues}
          typed={typed}
          problems={problems}
          doubts={doubts}
          last={index === items.length - 1}
        />
        {app.content.decisions.length > 0 && (
          <details>
            <summary>Les fiches, et cinq minutes pour s’entraîner</summary>
            <ul>
              {app.content.decisions.map(({ id, title }) => (
                <li>
                  {title} : <PracticeLinks kind={id} decisions={app.content.decisions} />
                </li>
              ))}
            </ul>
          </details>
        )}
        {ideas.length > 0 && (
          <aside class="meeting__ideas" aria-labelledby="idees">
            <h2 id="idees">Des idées d’ailleurs</h2>
            <ul>
              {ideas.map(({ id, title, summary }) => (
                <li>
                  <a href={`/actions/${id}`}>{title}</a> : {summary}
                </li>
              ))}
            </ul>
          </aside>
        )}
      </div>
    </>,
  );
}

function Steps({ meeting, items, index }: { meeting: Meeting; items: readonly Item[]; index: number }) {
  const to = ({ code }: Item) => `/gpds/${meeting.id}/situations/${code}`;
  const [previous, next] = [items[index - 1], items[index + 1]];
  return (
    <nav class="meeting__steps" aria-label="Ordre du jour">
      <a href={`/gpds/${meeting.id}`}>
        GPDS du {dayText(meeting.heldOn)}, {index + 1} sur {items.length}
      </a>
      {previous && (
        <a rel="prev" href={to(previous)} data-follow-up={previous.code}>
          Précédente : {previous.code}
        </a>
      )}
      {next && (
        <a rel="next" href={to(next)} data-follow-up={next.code}>
          Suivante : {next.code}
        </a>
      )}
    </nav>
  );
}
