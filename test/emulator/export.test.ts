import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeEach, expect, it } from 'vitest';
import { alike } from '../support/emulator/alike.ts';
import { useEmulator } from '../support/emulator/clients.ts';
import { fewRegions } from '../support/emulator/few-regions.ts';
import { newHome, rootlock, shell } from '../support/emulator/programs.ts';
import { writes } from '../support/emulator/wire-log.ts';
import { exampleAnswers } from '../support/owner/unattended.ts';

const CFN_LINT = fileURLToPath(new URL('../../.venv/bin/cfn-lint', import.meta.url));
const REGIONS = ['us-east-1', 'eu-west-1'];

const emulator = useEmulator();
beforeEach(() => fewRegions(emulator(), REGIONS));

/** What only the calls of others leave: the emulator notes who has looked. The AWS CLI reaches the last by a name that is in no DNS here. */
const NOTED = /^(policy_name|service_credentials|creation_time|last_modified_time)$/;
const HOST_OF_ACCOUNT = /^s3control /;

const comparable = (state: unknown): unknown =>
  JSON.parse(
    JSON.stringify(
      alike(
        Object.fromEntries(
          Object.entries(state as object).filter(([name]) => !HOST_OF_ACCOUNT.test(name)),
        ),
      ),
    ),
    (name, value) => (NOTED.test(name) ? undefined : value),
  );

it('an account is exported without a write; cfn-lint takes the templates, and the script makes it again', async () => {
  const where = { url: emulator().url, home: newHome() };
  const answers = { ...(await exampleAnswers()), 'guardduty.apply': true };
  await rootlock(['--yes', '--json'], { ...where, answers });
  await emulator().confirmSubscriptions();
  const [made, state] = [writes(await emulator().requests()), await emulator().state()];
  for (const form of ['--terraform', '--cloudformation', '--script']) {
    const ran = await rootlock(['export', 'out', form], where);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
  }
  expect(writes(await emulator().requests())).toEqual(made);
  expect(await emulator().state()).toEqual(state);

  const folder = join(where.home, 'out');
  const templates = readdirSync(folder).filter((name) => name.endsWith('.template.json'));
  expect(templates).toHaveLength(REGIONS.length);
  const paths = templates.map((name) => join(folder, name));
  await expect(promisify(execFile)(CFN_LINT, paths)).resolves.toEqual({ stdout: '', stderr: '' });

  await emulator().reset();
  await fewRegions(emulator(), REGIONS);
  const script = readFileSync(join(folder, 'rootlock.sh'), 'utf8');
  await shell(script, where);
  await emulator().confirmSubscriptions();
  // It looks wherever it looked before: the emulator notes a region once somebody looks there.
  await rootlock(['export', 'again', '--script'], where);
  const again = readFileSync(join(where.home, 'again/rootlock.sh'), 'utf8');
  expect(again).toBe(script.replace(/^run aws s3control .*\n/m, ''));
  expect(comparable(await emulator().state())).toEqual(comparable(state));
}, 600_000);
