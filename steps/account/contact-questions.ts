import type { Question } from '../../src/engine/step.ts';
import { type Text, t } from '../../src/text/text.ts';
import { problemWithAddress } from '../shared/email.ts';
import {
  CONTACT_KINDS,
  type Contact,
  type ContactKind,
  contactWord,
} from './alternate-contacts.ts';

const FIELDS = ['name', 'title', 'email', 'phone'] as const;

/** The key of a question about one contact, or about all of them. */
export const contactKey = (field: keyof Contact, kind?: ContactKind): string =>
  kind ? `${kind}-${field}` : field;

/** Every question that may be asked. */
export const MAY_ASK: Record<string, 'select' | 'text'> = Object.fromEntries([
  ['who', 'select'],
  ...[undefined, ...CONTACT_KINDS].flatMap((kind) =>
    FIELDS.map((field) => [contactKey(field, kind), 'text']),
  ),
]);

/** `self`: the owner, if AWS knows all of them that a contact needs. */
export const whoQuestion = (self: Contact | undefined): Question<'select'> => ({
  kind: 'select',
  message: t("Who else gets AWS's emails, in case root's mailbox is lost?"),
  initial: self ? 'owner' : 'one',
  // A file that names them need not say so twice.
  ...(!self && { defaultSuffices: true as const }),
  choices: [
    ...(self ? [{ value: 'owner', label: t('you: {name}, {email}, {phone}', { ...self }) }] : []),
    {
      value: 'one',
      label: self ? t('somebody else for all of it') : t('one person for all of it'),
    },
    { value: 'each', label: t('a different person for each: security, billing, operations') },
  ],
  leadsOn: (who) => who !== 'owner',
});

/** The contact, if it lacks nothing and AWS would take it. */
export const usableContact = (known: Partial<Contact>): Contact | undefined =>
  FIELDS.every((field) => !problemWithField(field, known[field] ?? ''))
    ? (known as Contact)
    : undefined;

/**
 * Asks who a contact is. `known`: the owner, as far as AWS knows. What people are called is kept in no file: the next run
 * reads it from AWS.
 */
export function contactQuestions(
  known: Partial<Contact>,
  kind?: ContactKind,
): Record<string, Question<'text'>> {
  const asked = FIELDS.map((field) => {
    const initial = known[field];
    const isUsable = initial !== undefined && !problemWithField(field, initial);
    return [
      contactKey(field, kind),
      {
        kind: 'text',
        message: kind ? messageFor(field, contactWord(kind)) : MESSAGES[field],
        notPersisted: true,
        example: EXAMPLES[field],
        ...(isUsable && { initial }),
        validate: (text: string) => problemWithField(field, text),
      } satisfies Question<'text'>,
    ] as const;
  });
  return Object.fromEntries(asked);
}

const MESSAGES: Contact<Text> = {
  name: t('Name of the person?'),
  title: t('Job title of the person?'),
  email: t('Email address? Not the mailbox of root, which AWS writes to anyway.'),
  phone: t('Phone number, with the country code?'),
};

function messageFor(field: keyof Contact, what: Text): Text {
  switch (field) {
    case 'name':
      return t('Name of the contact for {what}?', { what });
    case 'title':
      return t('Job title of the contact for {what}?', { what });
    case 'email':
      return t("Email address of the contact for {what}? Not root's mailbox.", { what });
    case 'phone':
      return t('Phone number of the contact for {what}, with the country code?', { what });
  }
}

const EXAMPLES: Contact = {
  name: 'Kim Lee',
  title: 'Owner',
  email: 'kim@example.com',
  phone: '+82 10-5550-0100',
};

/** Account Management API reference, PutAlternateContact. AWS takes blanks, but refuses nothing else than blanks. */
const MOST: Contact<number> = { name: 64, title: 50, email: 254, phone: 25 };

/** The shortest numbers of a country, with its code. */
const LEAST_DIGITS = 7;

function problemWithField(field: keyof Contact, text: string): Text | undefined {
  if (text.trim() === '') return t('Enter text.');
  if (text.length > MOST[field]) {
    return t('Use {most} characters at most.', { most: MOST[field] });
  }
  if (field === 'email') return problemWithAddress(text) ?? problemWithMailbox(text);
  if (field !== 'phone') return undefined;
  // Only the blank of ASCII: AWS refuses the wide one of a Korean keyboard.
  if (!/^[\d ()+-]+$/.test(text)) return t('Use digits, blanks, +, - and brackets.');
  // AWS takes any of these, but can only call a whole number.
  return /^ *\+/.test(text) && text.replace(/\D/g, '').length >= LEAST_DIGITS
    ? undefined
    : t('Enter the whole number, + and the country code first: +82 10 1234 5678.');
}

/** AWS takes fewer addresses here than elsewhere. Account Management API reference, PutAlternateContact. */
const problemWithMailbox = (address: string): Text | undefined =>
  /^[\w+=.#|!&-]+@[\w.-]+\.\w+$/.test(address)
    ? undefined
    : t('AWS does not take {address} for a contact.', { address });
