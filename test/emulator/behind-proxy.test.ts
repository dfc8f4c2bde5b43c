import { expect, it } from 'vitest';
import { useEmulator } from '../support/emulator/clients.ts';
import { KIM, ownerOf } from '../support/emulator/owner.ts';
import { keyInProfile, newHome, openRootlock, withAwsLogin } from '../support/emulator/programs.ts';
import { startProxy, startTls } from '../support/network/connect-proxy.ts';
import { usePrivateCa } from '../support/network/private-ca.ts';
import { onScreen } from '../support/owner/on-screen.ts';
import { answerAll } from '../support/owner/owner.ts';

const emulator = useEmulator();
// A name with a dot in it would be a bucket to moto.
const ca = usePrivateCa(['emulator']);
const WHOLE_RUN_MS = 240_000;

it(
  'a whole run goes through a proxy with a password, to an endpoint whose certificate a private authority has signed',
  async () => {
    const tls = await startTls(ca(), Number(new URL(emulator().url).port));
    const { address, hosts } = await startProxy(tls, { login: 'kim:p%40ssword' });
    const home = newHome();
    keyInProfile(home);
    const env = {
      ...withAwsLogin(home, `user/${KIM}`),
      HTTPS_PROXY: address,
      AWS_CA_BUNDLE: ca().bundle,
    };
    const run = openRootlock([], { url: 'https://emulator', home, env });
    await answerAll(onScreen(run), ownerOf(emulator()));
    expect((await run.exit).code).toBe(0);
    expect(new Set(hosts)).toEqual(new Set(['emulator:443']));
  },
  WHOLE_RUN_MS,
);
