import type { Dossier } from '../../content/index.ts';
import type { Visit } from '../../web/index.ts';
import type { CaseStudy } from './case-study.ts';

export const DOSSIERS = '/certificat/etudes-de-cas';
export const STUDY = `${DOSSIERS}/essais/:id`;

export function addressOf({ id }: Pick<CaseStudy, 'id'>): string {
  return `${DOSSIERS}/essais/${id}`;
}

/** The dossier of a study; undefined when it is no longer among the contents. */
export function dossierOf({ app }: Visit, { dossierId }: Pick<CaseStudy, 'dossierId'>): Dossier | undefined {
  return app.content.dossiers.find(({ id }) => id === dossierId);
}

export function titleOf(visit: Visit, study: Pick<CaseStudy, 'dossierId'>): string {
  return dossierOf(visit, study)?.title ?? 'Dossier retiré';
}
