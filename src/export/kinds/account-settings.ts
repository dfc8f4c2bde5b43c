import { t } from '../../text/text.ts';
import { call, type Find, given, NO_RESOURCE } from '../inventory.ts';
import { snaked } from '../snake.ts';

const POLICY = t('the password policy');
const ALIAS = t('the account alias');
const BLOCK = t('Block Public Access of S3 for the account');

export const passwordPolicy: Find = (look, into) =>
  into.attempt(POLICY, async () => {
    const found = await look.find('iam', 'GetAccountPasswordPolicy', {});
    if (!found?.PasswordPolicy) return;
    // AWS says 0 for "never", and refuses it as input.
    const { ExpirePasswords: _, MaxPasswordAge, ...rest } = found.PasswordPolicy;
    const input = given({ ...rest, ...(MaxPasswordAge ? { MaxPasswordAge } : {}) });
    into.leave(POLICY, NO_RESOURCE, ['cloudformation']);
    into.add({
      terraform: [
        {
          type: 'aws_iam_account_password_policy',
          name: 'account',
          importId: 'iam-account-password-policy',
          body: snaked(input) as object as Record<string, unknown>,
        },
      ],
      commands: [call('iam', 'UpdateAccountPasswordPolicy', input)],
    });
  });

export const accountAlias: Find = (look, into) =>
  into.attempt(ALIAS, async () => {
    const { AccountAliases: [alias] = [] } = await look.read('iam', 'ListAccountAliases', {});
    if (alias === undefined) return;
    into.leave(ALIAS, NO_RESOURCE, ['cloudformation']);
    into.add({
      terraform: [
        {
          type: 'aws_iam_account_alias',
          name: 'account',
          importId: alias,
          body: { account_alias: alias },
        },
      ],
      commands: [call('iam', 'CreateAccountAlias', { AccountAlias: alias })],
    });
  });

const CONTACTS = [
  ['SECURITY', t('the security contact')],
  ['BILLING', t('the billing contact')],
  ['OPERATIONS', t('the operations contact')],
] as const;

export const contacts: Find = async (look, into) => {
  for (const [AlternateContactType, what] of CONTACTS) {
    await into.attempt(what, async () => {
      const found = await look.find('account', 'GetAlternateContact', { AlternateContactType });
      if (!found?.AlternateContact) return;
      const { Name, Title, EmailAddress, PhoneNumber } = found.AlternateContact;
      const input = {
        AlternateContactType,
        Name: String(Name),
        Title: String(Title),
        EmailAddress: String(EmailAddress),
        PhoneNumber: String(PhoneNumber),
      };
      into.leave(what, NO_RESOURCE, ['cloudformation']);
      into.add({
        terraform: [
          {
            type: 'aws_account_alternate_contact',
            name: AlternateContactType.toLowerCase(),
            importId: AlternateContactType,
            body: snaked(input) as Record<string, unknown>,
          },
        ],
        commands: [call('account', 'PutAlternateContact', input)],
      });
    });
  }
};

export const publicAccessBlock: Find = (look, into) =>
  into.attempt(BLOCK, async () => {
    const AccountId = look.account.id;
    const found = await look.find('s3control', 'GetPublicAccessBlock', { AccountId });
    const settings = found?.PublicAccessBlockConfiguration;
    if (!settings || !Object.values(settings).includes(true)) return;
    into.leave(BLOCK, NO_RESOURCE, ['cloudformation']);
    into.add({
      terraform: [
        {
          type: 'aws_s3_account_public_access_block',
          name: 'account',
          importId: AccountId,
          body: snaked(settings) as Record<string, unknown>,
        },
      ],
      commands: [
        call('s3control', 'PutPublicAccessBlock', {
          AccountId,
          PublicAccessBlockConfiguration: settings,
        }),
      ],
    });
  });
