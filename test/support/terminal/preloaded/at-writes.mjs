// Preloaded into the program. Acts right before and right after each save of the practice account, which comes before the
// account answers. If COPIES is set, it copies the state there, to the homes "3 before" and "3 after". At the moment
// STOP_AT it sends the program SIGNAL.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';

const { COPIES, STOP_AT, SIGNAL = 'SIGKILL' } = process.env;
const { renameSync } = fs;
let writes = 0;

function at(moment, file) {
  const state = join(file, '../..');
  if (COPIES) fs.cpSync(state, join(COPIES, moment, 'data/rootlock'), { recursive: true });
  if (moment === STOP_AT) process.kill(process.pid, SIGNAL);
}

/** Not every visit to the console changes something there. */
const isSame = (one, other) =>
  fs.existsSync(other) && fs.readFileSync(one, 'utf8') === fs.readFileSync(other, 'utf8');

fs.renameSync = (from, to) => {
  if (!to.endsWith('account.json') || isSame(from, to)) return renameSync(from, to);
  const n = ++writes;
  at(`${n} before`, to);
  renameSync(from, to);
  at(`${n} after`, to);
};
syncBuiltinESMExports();
