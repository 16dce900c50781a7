import { parseArgs } from 'node:util';
import { makeNational } from '../src/identity/affiliation/first-administrator.store.ts';
import { openServiceDatabase } from './operator/service-database.ts';

const HELP = `npm run administrator -- ADDRESS
Gives the national role to the person whose account has this address; they have signed in once. Everything else is given from
/administration. Works while the application runs, on its database (DATABASE_URL, or DATA_DIR).`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { help: { type: 'boolean', default: false } },
});
const [address, ...rest] = positionals;
if (values.help || address === undefined || rest.length > 0) {
  console.log(HELP);
  process.exitCode = values.help ? 0 : 1;
} else {
  const opened = await openServiceDatabase();
  if ('refused' in opened) {
    console.error(opened.refused);
    process.exitCode = 1;
  } else {
    const done = await makeNational(opened.db, address, new Date()).finally(opened.close);
    if (done === 'given') console.log('Le rôle national est donné. Il vaut dès la prochaine page.');
    else {
      console.error(
        done === 'already'
          ? 'Cette personne a déjà le rôle national.'
          : 'Personne n’a de compte à cette adresse : il faut s’être connecté une fois.',
      );
      process.exitCode = 1;
    }
  }
}
