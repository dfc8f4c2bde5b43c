import { Blocked } from '../src/engine/errors.ts';
import {
  type Account,
  type Change,
  type Look,
  type Question,
  step,
  type Text,
} from '../src/engine/step.ts';
import { t } from '../src/text/text.ts';
import { problemWithName } from './iam/names.ts';
import { offerToRequire } from './people/administrators-mfa.ts';
import { limitOffer } from './people/limits.ts';
import { proveDenial } from './people/mfa-proof.ts';
import { candidatesIn, type MfaTrial, readTrial } from './people/mfa-trial.ts';
import {
  beginTrial,
  endTrials,
  NOBODY_FIRST,
  restOfTrial,
  testerQuestion,
} from './people/mfa-trial-changes.ts';
import { type OwnSessionMfa, readOwnSession } from './people/own-session.ts';
import { readPeople, withoutMfa } from './people/people.ts';
import { isReady, type PeopleGroup, readPeopleGroups } from './people/people-groups.ts';
import { machinesOut, requireOf } from './people/require-mfa-changes.ts';
import {
  createRequireMfa,
  type RequireMfaPolicy,
  readRequireMfaPolicy,
  requireMfaDocument,
} from './people/require-mfa-policy.ts';

export interface Seen {
  groups: PeopleGroup[];
  policy: RequireMfaPolicy;
  /** Groups of the owner's that may be asked for MFA, as AWS's simulator and this session show. */
  offered: string[];
  /** Absent if it makes no difference. */
  session?: OwnSessionMfa;
  /** A member who is held to it before all are. */
  trial: MfaTrial;
  /** People in no group, who are not held to it by one. */
  inNoGroup: string[];
  /** The owner wants no trial, or no more of it. */
  isUntried: boolean;
}

export default step({
  id: 'require-mfa',
  title: t('MFA required'),
  why: t(
    'A device helps only if it is asked for. A policy on the groups of people denies everything but setting up MFA until they have signed in with it.',
  ),
  cost: 'free',
  level: 'recommended',
  needs: ['everyones-mfa'],
  // It makes groups, and brings people into them.
  follows: ['direct-policies'],
  notFor: ['project'],
  controls: [],

  async observe(look): Promise<Seen> {
    const [groups, policy, people] = await Promise.all([
      readPeopleGroups(look),
      readRequireMfaPolicy(look),
      readPeople(look),
    ]);
    const members = groups.flatMap((group) => group.people.map(({ name }) => name));
    const inNoGroup = people.map(({ name }) => name).filter((name) => !members.includes(name));
    const open = groups.filter((group) => !group.isHeld && isReady(group));
    const [trial] = await Promise.all([
      readTrial(
        look,
        groups.filter((group) => !group.isOwners),
        policy,
      ),
      proveFor(
        look,
        open.filter((group) => !group.isOwners),
      ),
    ]);
    const isUntried = look.known('require-mfa.tester') === NOBODY_FIRST;
    const seen = { groups, policy, inNoGroup, trial, isUntried, offered: [] };
    const owners = open.filter((group) => group.isOwners);
    if (owners.length === 0) return seen;
    const session = await readOwnSession(look);
    return { ...seen, offered: await offerable(look, owners, session), session };
  },

  evidence: ({ groups, inNoGroup, session, trial: { members, proof, outOfScope } }) => ({
    groups: groups.map(({ name, people, machines, keys, isOwners, isHeld }) => ({
      name,
      required: isHeld,
      ofAdministrators: isOwners,
      withoutDevice: withoutMfa(people),
      machines,
      keys: keys.map(({ id }) => id),
    })),
    inNoGroup,
    session,
    trial: { members, signedIn: proof && { ...proof }, outOfScope },
  }),

  status(seen) {
    const status = statusOf(seen);
    const names = seen.inNoGroup.join(', ');
    return names === '' ? status : t('{status}; in no group: {names}', { status, names });
  },

  mayAsk: { name: 'text', tester: 'select' },

  questions({ policy, groups, trial }) {
    const ready = groups.filter(isOpen).filter(isReady);
    const candidates = candidatesIn(ready);
    return {
      ...(policy.taken && groups.some(isOpen) && { name: nameQuestion(policy.name) }),
      ...(candidates.length > 0 &&
        trial.members.length === 0 &&
        !trial.proof && { tester: testerQuestion(candidates) }),
    };
  },

  plan(seen, { name = seen.policy.name, tester = NOBODY_FIRST }, account): Change[] {
    const { groups, offered } = seen;
    const policy = seen.policy.isThere ? seen.policy : { ...seen.policy, name };
    const open = groups.filter(isOpen);
    const people = groups.filter(({ isOwners }) => !isOwners);
    if (open.length > 0) {
      return [...machinesOut(open), ...requireAll(account, seen, { policy, tester })];
    }
    return [
      ...endTrials(account, seen.trial, people, policy.name),
      ...groups
        .filter((group) => offered.includes(group.name))
        .map((group) => offerToRequire(account, group, policy)),
      ...people.filter(isReady).flatMap((group) => limitOffer(account, group)),
    ];
  },
});

