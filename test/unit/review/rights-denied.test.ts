import { describe, expect, it } from 'vitest';
import { Blocked } from '../../../src/engine/errors.ts';
import { busyAccount } from '../../../src/practice/busy/account.ts';
import { rights } from '../../../src/review/rights.ts';
import { say } from '../../../src/text/text.ts';
import { NOW, newAccount } from '../../support/accounts/new-account.ts';
import { giveGroup, giveUser } from '../../support/accounts/people.ts';
import { allowAll } from '../../support/accounts/policies.ts';
import { askedRights } from '../../support/review/asked-rights.ts';

const KIM = { who: 'kim', actions: 'ec2:RunInstances' };
const busy = () => busyAccount(NOW);
const denying = (...operations: string[]) => ({
  denies: (one: string) => operations.includes(one),
});

/** Nothing that is not known looks like an answer. */
const isUnknown = (cell: string | undefined) => expect(cell).toMatch(/^\? /);

describe('the page Rights, if a call is denied', () => {
  it('asks about a name that it cannot look up, and leaves the texts of policies open', async () => {
    const { rows, unseen, open } = await askedRights(
      busy(),
      KIM,
      denying('GetAccountAuthorizationDetails'),
    );
    expect(rows['ec2:RunInstances']).toMatchObject({ 'with-mfa': 'is allowed' });
    expect(unseen[0]).toMatch(/the list of the account: GetAccountAuthorizationDetails is denied/);
    expect(await open('ec2:RunInstances')).toContain('The text of this policy is not known.');
  });

  it('takes no policy away by a name that it cannot look up', async () => {
    const { table } = await askedRights(
      busy(),
      { ...KIM, without: 'DeployToShop' },
      denying('GetAccountAuthorizationDetails'),
    );
    expect(say(table.empty)).toMatch(/nothing can be taken away/);
  });

  it('says that the verdicts are not known if the simulator is denied', async () => {
    const { rows, signals } = await askedRights(busy(), KIM, denying('SimulatePrincipalPolicy'));
    const { 'ec2:RunInstances': row } = rows;
    for (const id of ['with-mfa', 'without-mfa', 'decides']) isUnknown(row?.[id]);
    expect(signals).toEqual([]);
  });

  it.each(['GenerateServiceLastAccessedDetails', 'GetServiceLastAccessedDetails'])(
    'says that the services used are not known if %s is denied',
    async (operation) => {
      const { rows, signals, open } = await askedRights(busy(), {}, denying(operation));
      isUnknown(rows.choi?.used);
      expect(signals).toEqual([]);
      expect(await open('choi')).toContain(`${operation} is denied`);
    },
  );

  it('opens somebody without the keys that their policies ask for', async () => {
    const { open } = await askedRights(busy(), {}, denying('GetContextKeysForPrincipalPolicy'));
    const lines = await open('lee');
    expect(lines).toContain('its policies ask for: ? GetContextKeysForPrincipalPolicy is denied');
    expect(lines).toContainEqual(expect.stringMatching(/^Amazon S3/));
  });

  it.each(['GetPolicy', 'GetPolicyVersion'])(
    'simulates no policy that it cannot read: %s',
    async (operation) => {
      const settings = { ...KIM, attach: 'SecurityAudit' };
      const { table, sent } = await askedRights(busy(), settings, denying(operation));
      expect(say(table.empty)).toMatch(/is denied/);
      expect(sent).not.toContain('SimulatePrincipalPolicy');
    },
  );

  it.each([{}, KIM])('stops only if nothing can be shown: %o', async (settings) => {
    const all = { denies: () => true };
    await expect(askedRights(busy(), settings, all)).rejects.toThrow(Blocked);
  });

  it('is no reason to send a write', async () => {
    const { sent, open } = await askedRights(busy(), { ...KIM, attach: 'SecurityAudit' });
    await open('ec2:RunInstances');
    expect(new Set(sent)).toEqual(
      new Set([
        'GetAccountAuthorizationDetails',
        'GetPolicy',
        'GetPolicyVersion',
        'SimulatePrincipalPolicy',
      ]),
    );
  });
});

describe('the page Rights, in an odd account', () => {
  it('survives policies that are damaged, and calls them not known', async () => {
    const { seen } = await askedRights(newAccount());
    const { subjects } = seen;
    if (!('is' in subjects)) throw new Error('all is allowed here');
    const damaged = ['{', 'null', '"\u001b[31m"', '{"Statement":[null]}', '\ud800'];
    for (const text of [...damaged, '{"Statement":{"Condition":{"Bool":null}}}']) {
      const holder = { kind: 'user' as const, name: 'kim' };
      const kim = {
        key: 'kim',
        kind: 'user' as const,
        name: 'kim',
        arn: 'arn:aws:iam::111122223333:user/kim',
        groups: [],
        policies: [{ name: 'odd', holder, text }],
      };
      const { rows } = rights.table({ ...seen, subjects: { is: [kim] } });
      expect(rows[0]?.cells.everything).toMatchObject({ unknown: {} });
    }
  });

  it('keeps names as they are, for a viewer to make harmless', async () => {
    const state = newAccount();
    const name = 'kim+=,.@-__proto__';
    giveUser(state, name, { inline: { constructor: allowAll({ Sid: 'é\u202e' }) } });
    const { rows, open } = await askedRights(state, { who: name, actions: 's3:GetObject' });
    expect(rows['s3:GetObject']).toMatchObject({
      'with-mfa': 'is allowed',
      decides: 'constructor',
    });
    expect((await open('s3:GetObject'))[0]).toBe(`${name}: s3:GetObject`);
  });

  it('tells a user from a group of the same name', async () => {
    const state = newAccount();
    giveGroup(state, 'release', 'AdministratorAccess');
    giveUser(state, 'release');
    const allowed = async (who: string) =>
      (await askedRights(state, { who, actions: 's3:GetObject' })).rows['s3:GetObject']?.[
        'with-mfa'
      ];
    expect(await allowed('release')).toBe('not allowed');
    expect(await allowed('group/release')).toBe('is allowed');
  });
});
