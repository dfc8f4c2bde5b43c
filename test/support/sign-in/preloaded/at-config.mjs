// Preloaded into two programs. Each waits before it puts its first config file in place, until the other one is there too.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const { MEETING = '' } = process.env;
const clock = new Int32Array(new SharedArrayBuffer(4));
let hasMet = false;

function meet() {
  hasMet = true;
  fs.mkdirSync(MEETING, { recursive: true });
  fs.writeFileSync(`${MEETING}/${process.pid}`, '');
  for (let tries = 0; fs.readdirSync(MEETING).length < 2 && tries < 3000; tries++) {
    Atomics.wait(clock, 0, 0, 10);
  }
}

for (const name of ['linkSync', 'renameSync']) {
  const original = fs[name];
  fs[name] = (from, to) => {
    if (!hasMet && String(to).endsWith('config')) meet();
    original(from, to);
  };
}
syncBuiltinESMExports();