/** One member tries it, and only when they have signed in with MFA, the groups are held to it. */
function requireAll(
  account: Account,
  { groups, trial, isUntried }: Seen,
  { policy, tester }: { policy: RequireMfaPolicy; tester: string },
): Change[] {
  const open = groups.filter(isOpen);
  const ready = open.filter(isReady);
  const require = open.map((group) => requireOf(account, group, policy.name, trial.proof));
  if (ready.length === 0) return require;
  const create = policy.isThere ? [] : [createRequireMfa(account, policy.name)];
  if (!isUntried && trial.members.length === 0 && tester !== NOBODY_FIRST) {
    const begin = beginTrial(account, tester, ready, policy.name);
    return [...create, begin, ...later(require)];
  }
  const rest = isUntried ? [] : restOfTrial(account, trial, policy.name);
  const isShut = rest.some(({ kind }) => kind === 'console');
  const all = groups.filter(({ isOwners }) => !isOwners);
  const heldThen = all.map((group) => ({
    ...group,
    isHeld: group.isHeld || ready.includes(group),
  }));
  const then = [...require, ...endTrials(account, trial, heldThen, policy.name)];
  return [...create, ...rest, ...(isShut ? later(then) : then)];
}

/** The owner need not be asked: it is nobody's way in to the whole account. */
const isOpen = ({ isOwners, isHeld }: PeopleGroup): boolean => !isOwners && !isHeld;

const namesIn = (groups: PeopleGroup[]): string => groups.map(({ name }) => name).join(', ');

function statusOf({ groups, trial }: Seen): Text {
  const others = groups.filter(({ isOwners }) => !isOwners);
  const open = others.filter(({ isHeld }) => !isHeld);
  if (open.length > 0) return describeOpen(open, trial);
  const held = groups.filter(({ isHeld }) => isHeld);
  if (held.length > 0) return t('required in {names}', { names: namesIn(held) });
  return t('no group of people but administrators');
}

function describeOpen(open: PeopleGroup[], { members }: MfaTrial): Text {
  const waiting = open.flatMap(({ people }) => withoutMfa(people));
  if (waiting.length === 0 && members.length > 0) {
    return t('required of {members} first; not in {names} yet', {
      names: namesIn(open),
      members: members.join(', '),
    });
  }
  if (waiting.length === 0) return t('not required in {names}', { names: namesIn(open) });
  return t('not required in {names}; no device yet: {people}', {
    names: namesIn(open),
    people: [...new Set(waiting)].join(', '),
  });
}

/** @throws Blocked if AWS's simulator says that the policy would not do what it should, or may not be asked */
async function proveFor(look: Look, groups: PeopleGroup[]): Promise<void> {
  const arns = new Set(groups.flatMap(({ people }) => people.map(({ arn }) => arn)));
  await proveDenial(look, [...arns], requireMfaDocument(look.account));
}

/** While it is unknown whether this session carries MFA, the owner's own group is not touched: it might end this run. */
async function offerable(
  look: Look,
  groups: PeopleGroup[],
  session: OwnSessionMfa,
): Promise<string[]> {
  if (session !== 'unaffected' && session !== 'with MFA') return [];
  const proven = await Promise.all(
    groups.map(async (group) => {
      try {
        await proveFor(look, [group]);
        return [group.name];
      } catch (error) {
        // It is only an offer: the step is secure without it.
        if (error instanceof Blocked) return [];
        throw error;
      }
    }),
  );
  return proven.flat();
}

const nameQuestion = (free: string): Question<'text'> => ({
  kind: 'text',
  message: t('A policy of the usual name says something else. What should this one be called?'),
  initial: free,
  validate: (typed) => problemWithName(typed, 128),
});

const later = (changes: Change[]): Change[] =>
  changes.map((change) => ({ ...change, gated: true as const }));
