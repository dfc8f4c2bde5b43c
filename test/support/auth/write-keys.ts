import { keyFile } from '../../../src/auth/key-profile.ts';
import { Blocked } from '../../../src/engine/errors.ts';
import { Secret } from '../../../src/engine/secret.ts';
import { ownersFiles } from '../../../src/state/owners-files.ts';

/** A program of its own: writes as many keys as told into profiles of the credentials file, each until it is there. */
const [name = '', count = '0'] = process.argv.slice(2);
const file = keyFile(process.env, ownersFiles);
process.stdout.write('ready\n');
process.stdin.once('data', () => {
  for (let nth = 0; nth < Number(count); nth++) write(`${name}${nth}`);
  process.exit();
});

function write(profile: string): void {
  const id = `AKIA${profile.toUpperCase().padEnd(16, 'X')}`;
  for (;;) {
    try {
      file.write(profile, { id, secret: new Secret(`secret-of-${profile}`) }, undefined);
      return;
    } catch (error) {
      if (!(error instanceof Blocked)) throw error;
    }
  }
}
