import { CreateUserCommand, DeleteUserCommand } from '@aws-sdk/client-iam';
import type { Blocked } from '../../src/engine/errors.ts';
import { rootArn } from '../../steps/shared/arns-and-tags.ts';
import { answerTo, notTried, type Point, PREFIX, seen } from './point.ts';

const UserName = `${PREFIX}-root-session`;

export const rootSession: Point = {
  about: 'A session of root, by "aws login" or in CloudShell: what may it call?',
  expected: 'lists its access keys, makes a user, reads the summary',
  async try({ identity, read, command }) {
    if (identity.kind !== 'root' || identity.isLongTerm) {
      return notTried('sign in as root with "aws login"; its keys are never deleted here');
    }
    const listed = await answerTo(read('iam', 'ListAccessKeys', {}));
    const summary = await answerTo(read('iam', 'GetAccountSummary', {}));
    await command('iam', new CreateUserCommand({ UserName }));
    const said = `ListAccessKeys: ${listed}, GetAccountSummary: ${summary}, CreateUser: done`;
    return seen(`${said}; DeleteAccessKey is not tried`, listed === 'done' && summary === 'done');
  },
  clean: ({ ifThere }) => ifThere('iam', new DeleteUserCommand({ UserName })),
};

export const loginSession: Point = {
  about: 'Which login_session does "aws login" write for root? What ends it?',
  expected: 'the ARN of root',
  async try(live) {
    const { session, identity } = live;
    if (!session || identity.kind !== 'root') return notTried('sign in as root with "aws login"');
    return seen(
      `${session}; what a new password or MFA device does to it is not tried: it would end sessions`,
      session === rootArn(live),
    );
  },
};

export const mfaInSession: Point = {
  about: 'Does a session of "aws login" of a user with MFA carry aws:MultiFactorAuthPresent?',
  expected: 'CloudTrail says mfaAuthenticated of its calls',
  async try({ identity, read }) {
    if (identity.kind !== 'user' || identity.isLongTerm) {
      return notTried('sign in as a user with MFA, with "aws login"');
    }
    const { Events = [] } = await read('cloudtrail', 'LookupEvents', {
      LookupAttributes: [{ AttributeKey: 'AccessKeyId', AttributeValue: identity.accessKeyId }],
      MaxResults: 1,
    });
    const [event] = Events;
    if (!event)
      return notTried('CloudTrail shows no call of this session yet: again in 15 minutes');
    const { userIdentity } = JSON.parse(event.CloudTrailEvent ?? '{}');
    const said = userIdentity?.sessionContext?.attributes?.mfaAuthenticated;
    return seen(`mfaAuthenticated: ${said}`, said === 'true');
  },
};

export const regionOff: Point = {
  about: 'How does a region that is not switched on refuse credentials?',
  expected: 'it knows none, which us-east-1 proves wrong',
  async try({ read }) {
    const { Regions = [] } = await read('account', 'ListRegions', {
      RegionOptStatusContains: ['DISABLED'],
    });
    const region = Regions[0]?.RegionName;
    if (!region) return notTried('every region is switched on');
    const code = await read('sts', 'GetCallerIdentity', {}, region).then(
      () => 'done',
      (error: Blocked) => error.code ?? error.message,
    );
    return seen(`${region}: ${code}`, code === 'RegionDisabledException');
  },
};

export const inactiveKeys: Point = {
  about: 'Does an inactive access key of root keep AccountAccessKeysPresent at 1?',
  expected: 'yes: the wizard waits for it to be gone',
  async try({ identity, read }) {
    const keys = identity.kind === 'root' ? await read('iam', 'ListAccessKeys', {}) : undefined;
    const all = keys?.AccessKeyMetadata ?? [];
    if (all.length === 0 || all.some(({ Status }) => Status === 'Active')) {
      return notTried("needs root's only key to be inactive; root's keys are left alone here");
    }
    const { SummaryMap } = await read('iam', 'GetAccountSummary', {});
    const present = SummaryMap?.AccountAccessKeysPresent;
    return seen(`AccountAccessKeysPresent: ${present}`, present === 1);
  },
};

export const pending: Point = {
  about: 'Which services answer in an account that is not activated yet, and with which error?',
  expected: 'those that refuse say OptInRequired, SubscriptionRequiredException or NotSignedUp',
  async try({ id, read }) {
    const { AccountState } = await read('account', 'GetAccountInformation', {});
    if (AccountState !== 'PENDING_ACTIVATION') return notTried(`the account is ${AccountState}`);
    const answers = {
      iam: await answerTo(read('iam', 'GetAccountSummary', {})),
      s3: await answerTo(read('s3', 'ListBuckets', {})),
      cloudtrail: await answerTo(read('cloudtrail', 'DescribeTrails', {})),
      budgets: await answerTo(read('budgets', 'DescribeBudgets', { AccountId: id })),
    };
    const known = /^(done|OptInRequired|SubscriptionRequiredException|NotSignedUp)$/;
    const said = Object.entries(answers).map((answer) => answer.join(': '));
    return seen(
      said.join(', '),
      Object.values(answers).every((answer) => known.test(answer)),
    );
  },
};
