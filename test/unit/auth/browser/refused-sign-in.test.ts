import { appendFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { signInByBrowser } from '../../../../src/auth/browser/browser-sign-in.ts';
import { Leave } from '../../../../src/engine/errors.ts';
import { ownersFiles } from '../../../../src/state/owners-files.ts';
import { errorOf } from '../../../support/aws/local-endpoint.ts';
import { person } from '../../../support/sign-in/person.ts';
import { type Behaviour, browse } from '../../../support/sign-in/sign-in-service.ts';
import { refusal, start } from '../../../support/sign-in/signing-in.ts';

const YES = { 'sign-in.identity': true };

describe('nothing is kept', () => {
  it.each<[string, Record<string, unknown>, object, Partial<Behaviour>, string]>([
    [
      'if the owner says that it is somebody else',
      { 'sign-in.identity': false },
      {},
      {},
      'Nothing was kept.',
    ],
    [
      'if the owner goes back at that question',
      { 'sign-in.identity': new Leave('back') },
      {},
      {},
      'Nothing was kept.',
    ],
    [
      'if it is another account than the named one',
      {},
      { accountId: '999988887777' },
      {},
      'not to 9999-8888-7777',
    ],
    [
      'if it is refused in the browser',
      {},
      {},
      { refuses: 'access_denied' },
      'refused in the browser: access_denied',
    ],
    [
      'if AWS gives no session',
      {},
      {},
      { fails: { error: 'INSUFFICIENT_PERMISSIONS' } },
      'SignInLocalDevelopmentAccess',
    ],
  ])('%s', async (_, answers, request, behaviour, why) => {
    const { config, cache, home } = await start({}, behaviour);
    const { parts } = person(answers);
    expect(await refusal(signInByBrowser({ profile: 'acme', ...request }, parts))).toContain(why);
    expect([existsSync(config), existsSync(cache), readdirSync(join(home, '.aws'))]).toEqual([
      false,
      false,
      [],
    ]);
  });

  it('if the owner leaves while the browser is open, and nobody listens any more', async () => {
    const { config } = await start();
    let address = '';
    const { parts } = person(
      { 'sign-in.browser': new Leave('back') },
      {
        openBrowser: async (url) => {
          address = url;
          return undefined;
        },
      },
    );
    expect(await errorOf(signInByBrowser({ profile: 'acme' }, parts))).toMatchObject({
      to: 'back',
    });
    await expect(browse(address)).rejects.toThrow();
    expect(existsSync(config)).toBe(false);
  });

  it('if the profile cannot be written', async () => {
    const { cache, config } = await start({ config: '' });
    const { parts } = person(YES, {
      files: {
        ...ownersFiles,
        write(file, data, replaces) {
          // Another program writes it at the same time, each time.
          if (file === config) appendFileSync(config, '# new\n');
          ownersFiles.write(file, data, replaces);
        },
      },
    });
    expect(await refusal(signInByBrowser({ profile: 'acme' }, parts))).toContain(
      'Another program has changed',
    );
    expect(existsSync(cache)).toBe(false);
    expect(readFileSync(config, 'utf8')).toMatch(/^(# new\n)+$/);
  });
});
