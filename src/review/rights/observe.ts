import { Blocked } from '../../engine/errors.ts';
import type { Text } from '../../text/text.ts';
import { attempt, type Known } from '../known.ts';
import type { PageLook } from '../page.ts';
import { actionNames } from './action-names.ts';
import { servicesUsed, type UsedService } from './last-used.ts';
import { type Question, questionOf } from './question.ts';
import { type Outcome, simulate } from './simulate.ts';
import { mayDoEverything, type Subject, subjectsIn } from './subjects.ts';

/** What the page Rights has seen. */
export interface Seen {
  /** AWS's time in milliseconds. */
  now: number;
  subjects: Known<Subject[]>;
  /** The names of all policies that were read. */
  policies: string[];
  /** How many roles of AWS's own services are left out. */
  serviceRoles: number;
  /** The services that those used who may do everything, by ARN. */
  used: Map<string, Known<UsedService[]>>;
  /** Names of AWS's actions, to complete what is typed. */
  actions: string[];
  /** What is asked, and what AWS answers. */
  asked?: { question: Question; outcomes: Outcome[] };
  /** Why it cannot be asked so. */
  problem?: Text;
}

/** AWS takes only so many such reports at a time, and each takes seconds. */
const MOST_REPORTS = 10;

/**
 * Reads the account's list once, and asks AWS's simulator what is set.
 *
 * @throws Blocked if both are denied
 */
export async function observeRights(look: PageLook, show: (seen: Seen) => void): Promise<Seen> {
  const [details, actions] = await Promise.all([
    attempt(look.read('iam', 'GetAccountAuthorizationDetails', { MaxItems: 1000 })),
    actionNames(),
  ]);
  const { subjects, documents, serviceRoles } =
    'is' in details
      ? subjectsIn(details.is)
      : { subjects: [], documents: new Map<string, string>(), serviceRoles: 0 };
  const seen: Seen = {
    now: look.clock(),
    subjects: 'is' in details ? { is: subjects } : details,
    policies: [
      ...new Set(subjects.flatMap(({ policies = [] }) => policies.map(({ name }) => name))),
    ],
    serviceRoles,
    used: new Map(),
    actions,
  };
  const question = await questionOf(look, { subjects: seen.subjects, documents });
  if (question && 'problem' in question) return { ...seen, problem: question.problem };
  if (question) {
    const outcomes = await simulate(look, question);
    if ('unknown' in details && outcomes.every(isUnknown)) throw new Blocked(details.unknown);
    return { ...seen, asked: { question, outcomes } };
  }
  if ('unknown' in details) throw new Blocked(details.unknown);
  show(seen);
  const full = subjects.filter((one) => mayDoEverything(one)).slice(0, MOST_REPORTS);
  await Promise.all(
    full.map(async ({ arn }) => {
      seen.used.set(arn, await servicesUsed(look, arn));
      show({ ...seen, used: new Map(seen.used) });
    }),
  );
  return { ...seen };
}

const isUnknown = ({ by }: Outcome): boolean =>
  Object.values(by).every((answer) => 'unknown' in answer);
