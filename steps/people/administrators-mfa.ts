import type { Account, InteractiveChange, Question } from '../../src/engine/step.ts';
import { placeholder } from '../../src/text/placeholder.ts';
import { t } from '../../src/text/text.ts';
import { signInPage } from '../shared/console-urls.ts';
import { attachTo, detachFrom, howToTry } from './mfa-trial-changes.ts';
import type { PeopleGroup } from './people-groups.ts';
import { requestFor, rowsOf, undoOf } from './require-mfa-changes.ts';
import { createRequireMfa, type RequireMfaPolicy } from './require-mfa-policy.ts';

/**
 * Of administrators it is asked only if the owner wants it: whoever is left without MFA has no way in any more. One of them tries it
 * first, the owner themselves if they are in the group. The trial ends before the group is held: whoever is cut short is back where they were.
 */
export function offerToRequire(
  account: Account,
  group: PeopleGroup,
  policy: RequireMfaPolicy,
): InteractiveChange {
  const create = policy.isThere ? [] : [createRequireMfa(account, policy.name)];
  const require = requestFor(account, group, policy.name);
  const self = group.people.find(({ arn }) => arn === account.identity.arn);
  const known = self ?? (group.people.length === 1 ? group.people[0] : undefined);
  const member = known?.name ?? placeholder(`require-mfa.tester`);
  const calls = [
    ...create,
    attachTo(account, member, policy.name),
    detachFrom(account, member, policy.name),
    require,
  ];
  return {
    kind: 'exchange',
    offerId: `require-${group.name}`,
    summary: t('Require MFA of the administrators in {group}: stay signed in elsewhere meanwhile', {
      group: group.name,
    }),
    danger: true,
    diff: rowsOf(group),
    undo: undoOf(account, group, policy.name),
    calls: calls.map(({ service, operation, input }) => ({ service, operation, input }) as never),
    async run(send, ask) {
      const tester = known?.name ?? (await ask('tester', whoQuestion(group)));
      for (const { service, operation, input } of create) {
        await send({ service, operation, input } as never);
      }
      await send(attachTo(account, tester, policy.name));
      try {
        await ask('sign-in', {
          kind: 'visit',
          message: t('{user} signs in again, with MFA', { user: tester }),
          ...signInPage(account),
          instructions: [
            ...howToTry(account, tester, policy.name),
            t('Go on only if that works. If you go back, it is taken back.'),
          ],
        });
      } finally {
        await send(detachFrom(account, tester, policy.name));
      }
      const { service, operation, input } = require;
      await send({ service, operation, input } as never);
    },
  };
}

const whoQuestion = ({ people, name: group }: PeopleGroup): Question<'select'> => ({
  kind: 'select',
  message: t('Who in {group} should try it first?', { group }),
  example: people[0]?.name ?? '',
  notPersisted: true,
  leadsOn: () => true,
  choices: people.map(({ name }) => ({ value: name, label: t('{name}', { name }) })),
});
