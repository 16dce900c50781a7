import { startDatabase } from '/work/main/src/database/index.ts';

const s = await startDatabase({ databaseUrl: undefined, dataDir: process.argv[2]!, log: console.log });
console.log('refused' in s ? s : 'started');
process.exit();
