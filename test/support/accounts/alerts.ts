import type { PracticeState, Rule, Topic } from '../../../src/practice/fresh-account.ts';

const KIM = 'kim@example.com';

/** Adds a topic with a confirmed subscriber. */
export function giveTopic(
  state: PracticeState,
  { region = 'us-east-1', name = 'security', ...more }: Partial<Topic> = {},
): string {
  const topic: Topic = {
    region,
    name,
    attributes: { Policy: '{"Statement":[]}', DisplayName: '' },
    subscriptions: [{ protocol: 'email', endpoint: KIM, token: 'abc', id: 'confirmed' }],
    tags: [],
    ...more,
  };
  state.topics.push(topic);
  return `arn:aws:sns:${region}:${state.id}:${name}`;
}

/** Adds a rule of the owner's in each region that is on, with a topic that somebody hears. */
export function giveRules(state: PracticeState, pattern: object, more: Partial<Rule> = {}): void {
  for (const region of state.regions) {
    const Arn = giveTopic(state, { region });
    state.rules.push({
      region,
      name: 'my-alerts',
      pattern: JSON.stringify(pattern),
      state: 'ENABLED',
      targets: [{ Id: 'mail', Arn }],
      tags: [],
      ...more,
    });
  }
}
