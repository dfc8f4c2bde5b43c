import type { ApiCall, Look } from '../../src/engine/step.ts';
import { listed } from '../../src/text/listed.ts';
import { isPlaceholder } from '../../src/text/placeholder.ts';
import { type Text, t } from '../../src/text/text.ts';

/** Whom AWS writes to about each of these, besides the root user. The most urgent first. */
export const CONTACT_KINDS = ['security', 'billing', 'operations'] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];

export interface Contact<T = string> {
  name: T;
  title: T;
  email: T;
  phone: T;
}

export type Contacts = Record<ContactKind, Contact | null>;

const TYPES = { security: 'SECURITY', billing: 'BILLING', operations: 'OPERATIONS' } as const;

/** Reads the contacts of the own account. A management account, too, must leave its id out. */
export async function readContacts(look: Look): Promise<Contacts> {
  const found = CONTACT_KINDS.map(async (kind) => [kind, await readContact(look, kind)] as const);
  return Object.fromEntries(await Promise.all(found)) as Contacts;
}

async function readContact(look: Look, kind: ContactKind): Promise<Contact | null> {
  const found = await look.find('account', 'GetAlternateContact', {
    AlternateContactType: TYPES[kind],
  });
  if (!found?.AlternateContact) return null;
  const { Name = '', Title = '', EmailAddress = '', PhoneNumber = '' } = found.AlternateContact;
  return {
    name: String(Name),
    title: String(Title),
    email: String(EmailAddress),
    phone: String(PhoneNumber),
  };
}

export const missingContacts = (contacts: Contacts): ContactKind[] =>
  CONTACT_KINDS.filter((kind) => contacts[kind] === null);

export function contactWord(kind: ContactKind): Text {
  switch (kind) {
    case 'security':
      return t('security');
    case 'billing':
      return t('billing');
    case 'operations':
      return t('operations');
  }
}

/**
 * It would replace a contact that is there, so it is planned only if there is none. `kinds`: all that the same person
 * becomes, which is told in one line.
 */
export const putContact = (kind: ContactKind, contact: Contact, kinds: ContactKind[]): ApiCall => ({
  kind: 'call',
  summary: describePut(contact, [kind]),
  ...(kinds.length > 1 && { together: describePut(contact, kinds) }),
  undo: t('the account page > Alternate contacts > Edit'),
  replaces: true,
  service: 'account',
  operation: 'PutAlternateContact',
  input: {
    AlternateContactType: TYPES[kind],
    Name: contact.name,
    Title: contact.title,
    EmailAddress: contact.email,
    PhoneNumber: contact.phone,
  },
});

function describePut({ name, email }: Contact, kinds: ContactKind[]): Text {
  const what = listed(kinds.map(contactWord));
  return isPlaceholder(email)
    ? t('Have AWS write to another mailbox too, about {what}', { what })
    : t('Have AWS write to {name} ({email}) too, about {what}', { name, email, what });
}
