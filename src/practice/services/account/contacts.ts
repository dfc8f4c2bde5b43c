import type { PracticeState } from '../../state/account-state.ts';
import { badRequest, Refusal, type Table } from '../operation-table.ts';

/** The code of each SMS. A pretended secret, and the example of the question for it. */
const CODE = '123456';

type Contact = PracticeState['contacts'][number];
const TYPES: readonly string[] = ['SECURITY', 'BILLING', 'OPERATIONS'];

export const contacts = {
  GetAlternateContact({ AlternateContactType = '' as never }, { state }) {
    checkType(AlternateContactType);
    const found = state.contacts.find(({ type }) => type === AlternateContactType);
    if (!found) throw notFound('No contact of the inputted alternate contact type found.');
    const { type, name, title, email, phone } = found;
    return {
      AlternateContact: {
        AlternateContactType: type,
        Name: name,
        Title: title,
        EmailAddress: email,
        PhoneNumber: phone,
      },
    };
  },

  /** Replaces the contact. Only the address is trimmed. */
  PutAlternateContact(input, { state }) {
    const { AlternateContactType: type = '' as never } = input;
    checkType(type);
    const contact: Contact = {
      type,
      name: text('Name', input.Name, 64),
      title: text('Title', input.Title, 50),
      email: text('EmailAddress', input.EmailAddress?.trim(), 254),
      phone: text('PhoneNumber', input.PhoneNumber, 25),
    };
    // The classes of AWS's expressions are those of ASCII.
    if (!/^[ \t0-9()+-]+$/.test(contact.phone)) throw invalid('PhoneNumber');
    if (!/^[\w+=.#|!&-]+@[\w.-]+\.\w+$/.test(contact.email)) throw invalid('EmailAddress');
    state.contacts = [...state.contacts.filter((one) => one.type !== type), contact];
    return {};
  },

  GetContactInformation(_input, { state: { contactInformation } }) {
    if (!contactInformation) throw notFound('No contact information found.');
    const { name, phone, verification } = contactInformation;
    return {
      ContactInformation: {
        FullName: name,
        AddressLine1: '1 Practice Street',
        City: 'Seoul',
        PostalCode: '04524',
        CountryCode: 'KR',
        PhoneNumber: phone,
      },
      VerificationStatus: verification,
    };
  },

  SendPhoneNumberVerification(_input, { state }) {
    const information = provable(state);
    information.verification = 'PENDING';
    return { Status: information.verification };
  },

  VerifyPhoneNumber({ Otp }, { state }) {
    const information = provable(state);
    if (information.verification !== 'PENDING' || Otp !== CODE) throw invalid('Otp');
    information.verification = 'VERIFIED';
    return { Status: information.verification };
  },
} satisfies Table<typeof import('@aws-sdk/client-account')>;

const invalid = (what: string) => badRequest('ValidationException', `${what} is not valid`);
const notFound = (message: string) => new Refusal('ResourceNotFoundException', 404, message);

/** AWS calls it denied, as recorded by others. */
function checkType(type: string): void {
  if (!TYPES.includes(type)) {
    throw new Refusal(
      'AccessDeniedException',
      403,
      'You specified an invalid Alternate Contact type.',
    );
  }
}

function text(name: string, value = '', most: number): string {
  if (value.trim() === '') throw invalid(`the argument ${name} can not be empty`);
  if (value.length > most) throw invalid(name);
  return value;
}

function provable({ contactInformation }: PracticeState) {
  if (!contactInformation || contactInformation.verification === 'NOT_SUPPORTED') {
    throw badRequest('ValidationException', 'The phone number cannot be verified.');
  }
  if (contactInformation.verification === 'VERIFIED') {
    throw new Refusal('ConflictException', 409, 'The phone number is verified.');
  }
  return contactInformation;
}
