/** What every new file needs to know of itself. */
export type Scaffold = { id: string; competence: string; title: string; reviewBy: string };

/** Stands where something is still to be written; the content check refuses it. */
export const TO_WRITE = 'À ÉCRIRE';
