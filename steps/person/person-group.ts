import { type Change, type Look, type Question, step } from '../../src/engine/step.ts';
import { placeholder } from '../../src/text/placeholder.ts';
import { t } from '../../src/text/text.ts';
import { isAmong, isNamed } from '../iam/names.ts';
import { credentialsOf } from '../iam/user-credentials.ts';
import { readRequireMfaPolicy } from '../people/require-mfa-policy.ts';
import { managedPolicy } from '../shared/arns-and-tags.ts';
import { type AwsPolicy, awsPolicies, policyFor, policyQuestion } from './aws-policies.ts';
import { findPerson, type Person } from './find-person.ts';
import { changesFor, type Target } from './group-changes.ts';
import { type GroupSeen, groupsFor } from './groups.ts';
import { describeHindrance, hindranceOf } from './hindrance.ts';
import { JOBS } from './jobs.ts';
import { policyTexts } from './policy-texts.ts';

/** The answer that leads to the question for one of AWS's policies. No job has this name. */
const ANY_POLICY = 'policy';

/** The first job that is another one than what they do: else nothing would be left to ask of a developer who changes jobs. */
const defaultJob = (groups: string[]): string =>
  Object.keys(JOBS).find((job) => !isAmong(job, groups)) ?? 'Developers';

/** An existing group, as an answer. */
const groupChoice = (name: string): string => `group/${name}`;

/** Under this id, the owner's answer is known whether somebody who is in a group does other work now. */
export const CHANGES_JOB = 'person-group.change';

export const personGroup = (wanted: string) =>
  step({
    id: 'person-group',
    title: t('What they may do'),
    why: t(
      'Rights come from a group: everybody in it has the same, and leaving it takes them away.',
    ),
    cost: 'free',
    needs: ['person-user'],
    notFor: ['project'],
    controls: [],

    async observe(look) {
      const person = await findPerson(look, wanted);
      const job = look.known('person-group.job');
      const all = job === ANY_POLICY ? awsPolicies(look) : Promise.resolve([]);
      const [{ groups, kept }, hindrance, policies, texts, requireMfa, rules, credentials] =
        await Promise.all([
          groupsFor(look, person.name),
          hindranceOf(look, person.name),
          all,
          all.then((found) =>
            policyTexts(look, policiesToRead(look, { person, job, policies: found })),
          ),
          readRequireMfaPolicy(look),
          look.find('iam', 'GetAccountPasswordPolicy', {}),
          person.exists ? credentialsOf(look, person.name) : null,
        ]);
      return {
        hindrance,
        texts,
        person,
        groups,
        kept,
        policies,
        requireMfa: requireMfa.isThere ? requireMfa.name : null,
        usersMayChange: rules?.PasswordPolicy?.AllowUsersToChangePassword ?? false,
        credentials,
        job: typeof job === 'string' ? job : null,
        changes: look.known(CHANGES_JOB) === true,
        leaves: look.known('person-group.leave') === true,
      };
    },

    evidence: ({ person, hindrance }) => ({ groups: person.groups, hindrance }),

    status({ person: { name, groups: all }, hindrance }) {
      const groups = all.join(', ');
      if (groups === '') return t('in no group, so nothing yet');
      if (hindrance === null) return t('in {groups}', { groups });
      return hindrance === 'denied'
        ? t('in {groups}, but something denies {name} everything', { groups, name })
        : t('in {groups}, but AWS has quarantined {name}', { groups, name });
    },

    handover: ({ person: { name }, hindrance }) =>
      hindrance === null ? [] : [[t('rights'), describeHindrance(name, hindrance)]],

    mayAsk: { job: 'select', policy: 'text', leave: 'confirm' },

    questions(seen) {
      const { person, groups, job, policies } = seen;
      const others = isAsked(seen) ? leavable(seen) : [];
      return {
        ...(isAsked(seen) && { job: jobQuestion(person, groups) }),
        ...(job === ANY_POLICY && { policy: policyQuestion(policies) }),
        ...(others.length > 0 && { leave: leaveQuestion(person.name, others) }),
      };
    },

    plan(seen, { job: answered, policy, leave = false }, account): Change[] {
      if (!isAsked(seen)) return [];
      const { person, groups, policies, requireMfa, leaves, texts } = seen;
      const job = answered ?? defaultJob(person.groups);
      const target = targetOf(job, policy, { groups, policies }, (name) =>
        managedPolicy(account, name),
      );
      const isMember = person.groups.some((name) => isNamed(name)(target));
      // Whoever is in the group already leaves others only by the owner's word.
      const left =
        leave && (leaves || !isMember)
          ? leavable(seen).filter((name) => !isNamed(name)(target))
          : [];
      return changesFor({
        target,
        person,
        isMember,
        left,
        credentials: seen.credentials,
        account,
        requireMfa,
        usersMayChange: seen.usersMayChange,
        texts,
      });
    },
  });

