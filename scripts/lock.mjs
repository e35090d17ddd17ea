// Puts back what npm leaves out of package-lock.json each time it writes it: without `"gypfile": false` the next
// `npm ci` would compile better-sqlite3, which brings its binaries. Run after every `npm install`.
import { readFileSync, writeFileSync } from 'node:fs';

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const entry = lock.packages['node_modules/better-sqlite3'];
entry.gypfile = false;
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
