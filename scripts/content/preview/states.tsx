import type { Child } from 'hono/jsx';
import { plausibleResponse } from '../../../src/assessment/demonstration/plausible-response.ts';
import { CasePanel, Paragraphs, QuestionForm } from '../../../src/assessment/question/question-form.tsx';
import { OutcomeTag, QuestionReview } from '../../../src/assessment/question/question-review.tsx';
import { type Fields, parseResponse } from '../../../src/assessment/question/response.ts';
import {
  type Case,
  type Content,
  creditOf,
  type Module,
  maximumCredit,
  type Question,
  type Response,
} from '../../../src/content/index.ts';
import { ExerciseBody } from '../../../src/learning/modules/exercise.tsx';
import { Gesture } from '../../../src/learning/modules/module.pages.tsx';
import { SourceList } from '../../../src/web/index.ts';
import { Markdown } from '../../../src/web/page/markdown.tsx';

/** One way an item can be seen. */
export type State = { key: string; name: string; content: Child };

/** A question in every state it goes through; `given` is what somebody has just answered in the preview. */
export function questionStates(question: Question, content: Content, given: Fields | null): State[] {
  const form = (draft: Fields, problem?: string) => (
    <>
      {caseOf(question, content)}
      <QuestionForm
        question={question}
        action={`/questions/${question.id}`}
        hidden={{}}
        draft={draft}
        problem={problem}
        submitLabel="Valider"
      />
    </>
  );
  const answered = (response: Response | null) => {
    const credit = response === null ? null : creditOf(question, response);
    return (
      <>
        {caseOf(question, content)}
        <p>
          <OutcomeTag question={question} response={response} credit={credit} />
          {credit !== null && ` ${credit} point(s) sur ${maximumCredit(question)}`}
        </p>
        <div class="debrief__stem">
          <Paragraphs text={question.stem} />
        </div>
        <QuestionReview question={question} response={response} credit={credit} facts={content.facts} />
      </>
    );
  };
  const most = maximumCredit(question);
  const incomplete = parseResponse(question, {});
  const states: State[] = [
    { key: 'question', name: 'Sans réponse', content: form({}) },
    {
      key: 'incomplete',
      name: 'Envoyée incomplète',
      content: form({}, 'problem' in incomplete ? incomplete.problem : undefined),
    },
    { key: 'juste', name: 'Juste', content: answered(plausibleResponse(question, most)) },
    ...(most > 1
      ? [{ key: 'partie', name: 'En partie juste', content: answered(plausibleResponse(question, most - 1)) }]
      : []),
    { key: 'revoir', name: 'À revoir', content: answered(plausibleResponse(question, 0)) },
    { key: 'inconnu', name: '« Je ne sais pas »', content: answered({ kind: 'unknown' }) },
    { key: 'sans', name: 'Restée sans réponse', content: answered(null) },
  ];
  if (given === null) return states;
  const response = parseResponse(question, given);
  return [
    {
      key: 'essai',
      name: 'Votre réponse',
      content: 'problem' in response ? form(given, response.problem) : answered(response),
    },
    ...states,
  ];
}

function caseOf(question: Question, { cases }: Content): Child {
  const item = question.case === undefined ? undefined : cases.get(question.case);
  return item ? <CasePanel item={item} open={true} /> : null;
}

/** A module: its first page, each section, each exercise in each state, the plan and the cards. */
export function moduleStates(module: Module, content: Content): State[] {
  const exercises = module.practice.flatMap((exercise): State[] => {
    const right = exercise.options.find(({ correct }) => correct)!.id;
    const wrong = exercise.options.find(({ correct }) => !correct)!.id;
    const of = (tries: string[], problem?: string) => (
      <ExerciseBody
        action={`/modules/${module.id}/exercices/${exercise.id}`}
        exercise={exercise}
        tries={tries.map((option, index) => ({ number: index + 1, option, correct: option === right }))}
        problem={problem}
      />
    );
    const key = exercise.id;
    return [
      { key, name: `${key} sans essai`, content: of([]) },
      { key: `${key}-incomplet`, name: `${key} sans choix`, content: of([], 'Choisissez une réponse.') },
      { key: `${key}-erreur`, name: `${key} après une erreur`, content: of([wrong]) },
      { key: `${key}-juste`, name: `${key} juste`, content: of([right]) },
    ];
  });
  return [
    {
      key: 'accueil',
      name: 'Première page',
      content: (
        <>
          <p class="above-title">Module · {module.minutes} minutes</p>
          <h1>{module.title}</h1>
          <p class="lede">{module.promise}</p>
          <h2>Un geste pour demain</h2>
          <Gesture module={module} />
          <SourceList sources={module.sources} facts={content.facts} />
        </>
      ),
    },
    ...module.sections.map(({ title, text }, index) => ({
      key: `section-${index + 1}`,
      name: title,
      content: (
        <>
          <h1>{title}</h1>
          <Markdown text={text} />
        </>
      ),
    })),
    ...exercises,
    { key: 'plan', name: 'Débuts du plan', content: <Texts value={module.plan} /> },
    { key: 'cartes', name: 'Cartes', content: <Texts value={module.cards} /> },
  ];
}

export function caseStates(item: Case, { questions }: Content): State[] {
  return [
    {
      key: 'cas',
      name: 'La situation',
      content: (
        <>
          <CasePanel item={item} open={true} />
          <h2>Ses questions</h2>
          <ul>
            {questions
              .filter((question) => question.case === item.id)
              .map(({ id }) => (
                <li>
                  <a href={`/questions/${id}`}>{id}</a>
                </li>
              ))}
          </ul>
        </>
      ),
    },
  ];
}

/** Anything else, field by field. */
export function plainStates(item: unknown): State[] {
  return [{ key: 'textes', name: 'Ses textes', content: <Texts value={item} /> }];
}

function Texts({ value }: { value: unknown }) {
  if (Array.isArray(value))
    return (
      <ol>
        {value.map((element) => (
          <li>
            <Texts value={element} />
          </li>
        ))}
      </ol>
    );
  if (typeof value !== 'object' || value === null)
    return (
      <>
        {String(value)
          .split('\n')
          .map((line) => (
            <p>{line}</p>
          ))}
      </>
    );
  return (
    <dl class="workshop-texts">
      {Object.entries(value).map(([field, inside]) => (
        <>
          <dt>{field}</dt>
          <dd>
            <Texts value={inside} />
          </dd>
        </>
      ))}
    </dl>
  );
}
