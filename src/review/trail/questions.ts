import { BUCKET_CHANGES, TRAIL_CHANGES } from '../../../steps/alerts/event-names.ts';
import type { Account } from '../../engine/step.ts';
import { type Text, t } from '../../text/text.ts';
import type { Attribute } from './history.ts';
import { isRefused, type TrailEvent } from './trail-event.ts';

/** What a question is asked of. */
export interface Asked {
  /** An access key, or the name or id of a thing. */
  about: string;
  account: Pick<Account, 'alias'>;
  /** The buckets of the trails. */
  buckets: string[];
}

interface Question {
  id: string;
  title: Text;
  /** Why nothing can be said without `about`. */
  needs?: Text;
  /** How the event history is asked. Nothing: it cannot search for that, and the newest events are looked through. */
  lookups?(asked: Asked): Attribute[];
  /** Asks also where AWS records sign-ins. */
  isAboutSignIns?: true;
  matches(event: TrailEvent, asked: Asked): boolean;
}

const TRAIL_EVENTS: readonly string[] = ['CreateTrail', 'StartLogging', ...TRAIL_CHANGES];
/** `CreateOAuth2Token` renews a session of `aws login` every 15 minutes; this one has begun it. */
const SIGN_INS: readonly string[] = ['ConsoleLogin', 'AuthorizeOAuth2Access'];

const named = (names: readonly string[]): Attribute[] =>
  names.map((name) => ({ AttributeKey: 'EventName', AttributeValue: name }));

export const QUESTIONS: Question[] = [
  {
    id: 'who-used-root',
    title: t('who used the root user'),
    isAboutSignIns: true,
    // With an alias, root's events have it as the name of a user.
    lookups: ({ account: { alias } }) =>
      ['root', ...(alias ? [alias] : [])].map((name) => ({
        AttributeKey: 'Username',
        AttributeValue: name,
      })),
    matches: ({ isRoot }) => isRoot,
  },
  {
    id: 'what-key-did',
    title: t('what was done with this key'),
    needs: t('Which access key? Set what it is about: about=AKIA…'),
    lookups: ({ about }) => [{ AttributeKey: 'AccessKeyId', AttributeValue: about }],
    matches: ({ accessKey }, { about }) => accessKey === about,
  },
  {
    id: 'who-changed-trail',
    title: t('who changed or stopped the trail'),
    lookups: () => named([...TRAIL_EVENTS, ...BUCKET_CHANGES]),
    matches: (event, { buckets }) =>
      (event.service === 'cloudtrail' && TRAIL_EVENTS.includes(event.name)) ||
      (event.service === 's3' &&
        (BUCKET_CHANGES as readonly string[]).includes(event.name) &&
        buckets.some((bucket) => mentions(event.json, bucket))),
  },
  {
    id: 'who-signed-in',
    title: t('who signed in, from where, with MFA or not'),
    isAboutSignIns: true,
    lookups: () => named(SIGN_INS),
    matches: ({ name }) => SIGN_INS.includes(name),
  },
  {
    id: 'who-made-this',
    title: t('who made or changed this'),
    needs: t('Which thing? Set its name or id: about=i-0abc…'),
    lookups: ({ about }) => [{ AttributeKey: 'ResourceName', AttributeValue: about }],
    matches: (event, { about }) =>
      !event.isRead && mentions(event.json, about) && mentions(callIn(event), about),
  },
  { id: 'what-was-refused', title: t('which calls AWS refused'), matches: isRefused },
];

/** The event without who called: what somebody did is not what happened to them. */
function callIn({ json }: TrailEvent): string {
  const { userIdentity: _, ...call } = JSON.parse(json);
  return JSON.stringify(call);
}

/** As a whole value, or as the end of an ARN or the part of a path. `kim` is not in `kimberly`. */
function mentions(json: string, thing: string): boolean {
  // As it stands in JSON: with its quotes escaped.
  const wanted = JSON.stringify(thing).slice(1, -1);
  for (let at = json.indexOf(wanted); at >= 0; at = json.indexOf(wanted, at + 1)) {
    const isEdge = (letter: string | undefined) => letter === undefined || !/[\w.-]/.test(letter);
    if (isEdge(json[at - 1]) && isEdge(json[at + wanted.length])) return true;
  }
  return false;
}