/** What the owner may want to read before they agree. After another answer than the default, they are asked again with its text. */
function policiesToRead(
  look: Look,
  { person, job, policies }: { person: Person; job: unknown; policies: AwsPolicy[] },
): string[] {
  if (job === ANY_POLICY) {
    const chosen = policyFor(String(look.known('person-group.policy') ?? ''), policies);
    return chosen ? [chosen.arn] : [];
  }
  const chosen = String(job ?? defaultJob(person.groups));
  // Somebody who is in that group already, or stays where they are, is given nothing.
  const isUnasked = (job ?? null) === null && look.known(CHANGES_JOB) !== true;
  const isThere = isUnasked ? person.groups.length > 0 : isAmong(chosen, person.groups);
  const names = isThere ? [] : (JOBS[chosen]?.policies ?? []);
  return names.map((name) => managedPolicy(look.account, name));
}

interface Seen {
  person: { name: string; groups: string[] };
  groups: GroupSeen[];
  kept: string[];
  job: string | null;
  changes: boolean;
}

/** Somebody who is in a group stays there, until the owner says otherwise. */
const isAsked = ({ person, job, changes }: Seen): boolean =>
  person.groups.length === 0 || changes || job !== null;

const leavable = ({ person, kept }: Seen): string[] =>
  person.groups.filter((name) => !kept.includes(name));

function jobQuestion(
  { name, groups: current }: Seen['person'],
  groups: GroupSeen[],
): Question<'select'> {
  const others = groups.filter((group) => !Object.keys(JOBS).some((job) => isNamed(job)(group)));
  return {
    kind: 'select',
    message: t('What does {name} do?', { name }),
    initial: defaultJob(current),
    // The name of the policy.
    leadsOn: (job) => job === ANY_POLICY,
    choices: [
      ...Object.entries(JOBS).map(([value, { label }]) => ({ value, label })),
      ...others.map((group) => ({
        value: groupChoice(group.name),
        label: t('as in the group {name}', { name: group.name }),
      })),
      { value: ANY_POLICY, label: t("what another of AWS's policies allows") },
    ],
  };
}

const leaveQuestion = (name: string, others: string[]): Question<'confirm'> => ({
  kind: 'confirm',
  message: t('Take {name} out of what was before: {groups}?', { name, groups: others.join(', ') }),
  initial: true,
});

function targetOf(
  job: string,
  policy: string | undefined,
  { groups, policies }: { groups: GroupSeen[]; policies: AwsPolicy[] },
  arnOf: (name: string) => string,
): Target {
  const existing = (name: string) => groups.find(isNamed(name));
  const known = JOBS[job];
  if (known) {
    const group = existing(job);
    return { name: group?.name ?? job, group, policies: known.policies.map(arnOf) };
  }
  if (job === ANY_POLICY) {
    const found = policyFor(policy ?? '', policies);
    const name = found?.name ?? placeholder('person-group.policy');
    const group = existing(name);
    return { name: group?.name ?? name, group, policies: [found?.arn ?? arnOf(name)] };
  }
  const group = groups.find(({ name }) => groupChoice(name) === job);
  return { name: group?.name ?? job, group, policies: [] };
}
