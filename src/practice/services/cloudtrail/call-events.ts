import { randomUUID } from 'node:crypto';
import type { ServiceCall } from '../../http/serve.ts';
import type { PracticeState, Session, TrailEvent } from '../../state/account-state.ts';
import { callerArn } from '../iam-arns.ts';

/** More than a run makes. */
const MAX_CALLS = 500;

/** What a call can be about, by the member of its input. No other member is recorded: it might be secret. */
const RESOURCES: Record<string, string> = {
  AccessKeyId: 'AWS::IAM::AccessKey',
  Bucket: 'AWS::S3::Bucket',
  GroupName: 'AWS::IAM::Group',
  PolicyArn: 'AWS::IAM::Policy',
  SerialNumber: 'AWS::IAM::MFADevice',
  UserName: 'AWS::IAM::User',
};

interface Caller {
  /** By user id; the root user's is the account's. */
  id: string;
  session: Session | undefined;
  now: Date;
  /** The code of the refusal, if any. */
  refusedWith?: string;
}

/** Records a call to the API. */
export function recordCall(state: PracticeState, call: ServiceCall, caller: Caller): void {
  state.calls = [...state.calls, callEvent(state, call, caller)].slice(-MAX_CALLS);
}

function callEvent(
  state: PracticeState,
  { service, operation, input, accessKeyId = '', region, userAgent }: ServiceCall,
  { id, session, now, refusedWith }: Caller,
): TrailEvent {
  const about = Object.entries(input).filter(([member]) => member in RESOURCES);
  const user = state.users.find((other) => other.id === id);
  return {
    id: randomUUID(),
    at: now.toISOString(),
    region,
    source: `${service}.amazonaws.com`,
    name: operation,
    user: {
      id,
      name: user?.name ?? 'root',
      arn: callerArn(state, id),
      accessKeyId,
      ...(session && { mfa: session.mfa ?? false, ...(session.began && { began: session.began }) }),
    },
    resources: about.map(([member, name]) => ({ type: RESOURCES[member] ?? '', name })),
    detail: {
      ...(refusedWith && { errorCode: errorCode(service, refusedWith) }),
      userAgent,
      requestParameters: Object.fromEntries(
        about.map(([member, name]) => [member.charAt(0).toLowerCase() + member.slice(1), name]),
      ),
    },
  };
}

/** IAM's error codes are longer in events than on the wire. */
const errorCode = (service: string, code: string): string =>
  service === 'iam' && code !== 'AccessDenied' ? `${code}Exception` : code;
