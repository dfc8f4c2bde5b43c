import {
  CreateAccessKeyCommand,
  CreateUserCommand,
  PutUserPolicyCommand,
} from '@aws-sdk/client-iam';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/reports/json-report.ts';
import type { ReceiptEntry } from '../../src/reports/receipt.ts';
import { changesOf, expectAnnounced, lines, planned, sent } from '../support/emulator/agreement.ts';
import { iamOf, useEmulator } from '../support/emulator/clients.ts';
import { ANSWERS, KIM, ownerOf } from '../support/emulator/owner.ts';
import {
  keyInProfile,
  newHome,
  openRootlock,
  rootlock,
  withAwsLogin,
} from '../support/emulator/programs.ts';
import { isWrite } from '../support/emulator/wire-log.ts';
import { inSentences } from '../support/owner/in-sentences.ts';
import { answerAll } from '../support/owner/owner.ts';
import { exampleAnswers } from '../support/owner/unattended.ts';
import { run } from '../support/program/program.ts';

const emulator = useEmulator();
const WHOLE = 240_000;
const at = () => ({ url: emulator().url, home: newHome() });
const answersFile = async () => ({ ...(await exampleAnswers()), ...ANSWERS });
/** The step that ends the key of the run. Behind an endpoint, the one after it is left out. */
const LAST = 'root-keys';
const FAR_AWAY = ['--region', 'ap-northeast-2'];

describe('from a fresh account to one without root keys', () => {
  it(
    'a dry run plans what the run announces, what AWS receives and what the receipt lists',
    async () => {
      const where = at();
      keyInProfile(where.home);
      const env = withAwsLogin(where.home, `user/${KIM}`);

      /** Compares a dry run with the run itself, on the same account. Returns the number of writes. */
      async function agree(flags: string[]): Promise<number> {
        const answers = await answersFile();
        const dry = await rootlock([...flags, '--dry-run', '--json'], { ...where, answers });
        const changes = changesOf(JSON.parse(dry.stdout) as Report);
        const before = (await emulator().requests()).length;
        // So wide that no sentence is broken.
        const terminal = openRootlock([...flags, '--plain', '--verbose'], {
          ...where,
          env,
          cols: 300,
        });
        await answerAll(inSentences(terminal), ownerOf(emulator()));
        expect(await terminal.exit).toMatchObject({ code: flags.includes('--skip') ? 2 : 0 });

        const wire = (await emulator().requests()).slice(before).filter(isWrite);
        expect(sent(wire)).toEqual(planned(changes));
        expectAnnounced(changes, terminal.raw);
        const told = await rootlock(['receipt', '--json'], where);
        const entries = JSON.parse(told.stdout) as ReceiptEntry[];
        const receipt = entries.filter(({ run }) => run === entries.at(-1)?.run);
        expect(lines(receipt)).toEqual(lines(changes.flatMap(({ calls }) => calls)));
        expect(receipt.map(({ requestId }) => requestId)).toEqual(wire.map(({ id }) => id));
        return wire.length;
      }

      expect(await agree([...FAR_AWAY, '--skip', LAST])).toBeGreaterThan(15);
      expect(await agree([...FAR_AWAY, '--only', LAST])).toBe(1);
    },
    WHOLE,
  );
});

describe('a user who has what "rootlock permissions" prints', () => {
  it(
    'can do everything but what only root can, and AWS checks no other action',
    async () => {
      const where = at();
      const allowed = await giveClerk(where);
      const before = (await emulator().requests()).length;
      const terminal = openRootlock(['--plain', '--skip', LAST], {
        ...where,
        env: withAwsLogin(where.home, 'user/clerk'),
      });
      await answerAll(inSentences(terminal), ownerOf(emulator()));
      expect(await terminal.exit).toMatchObject({ code: 2 });
      expect(terminal.raw).not.toContain('may not do');

      const wire = (await emulator().requests()).slice(before);
      expect(wire.filter(({ code = '' }) => /Denied/.test(code))).toEqual([]);
      const asked = new Set(wire.flatMap(({ actions }) => actions));
      expect([...asked].filter((action) => !allowed.includes(action))).toEqual([]);
    },
    WHOLE,
  );

  it('is told what to ask for if one action is missing', async () => {
    const where = at();
    await giveClerk(where, 's3:TagResource');
    const ran = await rootlock(['--only', 'cloudtrail', '--yes'], {
      ...where,
      answers: await answersFile(),
      env: { ...withAwsLogin(where.home, 'user/clerk') } as never,
    });
    expect(ran.code).toBe(3);
    expect(ran.stdout).toContain('These credentials are not allowed to call s3:CreateBucket.');
    expect(ran.stdout).toContain('cli.js permissions');
  });

  /** Makes the user, with an access key in the default profile. Returns the allowed actions, which are all but `without`. */
  async function giveClerk(where: { url: string; home: string }, without?: string) {
    const { out } = await run(['permissions']);
    const policy = JSON.parse(out) as { Statement: { Action: string[] }[] };
    for (const statement of policy.Statement) {
      statement.Action = statement.Action.filter((action) => action !== without);
    }
    const of = { UserName: 'clerk' };
    const PolicyDocument = JSON.stringify(policy);
    const iam = iamOf(emulator());
    await iam.send(new CreateUserCommand(of));
    await iam.send(new PutUserPolicyCommand({ ...of, PolicyName: 'rootlock', PolicyDocument }));
    const { AccessKey } = await iam.send(new CreateAccessKeyCommand(of));
    keyInProfile(where.home, AccessKey?.AccessKeyId);
    return policy.Statement.flatMap(({ Action }) => Action);
  }
});
