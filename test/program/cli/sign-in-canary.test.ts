import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startStub } from '../../support/aws/stub-aws.ts';
import { emptyFolder, run } from '../../support/program/program.ts';
import { BROWSER } from '../../support/sign-in/browser.ts';
import { type Behaviour, startSignInService } from '../../support/sign-in/sign-in-service.ts';

const SIGN_IN = ['sign-in', '--account', '123456789012', '--profile', 'acme'];

async function start(changes: Partial<Behaviour>) {
  const aws = await startSignInService(changes);
  const home = emptyFolder();
  const seen: string[] = [];
  const env = { AWS_ENDPOINT_URL_SIGNIN: aws.url, BROWSER };
  const call = async (...args: string[]) => {
    const { out, err } = await run(args, { home, env });
    seen.push(out, err);
  };
  /** Every file of the home but those of the cache: the state, the profile, and what the browser was started with. */
  const files = () =>
    readdirSync(home, { recursive: true, encoding: 'utf8' })
      .map((name) => join(home, name))
      .filter((file) => statSync(file).isFile() && !file.includes('/login/cache/'))
      .map((file) => readFileSync(file, 'latin1'));
  /** Also the key of the proofs, line by line. */
  const secrets = () => {
    const cache = join(home, '.aws/login/cache');
    const kept = readdirSync(cache).map((name) => readFileSync(join(cache, name), 'utf8'));
    const keys = kept.flatMap((text) => JSON.parse(text).dpopKey.split('\n').slice(1, -2));
    return { told: [...aws.told.codes, ...aws.told.verifiers, ...aws.told.tokens], keys };
  };
  return { aws, call, secrets, all: () => [...seen, ...files()].join('\n') };
}

/** As it is, in base64, and escaped as in an address. */
const forms = (secret: string): string[] => [
  secret,
  Buffer.from(secret).toString('base64').replace(/=+$/, ''),
  encodeURIComponent(secret),
];

const leaks = (secrets: string[], text: string): string[] =>
  secrets.filter((secret) => forms(secret).some((form) => text.includes(form)));

it('no token, code, verifier or key of a session is found anywhere but in its cache', async () => {
  const { aws, call, secrets, all } = await start({ expiresIn: 120 });
  await call(...SIGN_IN, '--verbose');
  const { url } = await startStub();
  // Each renews the session once more.
  for (const args of [['status', '--json'], ['status', '--verbose'], ['--dry-run'], ['receipt']]) {
    await call(...args, '--profile', 'acme', '--endpoint-url', url);
  }
  expect(aws.granted.length).toBeGreaterThan(2);
  const { told, keys } = secrets();
  expect([told.length > 8, keys.length > 1]).toEqual([true, true]);
  expect(leaks([...told, ...keys], all())).toEqual([]);
  await call('sign-out', '--profile', 'acme');
  expect(leaks([...told, ...keys], all())).toEqual([]);
});

it.each<Partial<Behaviour>>([
  { fails: { error: 'SERVICE_QUOTA_EXCEEDED', message: 'No.' } },
  { says: { status: 200, body: '{"accessToken":{}}', type: 'application/json' } },
  { clockAhead: 1000 },
  { refuses: 'server_error' },
])('nor in the sentences of a sign-in that fails: %j', async (changes) => {
  const { aws, call, all } = await start(changes);
  await call(...SIGN_IN);
  expect(all()).toMatch(/sign in again/i);
  const { codes, verifiers } = aws.told;
  expect(codes).toHaveLength(1);
  expect(leaks([...codes, ...verifiers], all())).toEqual([]);
});
