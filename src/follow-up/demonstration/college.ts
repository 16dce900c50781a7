import { FOLLOWED_BEFORE_SUMMER } from './college-before-summer.ts';
import { FOLLOWED_SINCE_SEPTEMBER } from './college-this-autumn.ts';
import type { Story } from './story.ts';

/** Meetings of the GPDS of the collège, in days before the start: twelve situations are current, six have ended. */
export const COLLEGE_MEETINGS = [392, 343, 280, 210, 150, 77, 49, 14] as const;

export const COLLEGE_STORIES: readonly Story[] = [...FOLLOWED_BEFORE_SUMMER, ...FOLLOWED_SINCE_SEPTEMBER];
