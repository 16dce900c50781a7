import {
  ACTION_FIELDS,
  ACTION_LEVELS,
  ACTION_THEMES,
  type ActionField,
  type ActionLevel,
  type ActionTheme,
  NEEDS,
  type Need,
} from '../../content/index.ts';
import { type Idea, THEMES_OF_NEED } from './idea.ts';

export type IdeaFilter = {
  level: ActionLevel | null;
  field: ActionField | null;
  theme: ActionTheme | null;
  need: Need | null;
};

/** Reads the address; what is not in a list filters nothing. */
export function readFilter(query: Record<string, string[]>): IdeaFilter {
  const chosen = <Name extends string>(names: Record<Name, string>, value: string | undefined) =>
    (Object.keys(names) as Name[]).find((name) => name === value) ?? null;
  return {
    level: chosen(ACTION_LEVELS, query.niveau?.[0]),
    field: chosen(ACTION_FIELDS, query.champ?.[0]),
    theme: chosen(ACTION_THEMES, query.theme?.[0]),
    need: chosen(NEEDS, query.besoin?.[0]),
  };
}

export function filterIdeas<Kind extends Pick<Idea, 'levels' | 'field' | 'themes'>>(
  ideas: readonly Kind[],
  { level, field, theme, need }: IdeaFilter,
): Kind[] {
  return ideas.filter(
    (idea) =>
      (level === null || idea.levels.includes(level)) &&
      (field === null || idea.field === field) &&
      (theme === null || idea.themes.includes(theme)) &&
      (need === null || idea.themes.some((one) => THEMES_OF_NEED[need].includes(one))),
  );
}
