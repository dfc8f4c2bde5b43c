import { declarationsOf } from '../../../aws/operations.ts';
import type { ServiceCall } from '../../http/serve.ts';
import type { PracticeState, Session } from '../../state/account-state.ts';
import { callerArn, iamArn } from '../iam-arns.ts';
import { Refusal } from '../operation-table.ts';
import { evaluate, parseStatements, type Statement } from '../policy-language.ts';
import { findPolicy } from './entities.ts';
import { statementsOfHolder } from './simulate.ts';

/** Where the practice owner is. RFC 5737. */
const ADDRESS = '203.0.113.10';
/** AWS answers it even if all is denied. */
const FREE = 'sts:GetCallerIdentity';

interface Caller {
  session: Session | undefined;
  now: Date;
  denials: Statement[];
}

/** What is denied to a user or to a role, by its id. Policies do not limit root. */
export function denialsOf(state: PracticeState, id: string): Statement[] {
  const user = state.users.find((one) => one.id === id);
  const holders = user
    ? [user, ...state.groups.filter(({ name }) => user.groups.includes(name))]
    : state.roles.filter((one) => one.id === id);
  const boundary = user?.boundary;
  return [
    ...holders.flatMap((holder) => statementsOfHolder(state, holder)),
    ...(boundary ? parseStatements(findPolicy(state, boundary).document) : []),
  ].filter(({ Effect }) => Effect === 'Deny');
}

/**
 * Only what is denied on every resource is refused: which resource a call is about is not played.
 *
 * @throws Refusal if the call is denied
 */
export async function refuseDenied(
  state: PracticeState,
  { service, operation, input }: ServiceCall,
  id: string,
  { session, now, denials }: Caller,
): Promise<void> {
  const user = state.users.find((one) => one.id === id);
  const context = {
    'aws:SourceIp': ADDRESS,
    'aws:CurrentTime': now.toISOString(),
    'aws:ViaAWSService': 'false',
    ...(user && { 'aws:username': user.name, 'aws:PrincipalArn': iamArn(state, 'user', user) }),
    // A long-term key has no token. A session whose beginning nothing depends on is older than any denial.
    ...(session && { 'aws:TokenIssueTime': session.began ?? state.created }),
    // A long-term key says nothing of MFA, nor does the session of a role.
    ...(user && session && { 'aws:MultiFactorAuthPresent': String(session.mfa ?? false) }),
  };
  const { reads, writes } = await declarationsOf(service);
  const { actions = [`${service}:${operation}`] } = reads[operation] ?? writes[operation] ?? {};
  // Making something with tags needs the right to tag, and making it without them does not.
  const needed = actions.filter((one) => one !== FREE && ('Tags' in input || !/:Tag/.test(one)));
  const action = needed.find(
    (one) => evaluate(denials, { action: one, resource: '*', context }) === 'explicitDeny',
  );
  if (action === undefined) return;
  throw new Refusal(
    'AccessDenied',
    403,
    `User: ${callerArn(state, id)} is not authorized to perform: ${action} on resource: * with an explicit deny in an identity-based policy`,
  );
}
