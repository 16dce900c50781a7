import type { Child } from 'hono/jsx';
import type { Viewer, Visit } from '../../web/index.ts';
import type { SeenFollowUp } from './follow-up.store.ts';

/** A part of the page of one young person, given by the room it belongs to; null when it has nothing to say. */
export type FileSection = (visit: Visit<Viewer>, file: SeenFollowUp) => Promise<Child | null>;
