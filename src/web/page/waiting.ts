/** Something that waits for whoever is signed in: what it is, where it is done, why now. */
export type Waiting = { href: string; text: string; detail: string };
