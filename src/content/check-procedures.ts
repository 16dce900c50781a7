import type { Content } from './load.ts';
import { checkSources } from './wording.ts';

/** Every rule a procedure or a page of law says must come from a fact that is checked and current, or a reference. */
export function checkProcedures({ procedures, lawByAge, danger, facts }: Content): string[] {
  return [
    ...procedures.flatMap(({ id, lines }) =>
      [
        ...checkSources(
          lines.map(({ source }) => source),
          facts,
        ),
      ].map((line) => `procedure ${id}: ${line}`),
    ),
    ...lawByAge.flatMap(({ id, lines }) =>
      checkSources(
        lines.map(({ source }) => source),
        facts,
      ).map((line) => `law ${id}: ${line}`),
    ),
    ...checkSources(
      [...danger.inside, ...danger.numbers, ...danger.writing].map(({ source }) => source),
      facts,
    ).map((line) => `law danger: ${line}`),
  ];
}
