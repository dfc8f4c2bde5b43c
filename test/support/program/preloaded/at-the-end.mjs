// Preloaded into the program. When it ends, says on standard error how large V8's space for new objects is, and runs a loop so
// often that V8 would optimize its function.
import { writeSync } from 'node:fs';
import { getHeapSpaceStatistics } from 'node:v8';

function often() {
  let sum = 0;
  for (let n = 0; n < 1e6; n++) sum += n % 7;
  return sum;
}

process.on('exit', () => {
  const { space_size: bytes } = getHeapSpaceStatistics().find(
    ({ space_name: name }) => name === 'new_space',
  );
  writeSync(2, `new space: ${bytes / 2 ** 20} MiB\n`);
  often();
});
