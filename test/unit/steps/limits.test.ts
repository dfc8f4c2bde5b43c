import { describe, expect, it } from 'vitest';
import type { InteractiveChange } from '../../../src/engine/step.ts';
import { say } from '../../../src/text/text.ts';
import { limitOffer, problemWithAddresses, problemWithDay } from '../../../steps/people/limits.ts';

const account = { id: '111122223333', partition: 'aws', practice: false } as never;
const group = {
  name: 'Helpers',
  people: [
    { name: 'kim', arn: 'arn:aws:iam::111122223333:user/kim', devices: ['x'], attached: [] },
  ],
  keys: [],
  machines: [],
  isOwners: false,
  isHeld: true,
  inline: [] as string[],
  attached: 1,
};

/** What the offer sends if AWS's simulator decides so, outside of the limit and inside. */
async function taking(
  answers: Record<string, string>,
  outside = 'explicitDeny',
  inside = 'allowed',
) {
  const [offer] = limitOffer(account, group) as [InteractiveChange];
  const decisions = [outside, inside];
  const sent: { operation: string; input: { PolicyDocument?: string } }[] = [];
  const send = async (request: (typeof sent)[number]) => {
    sent.push(request);
    const EvalDecision = decisions.shift();
    return { EvaluationResults: Array.from({ length: 3 }, () => ({ EvalDecision })) };
  };
  const ask = async (key: string) => answers[key];
  const now = () => Date.parse('2026-11-29T12:00:00Z');
  const error = await offer.run(send as never, ask as never, now).then(
    () => undefined,
    (thrown: Error) => thrown.message,
  );
  const { PolicyDocument } =
    sent.find(({ operation }) => operation === 'PutGroupPolicy')?.input ?? {};
  return { error, statement: PolicyDocument && JSON.parse(PolicyDocument).Statement[0] };
}

describe('the offer to limit a group of people', () => {
  it('denies what comes from elsewhere, but not from a service of AWS that acts for them', async () => {
    const { statement } = await taking({
      limit: 'addresses',
      addresses: '203.0.113.0/24, 198.51.100.7',
    });
    expect(statement).toEqual({
      Effect: 'Deny',
      Action: '*',
      Resource: '*',
      Condition: {
        NotIpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '198.51.100.7'] },
        Bool: { 'aws:ViaAWSService': 'false' },
      },
    });
  });

  it('denies everything after a day', async () => {
    const { statement } = await taking({ limit: 'day', until: '2027-02-28' });
    expect(statement.Condition).toEqual({
      DateGreaterThan: { 'aws:CurrentTime': '2027-02-28T23:59:59.000Z' },
    });
  });

  it.each([
    ['nobody is stopped', 'allowed', 'allowed'],
    ['everybody is stopped', 'explicitDeny', 'explicitDeny'],
  ])('is not made if the simulator says that %s', async (_, outside, inside) => {
    const taken = await taking({ limit: 'day', until: '2027-02-28' }, outside, inside);
    expect(taken).toEqual({ error: expect.stringContaining('kim'), statement: undefined });
  });

  it('is made once, is a danger, and says the way back', () => {
    const [offer] = limitOffer(account, group);
    expect([offer?.danger, offer?.undo && say(offer.undo)]).toEqual([
      true,
      'as root: aws iam delete-group-policy --group-name Helpers --policy-name rootlock-limit',
    ]);
    expect(limitOffer(account, { ...group, inline: ['rootlock-limit'] })).toEqual([]);
  });

  it.each([
    ['', 'Enter an address.'],
    ['everywhere', 'everywhere is no address'],
    ['203.0.113.0/33', 'is no address'],
    ['0.0.0.0/0', 'is no address'],
    ['::/0', 'is no address'],
    ['2001:db8::/129', 'is no address'],
    ['fd12::1', 'AWS never sees fd12::1'],
    ['203.0.113.9, 2001:db8:7::/48, 2001:db8::9', undefined],
    ['203.0.113.9, 192.168.0.10', 'AWS never sees 192.168.0.10'],
    ['203.0.113.9,198.51.100.0/24', undefined],
  ])('takes addresses that AWS can see: %j', (typed, problem) => {
    const said = problemWithAddresses(typed);
    if (problem === undefined) expect(said).toBeUndefined();
    else expect(said && say(said)).toContain(problem);
  });

  it.each([
    ['2027-02-30', 'Enter a day'],
    ['next week', 'Enter a day'],
    ['2026-11-28', 'That day is over.'],
    ['2026-11-29', undefined],
  ])('takes a day that is still to come: %s', (typed, problem) => {
    const said = problemWithDay(typed, Date.parse('2026-11-29T12:00:00Z'));
    if (problem === undefined) expect(said).toBeUndefined();
    else expect(said && say(said)).toContain(problem);
  });
});
