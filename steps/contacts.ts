import { type AttestedChange, type Change, type Question, step } from '../src/engine/step.ts';
import { listed } from '../src/text/listed.ts';
import { masked } from '../src/text/masked.ts';
import { placeholder } from '../src/text/placeholder.ts';
import { type Text, t } from '../src/text/text.ts';
import {
  CONTACT_KINDS,
  type Contact,
  type ContactKind,
  type Contacts,
  contactWord,
  missingContacts,
  putContact,
  readContacts,
} from './account/alternate-contacts.ts';
import {
  contactKey,
  contactQuestions,
  MAY_ASK,
  usableContact,
  whoQuestion,
} from './account/contact-questions.ts';
import {
  type AccountOwner,
  isUnproven,
  provePhone,
  readAccountOwner,
} from './account/phone-proof.ts';
import { offeredAddress } from './alerts/offered-address.ts';
import { MAIL_PREFERENCES } from './shared/console-urls.ts';

interface Seen {
  contacts: Contacts;
  owner: AccountOwner | null;
  /** Who the contacts are to be, as the owner has answered. `undefined` if they have not. */
  who: unknown;
  /** A file says who they are. */
  isGiven: boolean;
  /** An address of the owner's that is known already. */
  offered: string | null;
}

export default step({
  id: 'contacts',
  title: t('Contacts'),
  why: t(
    'AWS writes when it finds a key of yours in public, when a payment fails, when it is about to close something: by default to the mailbox of root alone.',
  ),
  cost: 'free',
  level: 'recommended',
  notFor: ['project'],
  // Whether what AWS knows of the owner is right, nobody but the owner can say.
  controls: ['alternate-contacts'],

  async observe(look): Promise<Seen> {
    const [contacts, owner] = await Promise.all([readContacts(look), readAccountOwner(look)]);
    const isDone = missingContacts(contacts).length === 0;
    return {
      contacts,
      owner,
      who: look.known('contacts.who'),
      isGiven: [undefined, ...CONTACT_KINDS].some(
        (kind) => typeof look.known(`contacts.${contactKey('name', kind)}`) === 'string',
      ),
      offered: isDone ? null : await offeredAddress(look, null),
    };
  },

  evidence: ({ contacts, owner }) => ({
    ...Object.fromEntries(CONTACT_KINDS.map((kind) => [kind, maskedContact(contacts[kind])])),
    mailboxes: mailboxesOf(contacts).size,
    contactInformation: owner && {
      name: masked(owner.name),
      phone: masked(owner.phone),
      phoneVerification: owner.verification,
    },
  }),

  status({ contacts, owner }) {
    const now = describeContacts(contacts);
    if (!owner) return t('{now}; AWS knows no owner of the account', { now });
    return isUnproven(owner) ? t('{now}; the phone of the account is not proven', { now }) : now;
  },

  mayAsk: MAY_ASK,

  questions(seen): Record<string, Question> {
    const missing = missingContacts(seen.contacts);
    const known = knownOwner(seen);
    if (missing.length === 0) return {};
    if (missing.length === 1) return contactQuestions(known);
    const self = seen.isGiven ? undefined : usableContact(known);
    const who = { who: whoQuestion(self) };
    switch (seen.who ?? who.who.initial) {
      case 'owner':
        return self ? who : { ...who, ...contactQuestions(known) };
      case 'each':
        return Object.assign(who, ...missing.map((kind) => contactQuestions({}, kind)));
      default: {
        // Whoever could have chosen the owner means somebody else.
        const isOther = seen.who === 'one' && usableContact(known) !== undefined;
        return { ...who, ...contactQuestions(isOther ? { title: known.title ?? '' } : known) };
      }
    }
  },

  plan(seen, answers: Record<string, unknown>) {
    const { contacts, owner } = seen;
    const missing = missingContacts(contacts);
    const given = answers.who === 'owner' ? { ...knownOwner(seen) } : answers;
    const wanted = missing.map((kind) => ({ kind, contact: answeredContact(kind, given) }));
    const people = new Set(wanted.map(({ contact }) => JSON.stringify(contact)));
    const puts = wanted.map(({ kind, contact }) =>
      putContact(kind, contact, people.size === 1 ? missing : [kind]),
    );
    const changes: Change[] = [...puts];
    if (owner && isUnproven(owner)) {
      // Its own question, since it sends an SMS, and without a terminal nobody has the code.
      changes.push({ ...provePhone(owner), ...(puts.length > 0 && { gated: true as const }) });
    }
    return changes.length > 0 ? changes : [mailPreferences];
  },
});

/** An offer, because the account is as secure without it. No API knows these preferences. */
const mailPreferences: AttestedChange = {
  kind: 'attest',
  id: 'mail-preferences',
  offerId: 'mail-preferences',
  summary: t("Choose what AWS may advertise to root's mailbox, so that what matters stands out"),
  ...MAIL_PREFERENCES,
  instructions: [
    t('Enter the email address of the root user.'),
    t('Select the news and offers that you want, or unsubscribe from all of them.'),
  ],
};

/** The owner, as far as AWS knows. */
const knownOwner = ({ owner, offered }: Pick<Seen, 'owner' | 'offered'>): Partial<Contact> => ({
  ...(owner && { name: owner.name.trim(), phone: owner.phone.trim() }),
  title: 'Owner',
  ...(offered && { email: offered }),
});

function answeredContact(kind: ContactKind, answers: Record<string, unknown>): Contact {
  const answer = (field: keyof Contact): string => {
    const key = contactKey(field, kind);
    const given = answers[key] ?? answers[field];
    return typeof given === 'string' ? given.trim() : placeholder(`contacts.${field}`);
  };
  return {
    name: answer('name'),
    title: answer('title'),
    email: answer('email'),
    phone: answer('phone'),
  };
}

const maskedContact = (contact: Contact | null) =>
  contact && {
    name: masked(contact.name),
    title: masked(contact.title),
    email: masked(contact.email),
    phone: masked(contact.phone),
  };

const mailboxesOf = (contacts: Contacts): Set<string> =>
  new Set(CONTACT_KINDS.flatMap((kind) => contacts[kind]?.email.toLowerCase() ?? []));

function describeContacts(contacts: Contacts): Text {
  const missing = missingContacts(contacts);
  if (missing.length === CONTACT_KINDS.length) {
    return t("nobody but root's mailbox gets what AWS writes");
  }
  if (missing.length > 0) {
    return t('nobody for {kinds}', { kinds: listed(missing.map(contactWord)) });
  }
  return mailboxesOf(contacts).size === 1
    ? t('security, billing and operations, all at one mailbox')
    : t('security, billing and operations');
}
