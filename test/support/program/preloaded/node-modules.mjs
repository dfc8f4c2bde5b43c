// Preloaded into the program. Whenever it writes to the terminal, notes the modules of Node that are loaded in the file MODULES.
import { writeFileSync } from 'node:fs';

const { write } = process.stdout;
process.stdout.write = function noted(...given) {
  writeFileSync(process.env.MODULES, process.moduleLoadList.join('\n'));
  return write.apply(this, given);
};
