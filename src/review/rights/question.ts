import type { Text } from '../../text/text.ts';
import { t } from '../../text/text.ts';
import type { Known } from '../known.ts';
import type { PageLook } from '../page.ts';
import { type Kind, keyOf, nameIn, type Subject } from './subjects.ts';
import { type WhatIf, whatIfOf } from './what-if.ts';

/** How a request is signed in. A key says nothing of MFA; a session without MFA says that there was none. */
export type SignedIn = 'mfa' | 'session' | 'key';

/** What AWS's simulator is asked. */
export interface Question extends WhatIf {
  subject: Subject;
  actions: string[];
  resources: string[];
  ways: SignedIn[];
  from?: string;
}

/** What gives or takes power, or is hard to take back: asked if no action is named. */
const TELLING = [
  'iam:CreateUser',
  'iam:CreateAccessKey',
  'iam:AttachUserPolicy',
  'iam:PutUserPolicy',
  'iam:UpdateAssumeRolePolicy',
  'iam:PassRole',
  'sts:AssumeRole',
  'ec2:RunInstances',
  'ec2:TerminateInstances',
  'lambda:UpdateFunctionCode',
  's3:GetObject',
  's3:DeleteBucket',
  's3:PutBucketPolicy',
  'secretsmanager:GetSecretValue',
  'kms:ScheduleKeyDeletion',
  'rds:DeleteDBInstance',
  'cloudtrail:StopLogging',
  'organizations:LeaveOrganization',
];

const listOf = (text = ''): string[] => [
  ...new Set(
    text
      .split(/[\s,]+/)
      .map((one) => one.trim())
      .filter(Boolean),
  ),
];

/** What the settings ask. `undefined` if nobody is chosen; `problem` if it cannot be asked so. */
export async function questionOf(
  look: PageLook,
  known: { subjects: Known<Subject[]>; documents: Map<string, string> },
): Promise<Question | { problem: Text } | undefined> {
  const { who, actions, resources, mfa, from } = look.settings;
  if (!who) return undefined;
  const subject = subjectOf(who, known.subjects, look);
  if ('problem' in subject) return subject;
  const whatIf = await whatIfOf(look, subject, known.documents);
  if ('problem' in whatIf) return whatIf;
  const asked = listOf(actions);
  const on = listOf(resources);
  return {
    subject,
    ...whatIf,
    actions: asked.length > 0 ? asked : TELLING,
    resources: on.length > 0 ? on : ['*'],
    ways: waysOf(subject.kind, mfa),
    ...(from && { from }),
  };
}

function waysOf(kind: Kind, mfa = 'both'): SignedIn[] {
  if (kind === 'role') return ['key'];
  if (mfa === 'yes') return ['mfa'];
  return [...(mfa === 'no' ? [] : (['mfa'] as const)), 'session', 'key'];
}

function subjectOf(
  who: string,
  subjects: Known<Subject[]>,
  { account: { partition, id } }: PageLook,
): Subject | { problem: Text } {
  if (who === 'root' || who === '<root>' || who.endsWith(':root')) {
    return {
      problem: t(
        'AWS does not simulate the root user. It may do everything that the organization does not deny.',
      ),
    };
  }
  if ('is' in subjects) {
    const same = (one: string) => one.toLowerCase() === who.toLowerCase();
    const found =
      subjects.is.find(({ key, arn }) => key === who || arn === who) ??
      subjects.is.find(({ key, kind, name }) => same(key) || same(`${kind}/${name}`)) ??
      subjects.is.find(({ name }) => same(name));
    return found ?? { problem: t('There is no user, group or role {who}.', { who }) };
  }
  const [, kind = 'user', name = who] =
    /^(?:arn:[^:]+:iam::\d{12}:)?(user|group|role)\/(.+)$/.exec(who) ?? [];
  const last = nameIn(name);
  return {
    key: keyOf(kind as Kind, last),
    kind: kind as Kind,
    name: last,
    arn: who.startsWith('arn:') ? who : `arn:${partition}:iam::${id}:${kind}/${name}`,
    groups: [],
  };
}

/** The Service Authorization Reference has a colon in each action. Wildcards are for policies: the simulator compares letter by letter. */
export function problemWithActions(text: string): Text | undefined {
  const wrong = listOf(text).find((one) => !/^[a-z\d-]+:\w+$/i.test(one));
  return wrong === undefined
    ? undefined
    : t('{action} is no action, such as s3:GetObject.', { action: wrong });
}

export function problemWithResources(text: string): Text | undefined {
  const wrong = listOf(text).find(
    (one) => one !== '*' && !/^arn:[^:]*:[^:]+:[^:]*:[^:]*:./.test(one),
  );
  return wrong === undefined
    ? undefined
    : t('{resource} is no ARN, such as arn:aws:s3:::my-bucket/*.', { resource: wrong });
}

/** An address of IPv4 or IPv6. The simulator takes no network. */
export function problemWithAddress(text: string): Text | undefined {
  const host = /^\d+(\.\d+){3}$/.test(text) ? text : `[${text}]`;
  return URL.canParse(`http://${host}`)
    ? undefined
    : t('{address} is no IP address, such as 203.0.113.9.', { address: text });
}
