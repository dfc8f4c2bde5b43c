import { Refusal } from '../operation-table.ts';

export const validationError = (message: string) => new Refusal('ValidationError', 400, message);
export const noSuchEntity = (message: string) => new Refusal('NoSuchEntity', 404, message);
export const entityAlreadyExists = (message: string) =>
  new Refusal('EntityAlreadyExists', 409, message);
export const limitExceeded = (message: string) => new Refusal('LimitExceeded', 409, message);
const invalidInput = (message: string) => new Refusal('InvalidInput', 400, message);
export const deleteConflict = (message: string) => new Refusal('DeleteConflict', 409, message);

/** Refuses a missing member that AWS requires. The SDK's types allow `undefined`. */
export function required<T>(value: T | undefined, member: string): T {
  if (value === undefined) throw validationError(`${member} must not be null`);
  return value;
}

interface Rule {
  pattern: RegExp;
  max: number;
}

const NAME = /^[\w+=,.@-]+$/;
const USER_NAME: Rule = { pattern: NAME, max: 64 };
const GROUP_NAME: Rule = { pattern: NAME, max: 128 };
const ROLE_NAME: Rule = { pattern: NAME, max: 64 };
const PROFILE_NAME: Rule = { pattern: NAME, max: 128 };
const POLICY_NAME: Rule = { pattern: NAME, max: 128 };
const DEVICE_NAME: Rule = { pattern: NAME, max: 226 };
const PATH: Rule = { pattern: /^(\/|\/[!-~]+\/)$/, max: 512 };
const SERIAL: Rule = { pattern: /^[\w+=/:,.@-]{9,}$/, max: 256 };
const CODE: Rule = { pattern: /^\d{6}$/, max: 6 };
const POLICY_ARN: Rule = { pattern: /^arn:.{16,}$/, max: 2048 };

function matching(value: string | undefined, member: string, { pattern, max }: Rule): string {
  const present = required(value, member);
  if (present.length > max) throw validationError(`${member} must have at most ${max} characters`);
  if (!pattern.test(present))
    throw validationError(`${member} '${present}' must match ${pattern.source}`);
  return present;
}

export const userName = (value?: string) => matching(value, 'userName', USER_NAME);
export const groupName = (value?: string) => matching(value, 'groupName', GROUP_NAME);
export const roleName = (value?: string) => matching(value, 'roleName', ROLE_NAME);
export const profileName = (value?: string) => matching(value, 'instanceProfileName', PROFILE_NAME);
export const policyName = (value?: string) => matching(value, 'policyName', POLICY_NAME);
export const deviceName = (value?: string) => matching(value, 'virtualMFADeviceName', DEVICE_NAME);
export const path = (value = '/') => matching(value, 'path', PATH);
export const serialNumber = (value?: string) => matching(value, 'serialNumber', SERIAL);
export const mfaCode = (value: string | undefined, member: string) => matching(value, member, CODE);
export const policyArn = (value?: string) => matching(value, 'policyArn', POLICY_ARN);

/** A whole number within its range. `undefined` if it is omitted. */
export function range(value: number | undefined, member: string, min: number, max: number) {
  if (value !== undefined && !(Number.isInteger(value) && value >= min && value <= max)) {
    throw validationError(`${member} ${value} must be from ${min} to ${max}`);
  }
  return value;
}

/** Refuses a value that is not one of the choices. */
export function oneOf<T extends string>(value: string, member: string, choices: T[]): T {
  const choice = choices.find((other) => other === value);
  if (!choice) throw validationError(`${member} '${value}' must be one of ${choices.join(', ')}`);
  return choice;
}

/** IAM keeps the case of names, and ignores it when comparing them. */
export const isSameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

const TAG_TEXT = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;
const TAGS_MAX = 50;

type Tag = { Key: string | undefined; Value: string | undefined };

/** Valid tags of a user or role by IAM's rules. Keys that differ in case only count as the same. */
export const tags = (given?: Tag[]) => checkedTags(given, (key) => key.toLowerCase());

/** Valid tags of an MFA device by IAM's rules. Keys that differ in case are different. */
export const deviceTags = (given?: Tag[]) => checkedTags(given, (key) => key);

function checkedTags(given: Tag[] = [], compared: (key: string) => string) {
  if (given.length > TAGS_MAX) throw validationError(`tags must have at most ${TAGS_MAX} members`);
  const keys = new Set<string>();
  return given.map((tag) => {
    const Key = matching(tag.Key, 'tags.key', { pattern: TAG_TEXT, max: 128 });
    const Value = matching(tag.Value, 'tags.value', { pattern: TAG_TEXT, max: 256 });
    if (Key === '') throw validationError('tags.key must have at least 1 character');
    if (/^aws:/i.test(Key)) throw invalidInput('System tags cannot be added by the requester.');
    if (keys.has(compared(Key))) throw invalidInput('Duplicate tag keys found.');
    keys.add(compared(Key));
    return { Key, Value };
  });
}
