// Preloaded into the program: after each change of the AWS CLI's files and of what Rootlock remembers of them, copies both to the home of
// that number below COPIES.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';

const { COPIES } = process.env;
const { renameSync, rmSync } = fs;
const WATCHED = /\/login\/cache\/\w+\.json$|\/\.aws\/config$|\/last-profile$/;
let changes = 0;

function copyAfter(file) {
  if (!WATCHED.test(file)) return;
  const copy = join(COPIES, String(++changes));
  for (const folder of ['.aws', 'data']) {
    fs.cpSync(join(homedir(), folder), join(copy, folder), { recursive: true });
  }
}

fs.renameSync = (from, to) => {
  renameSync(from, to);
  copyAfter(to);
};
fs.rmSync = (file, options) => {
  rmSync(file, options);
  copyAfter(file);
};
syncBuiltinESMExports();
