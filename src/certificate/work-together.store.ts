import { sql } from 'kysely';

/** Both in one school, or in one académie: the viewer, and the person of the row « c ». */
export const workTogether = (personId: string) => sql<boolean>`exists (
  select from membership a left join school sa on sa.uai = a.school,
    membership b left join school sb on sb.uai = b.school
  where a.person_id = c.person_id and b.person_id = ${personId}
    and coalesce(sa.academie, a.academie) = coalesce(sb.academie, b.academie))`;
