import { shortened } from '../../text/text.ts';
import { ROOT } from '../word-cells.ts';

/** What a row shows of an event, and the event itself. */
export interface TrailEvent {
  /** CloudTrail's id, or a number if it has none. */
  key: string;
  /** Milliseconds. Absent if the event does not say. */
  at?: number;
  name: string;
  /** `ec2` */
  service: string;
  region: string;
  who: string;
  /** The IAM user's name, if it is one. */
  user?: string;
  isRoot: boolean;
  /** Id of the access key. */
  accessKey: string;
  from: string;
  /** AWS's code, or a sign-in's failure. Empty if it went well. */
  error: string;
  mfa?: boolean;
  /** What the call was about, as far as its parameters tell. */
  about: string;
  /** It changed nothing. */
  isRead: boolean;
  /** The whole event, in one line. A string takes a third of what an object does. */
  json: string;
}

/** An event is at most 256 kB. What is deeper than this is none of CloudTrail's. */
const MOST_DEPTH = 100;
const MOST_LETTERS = 300;

type Members = Record<string, unknown>;

const membersOf = (it: unknown): Members =>
  it !== null && typeof it === 'object' && !Array.isArray(it) ? (it as Members) : {};

/** Whatever stands there, as a word: the fields of a foreign file may be anything. */
function word(it: unknown): string {
  if (it === undefined || it === null) return '';
  return shortened(typeof it === 'string' ? it : JSON.stringify(it), MOST_LETTERS);
}

/** `undefined` if it is no event. */
export function eventOf(record: unknown): TrailEvent | undefined {
  const event = membersOf(record);
  if (typeof event.eventName !== 'string' || isDeeper(record, MOST_DEPTH)) return undefined;
  const identity = membersOf(event.userIdentity);
  const at = timeOf(event.eventTime);
  const mfa = mfaOf(event, identity);
  return {
    key: word(event.eventID),
    ...(at !== undefined && { at }),
    name: word(event.eventName),
    service: word(event.eventSource).replace(/\.amazonaws\.com$/, ''),
    region: word(event.awsRegion),
    who: whoOf(identity),
    ...(identity.type === 'IAMUser' &&
      typeof identity.userName === 'string' && { user: identity.userName }),
    isRoot: identity.type === 'Root',
    accessKey: word(identity.accessKeyId),
    from: word(event.sourceIPAddress),
    error: errorOf(event),
    ...(mfa !== undefined && { mfa }),
    about: aboutOf(event),
    isRead: event.readOnly === true,
    json: JSON.stringify(record),
  };
}

function isDeeper(it: unknown, left: number): boolean {
  if (it === null || typeof it !== 'object') return false;
  return left === 0 || Object.values(it).some((one) => isDeeper(one, left - 1));
}

/** A role's session has no name of a user: its ARN ends with the role and the session. */
function whoOf(identity: Members): string {
  const { type, userName, arn, invokedBy, principalId, accountId } = identity;
  if (type === 'Root') return ROOT;
  const role = typeof arn === 'string' && /:assumed-role\/(.+)$/.exec(arn)?.[1];
  return word(role || userName || invokedBy || arn || principalId || accountId || type);
}

/** As CloudTrail writes it. `Date.parse` takes `5` for a day in May. */
function timeOf(it: unknown): number | undefined {
  const at = Date.parse(/^\d{4}-\d\d-\d\dT/.test(word(it)) ? word(it) : '');
  return Number.isNaN(at) ? undefined : at;
}

/** A long-term key says nothing of MFA. */
function mfaOf(event: Members, identity: Members): boolean | undefined {
  const { MFAUsed } = membersOf(event.additionalEventData);
  const { mfaAuthenticated } = membersOf(membersOf(identity.sessionContext).attributes);
  const said = word(event.eventName === 'ConsoleLogin' ? MFAUsed : mfaAuthenticated);
  if (/^(Yes|true)$/.test(said)) return true;
  return /^(No|false)$/.test(said) ? false : undefined;
}

function errorOf({ errorCode, errorMessage, responseElements }: Members): string {
  if (errorCode !== undefined && errorCode !== null) return word(errorCode);
  const { ConsoleLogin } = membersOf(responseElements);
  return ConsoleLogin === 'Failure' ? word(errorMessage ?? ConsoleLogin) : '';
}

/** EC2 and older services spell a refusal in other ways: Client.UnauthorizedOperation. */
export const isRefused = ({ error }: TrailEvent): boolean =>
  /AccessDenied|Unauthorized|NotAuthorized|AuthFailure|^Forbidden/i.test(error);

/** The name or id of a thing. What a request is called, and which attribute of a thing it changes, is none. */
const NAMES = /^(?!requestId|attributeName)(name|\w*(Name|Id|Arn|ARN|Identifier))$/;

function aboutOf({ resources, requestParameters, responseElements }: Members): string {
  const [first] = Array.isArray(resources) ? resources : [];
  return word(
    instancesIn(responseElements) ||
      ownName(membersOf(requestParameters)) ||
      instancesIn(requestParameters) ||
      nameWithin(requestParameters) ||
      nameWithin(responseElements) ||
      membersOf(first).ARN,
  );
}

const ownName = (it: object): string | undefined =>
  Object.entries(it).find(([name, value]) => NAMES.test(name) && typeof value === 'string')?.[1];

/** EC2 wraps what a call is about, in lists too, and gives new things their ids in its answer. */
function nameWithin(it: unknown, left = 4): string | undefined {
  if (it === null || typeof it !== 'object' || left === 0) return undefined;
  const own = ownName(it);
  if (own !== undefined) return own;
  for (const inner of Object.values(it)) {
    const name = nameWithin(inner, left - 1);
    if (name !== undefined) return name;
  }
  return undefined;
}

/** EC2 has a list in a list: `instancesSet.items[].instanceId`. */
function instancesIn(it: unknown): string {
  const { items } = membersOf(membersOf(it).instancesSet);
  return (Array.isArray(items) ? items : [])
    .map((one) => membersOf(one).instanceId)
    .filter((id) => typeof id === 'string')
    .join(', ');
}
