import { Blocked } from '../src/engine/errors.ts';
import { type Change, type Look, type Question, step, type Text } from '../src/engine/step.ts';
import { t } from '../src/text/text.ts';
import { problemWithName } from './iam/names.ts';
import { limitOffer } from './people/limits.ts';
import { proveDenial } from './people/mfa-proof.ts';
import { type OwnSessionMfa, readOwnSession } from './people/own-session.ts';
import { withoutMfa } from './people/people.ts';
import { isReady, type PeopleGroup, readPeopleGroups } from './people/people-groups.ts';
import { machinesOut, offerToRequire, requireOf } from './people/require-mfa-changes.ts';
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
    const [groups, policy] = await Promise.all([
      readPeopleGroups(look),
      readRequireMfaPolicy(look),
    ]);
    const open = groups.filter((group) => !group.isHeld && isReady(group));
    await proveFor(
      look,
      open.filter((group) => !group.isOwners),
    );
    const owners = open.filter((group) => group.isOwners);
    if (owners.length === 0) return { groups, policy, offered: [] };
    const session = await readOwnSession(look);
    return { groups, policy, offered: await offerable(look, owners, session), session };
  },

  evidence: ({ groups, session }) => ({
    groups: groups.map(({ name, people, machines, keys, isOwners, isHeld }) => ({
      name,
      required: isHeld,
      ofAdministrators: isOwners,
      withoutDevice: withoutMfa(people),
      machines,
      keys: keys.map(({ id }) => id),
    })),
    session,
  }),

  status({ groups }) {
    const others = groups.filter(({ isOwners }) => !isOwners);
    const open = others.filter(({ isHeld }) => !isHeld);
    if (open.length > 0) return describeOpen(open);
    const held = groups.filter(({ isHeld }) => isHeld);
    if (held.length > 0) return t('required in {names}', { names: namesIn(held) });
    return t('no group of people but administrators');
  },

  mayAsk: { name: 'text' },

  questions: ({ policy, groups }) =>
    policy.taken && groups.some(isOpen) ? { name: nameQuestion(policy.name) } : {},

  plan({ groups, policy, offered }, { name = policy.name }, account): Change[] {
    const named = policy.isThere ? policy : { ...policy, name };
    const open = groups.filter(isOpen);
    const create = policy.isThere ? [] : [createRequireMfa(account, named.name)];
    if (open.length > 0) {
      return [
        ...machinesOut(open),
        ...(open.some(isReady) ? create : []),
        ...open.map((group) => requireOf(account, group, named.name)),
      ];
    }
    return [
      ...groups
        .filter((group) => offered.includes(group.name))
        .map((group) => offerToRequire(account, group, named)),
      ...groups
        .filter((group) => !group.isOwners && isReady(group))
        .flatMap((group) => limitOffer(account, group)),
    ];
  },
});

/** The owner need not be asked: it is nobody's way in to the whole account. */
const isOpen = ({ isOwners, isHeld }: PeopleGroup): boolean => !isOwners && !isHeld;

const namesIn = (groups: PeopleGroup[]): string => groups.map(({ name }) => name).join(', ');

function describeOpen(open: PeopleGroup[]): Text {
  const waiting = open.flatMap(({ people }) => withoutMfa(people));
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
