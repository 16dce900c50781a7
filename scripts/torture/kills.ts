import { setTimeout as pause } from 'node:timers/promises';
import { createRandom } from '../../psychometrics/index.ts';
import { findBrokenPromises } from '../../src/assessment/series/oracle.store.ts';
import { createPeople } from '../bench/people.ts';
import { Person } from './person.ts';
import type { Row } from './row.ts';

const AT_ONCE = 4;
/** The kill falls somewhere in the first answers of everybody. */
const LONGEST_WAIT_MS = 600;

export const serverKilled: Row = {
  number: 2,
  title: 'kill -9 of the server while people answer',
  async run(ground, tally) {
    const { place, db, content, short, random, say } = ground;
    const kills = short ? 3 : 50;
    let acknowledged = 0;
    let unheard = 0;
    let longestStart = 0;
    for (let kill = 1; kill <= kills; kill += 1) {
      const people = (await createPeople(db(), AT_ONCE)).map((token) => new Person(place.address, token));
      const answering = people.map((person, index) =>
        person.answersUntilCut(createRandom('killed', kill, index)),
      );
      await pause(random.uniform() * LONGEST_WAIT_MS);
      await place.kill();
      await Promise.all(answering);
      longestStart = Math.max(longestStart, await place.start());
      for (const person of people) {
        const resumed = await person.resumes(db());
        tally.survives(resumed === null, `kill ${kill}: ${resumed}`);
        acknowledged += person.acknowledged;
        unheard += person.unheard ? 1 : 0;
      }
      if (kill % 10 === 0) say(`  ${kill} kills`);
    }
    const broken = await findBrokenPromises(db(), content);
    tally.survives(broken.length === 0, `the oracle: ${broken.slice(0, 3).join(' · ')}`);
    tally.notes.push(
      `${kills} kills under ${AT_ONCE} people, ${acknowledged} answers acknowledged, 0 to find again; ${unheard} recorded but never heard`,
      `slowest start after a kill ${(longestStart / 1000).toFixed(1)} s`,
    );
  },
};
