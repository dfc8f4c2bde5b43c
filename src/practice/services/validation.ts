import { Refusal } from './operation-table.ts';

export const invalid = (message: string) => new Refusal('ValidationError', 400, message);
export const absent = (message: string) => new Refusal('NoSuchEntity', 404, message);
export const taken = (message: string) => new Refusal('EntityAlreadyExists', 409, message);
export const full = (message: string) => new Refusal('LimitExceeded', 409, message);
export const inUse = (message: string) => new Refusal('DeleteConflict', 409, message);

/** A member that AWS requires, though the SDK's types let it be undefined. */
export function need<T>(value: T | undefined, member: string): T {
  if (value === undefined) throw invalid(`${member} must not be null`);
  return value;
}

interface Rule {
  pattern: RegExp;
  max: number;
}

const NAME = /^[\w+=,.@-]+$/;
const USER_NAME: Rule = { pattern: NAME, max: 64 };
const GROUP_NAME: Rule = { pattern: NAME, max: 128 };
const DEVICE_NAME: Rule = { pattern: NAME, max: 226 };
const PATH: Rule = { pattern: /^(\/|\/[!-~]+\/)$/, max: 512 };
const SERIAL: Rule = { pattern: /^[\w+=/:,.@-]{9,}$/, max: 256 };
const CODE: Rule = { pattern: /^\d{6}$/, max: 6 };
const POLICY_ARN: Rule = { pattern: /^arn:.{16,}$/, max: 2048 };

function fits(value: string | undefined, member: string, { pattern, max }: Rule): string {
  const given = need(value, member);
  if (given.length > max) throw invalid(`${member} must have at most ${max} characters`);
  if (!pattern.test(given)) throw invalid(`${member} '${given}' must match ${pattern.source}`);
  return given;
}

export const userName = (value?: string) => fits(value, 'userName', USER_NAME);
export const groupName = (value?: string) => fits(value, 'groupName', GROUP_NAME);
export const deviceName = (value?: string) => fits(value, 'virtualMFADeviceName', DEVICE_NAME);
export const path = (value = '/') => fits(value, 'path', PATH);
export const serialNumber = (value?: string) => fits(value, 'serialNumber', SERIAL);
export const mfaCode = (value: string | undefined, member: string) => fits(value, member, CODE);
export const policyArn = (value?: string) => fits(value, 'policyArn', POLICY_ARN);

/** A whole number within its range, or undefined where it is left out. */
export function range(value: number | undefined, member: string, min: number, max: number) {
  if (value !== undefined && !(Number.isInteger(value) && value >= min && value <= max)) {
    throw invalid(`${member} ${value} must be from ${min} to ${max}`);
  }
  return value;
}

export function oneOf<T extends string>(value: string, member: string, choices: T[]): T {
  const choice = choices.find((other) => other === value);
  if (!choice) throw invalid(`${member} '${value}' must be one of ${choices.join(', ')}`);
  return choice;
}

/** IAM keeps the case of names, but two that differ in nothing else are one. */
export const isSameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

const TAG_TEXT = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;
const TAGS_MAX = 50;

export function tags(given: { Key: string | undefined; Value: string | undefined }[] = []) {
  if (given.length > TAGS_MAX) throw invalid(`tags must have at most ${TAGS_MAX} members`);
  const keys = new Set<string>();
  return given.map((tag) => {
    const Key = fits(tag.Key, 'tags.key', { pattern: TAG_TEXT, max: 128 });
    const Value = fits(tag.Value, 'tags.value', { pattern: TAG_TEXT, max: 256 });
    if (Key === '') throw invalid('tags.key must have at least 1 character');
    if (keys.has(Key.toLowerCase())) {
      throw new Refusal('InvalidInput', 400, `Duplicate tag key ${Key}: case does not matter`);
    }
    keys.add(Key.toLowerCase());
    return { Key, Value };
  });
}
