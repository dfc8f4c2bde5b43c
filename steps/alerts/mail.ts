import { say, type Text, t } from '../../src/text/text.ts';

/** What EventBridge makes a mail of: the type of a target's `InputTransformer`. */
interface InputTransformer {
  InputPathsMap: Record<string, string>;
  InputTemplate: string;
}

/**
 * The fields of an event that a mail may say. EventBridge puts values into the template as they are, without escaping: a quote
 * would spoil the mail, and a line break would forge a line of it. So only fields whose letters AWS limits are here: times,
 * ids, names of calls, and IAM's names (`[\w+=,.@-]`), once AWS has accepted them. Not here are the user agent, error messages,
 * whatever a refused call asked for, and ARNs of users and policies: their paths may hold quotes.
 */
const FIELDS = {
  account: '$.account',
  when: '$.time',
  region: '$.detail.awsRegion',
  ip: '$.detail.sourceIPAddress',
  type: '$.detail.userIdentity.type',
  user: '$.detail.userIdentity.userName',
  role: '$.detail.userIdentity.sessionContext.sessionIssuer.userName',
  id: '$.detail.userIdentity.principalId',
  mfa: '$.detail.additionalEventData.MFAUsed',
  call: '$.detail.eventName',
  service: '$.detail.eventSource',
  toUser: '$.detail.requestParameters.userName',
  toGroup: '$.detail.requestParameters.groupName',
  toRole: '$.detail.requestParameters.roleName',
  // CloudTrail has two names for it.
  trail: '$.detail.requestParameters.name',
  trailName: '$.detail.requestParameters.trailName',
  bucket: '$.detail.requestParameters.bucketName',
} as const;

/** A field, as the template has it. A field that the event lacks leaves nothing. */
const field = (name: keyof typeof FIELDS) => `<${name}>`;

export const ACCOUNT = t('Account: {account}', { account: field('account') });
export const WHEN = t('When: {when} (UTC)', { when: field('when') });
export const FROM = t('From: IP address {ip}, AWS region {region}', {
  ip: field('ip'),
  region: field('region'),
});
/** Users have a name, roles a session, and both an id. */
export const WHO = t('Who: {who}', {
  who: `${field('type')} ${field('user')}${field('role')} (${field('id')})`,
});
export const MFA_USED = t('MFA used: {answer}', { answer: field('mfa') });
export const CALL = t('What: {call} ({service})', {
  call: field('call'),
  service: field('service'),
});
/** Nobody is named if users do it to themselves. */
export const FOR_WHOM = t('For: {whom}', {
  whom: `${field('toUser')} ${field('toGroup')} ${field('toRole')}`,
});
export const TRAIL = t('Trail: {trail}', { trail: `${field('trail')}${field('trailName')}` });
export const BUCKET = t('Bucket: {bucket}', { bucket: field('bucket') });

/**
 * A mail of these lines, in the language that is spoken now.
 *
 * SNS gives each line with its quotation marks: EventBridge takes a text of several lines only as one quoted string after the
 * other.
 */
export function transformerOf(lines: readonly Text[]): InputTransformer {
  const template = lines.map((line) => JSON.stringify(say(line))).join('\n');
  const said = Object.entries(FIELDS).filter(([name]) => template.includes(`<${name}>`));
  return { InputPathsMap: Object.fromEntries(said), InputTemplate: template };
}
