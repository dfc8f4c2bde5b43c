import type { Fact } from '../../engine/step.ts';
import { listed } from '../../text/listed.ts';
import { type Text, t } from '../../text/text.ts';
import { isKnown, type Known, knownIn } from '../known.ts';
import type { Cell } from '../page.ts';
import { NONE, type Shown, wordsCell } from '../word-cells.ts';
import { ago, daysSince, isoOf, isToday, shortAgo } from './ages.ts';
import { ROOT_USED_LATELY } from './root-signals.ts';
import type { Key, MfaKind, OtherCredential, Person, Policy } from './seen.ts';

/** The cell of a value, or why it is not known. */
export const cellOf = <T>(one: Known<T>, show: (value: T) => Shown): Cell =>
  isKnown(one) ? show(one.is) : one;

/** In `--json`, a part of a value that is not known. */
const jsonOf = <T>(one: Known<T>, write: (value: T) => Fact): Fact =>
  isKnown(one) ? write(one.is) : { unknown: one.unknown.en };

const timeJson = (one: Known<number | null>): Fact =>
  jsonOf(one, (at) => (at === null ? null : isoOf(at)));

export const passwordCell = ({ password, isRoot }: Person, at: number): Cell =>
  cellOf(password, (it) => {
    if (it === null) return { text: NONE, value: null, order: 0 };
    const { lastUsed, since } = it;
    const value = { lastUsed: timeJson(lastUsed), set: timeJson(since) };
    if (!isKnown(lastUsed)) return { text: t('last use not known'), value };
    if (lastUsed.is === null) {
      return { text: t('never used'), short: t('no use yet'), value, order: 1 };
    }
    const isLate = isRoot && daysSince(lastUsed.is, at) <= ROOT_USED_LATELY;
    return {
      text: t('used {ago}', { ago: ago(lastUsed.is, at) }),
      short: shortAgo(lastUsed.is, at),
      value,
      order: lastUsed.is,
      ...(isLate && { grade: 'watch' as const }),
    };
  });

export const KIND: Record<MfaKind, Text> = {
  app: t('app'),
  passkey: t('passkey'),
  token: t('token'),
};

const STRONGEST_FIRST: MfaKind[] = ['passkey', 'token', 'app'];

export const mfaCell = ({ mfa, password }: Person): Cell =>
  cellOf(mfa, ({ isOn, devices, isWhole }) => {
    const kinds = [...new Set(devices.map(({ kind }) => kind))];
    const value = { on: isOn, kinds, complete: isWhole };
    if (!isOn) return { text: NONE, value, ...(knownIn(password) && { grade: 'do' as const }) };
    const text = kinds.length > 0 ? listed(kinds.map((kind) => KIND[kind])) : t('on');
    const [first, ...others] = STRONGEST_FIRST.filter((kind) => kinds.includes(kind));
    const short =
      first && others.length > 0 ? t('{kind}+{n}', { kind: KIND[first], n: others.length }) : text;
    return { text, short, value, grade: 'fine' };
  });

const keyUse = ({ lastUsed }: Key, at: number): Text => {
  if (!isKnown(lastUsed)) return t('last use not known');
  return lastUsed.is === null ? t('never used') : t('used {ago}', { ago: ago(lastUsed.is, at) });
};

const keyText = (key: Key, at: number): Text => {
  const made = knownIn(key.made);
  const use = key.active === false ? t('inactive') : keyUse(key, at);
  if (made === undefined) return t('{use}, age not known', { use });
  const days = daysSince(made, at);
  if (isToday(made, at)) return t('{use}, made today', { use });
  return days <= 1 ? t('{use}, 1 day old', { use }) : t('{use}, {days} days old', { days, use });
};

/** `214 d, used 9 d ago`. */
const shortKey = (key: Key, at: number): Text => {
  const made = knownIn(key.made);
  if (made === undefined) return keyText(key, at);
  const { lastUsed } = key;
  const isUsed = key.active !== false && isKnown(lastUsed) && lastUsed.is !== null;
  return t('{days} d, {use}', {
    days: daysSince(made, at),
    use: isUsed
      ? t('used {ago}', { ago: shortAgo(lastUsed.is ?? at, at) })
      : key.active === false
        ? t('inactive')
        : keyUse(key, at),
  });
};

/** Those that work come first. If not all have room, their number still has. */
const shortKeys = (all: Key[], at: number): Text => {
  const first = all.toSorted((a, b) => Number(a.active === false) - Number(b.active === false));
  const said = listed(
    first.map((key) => shortKey(key, at)),
    'semicolon',
  );
  return all.length > 1 ? t('{n}: {keys}', { n: all.length, keys: said }) : said;
};

export const keysCell = ({ keys }: Person, at: number): Cell =>
  cellOf(keys, (all) => ({
    text:
      all.length > 0
        ? listed(
            all.map((key) => keyText(key, at)),
            'semicolon',
          )
        : NONE,
    ...(all.length > 0 && { short: shortKeys(all, at) }),
    value: all.map((key) => ({
      ...(key.id !== undefined && { id: key.id }),
      active: key.active ?? null,
      made: timeJson(key.made),
      lastUsed: timeJson(key.lastUsed),
      service: key.service ?? null,
      region: key.region ?? null,
    })),
    // The oldest first.
    order: Math.min(...all.map(({ made }) => knownIn(made) ?? 0), Number.MAX_SAFE_INTEGER),
  }));

export const policiesCell = ({ policies }: Person): Cell =>
  cellOf(policies, (all) => ({
    ...wordsCell(all.map(({ name }) => name)),
    value: all.map((one) => one.arn ?? one.name),
  }));

export const boundaryCell = (boundary: Known<Policy | null>): Cell =>
  cellOf(boundary, (it) => ({
    text: it ? t('{name}', { name: it.name }) : NONE,
    value: it?.arn ?? null,
  }));

export const tagsCell = ({ tags }: Person): Cell =>
  cellOf(tags, (all) => ({
    text: wordsCell(all.map(([key, value]) => `${key}=${value}`)).text,
    value: all.map(([key, value]) => ({ key, value })),
  }));

/** SSH keys, keys of services, certificates: how many of each. */
export function otherCell({ sshKeys, serviceKeys, certificates }: Person): Cell {
  const parts = [
    counted(sshKeys, (count) => t('SSH keys: {count}', { count })),
    counted(serviceKeys, (count) => t('service keys: {count}', { count })),
    counted(certificates, (count) => t('certificates: {count}', { count })),
  ];
  const texts = parts.flatMap(({ text }) => text ?? []);
  const [unread] = [sshKeys, serviceKeys, certificates].filter((one) => !isKnown(one));
  if (texts.length === 0 && unread && !isKnown(unread)) return unread;
  const [ssh, service, x509] = parts;
  return {
    text: listed(texts),
    value: {
      sshKeys: ssh?.count ?? null,
      serviceKeys: service?.count ?? null,
      certificates: x509?.count ?? null,
    },
  };
}

/** A count of 0 has no words. One that is not known has a question mark, if others are. */
function counted(
  all: Known<OtherCredential[]>,
  say: (count: number | string) => Text,
): { text?: Text; count: number | Fact } {
  if (!isKnown(all)) return { count: { unknown: all.unknown.en } };
  return { count: all.is.length, ...(all.is.length > 0 && { text: say(all.is.length) }) };
}

export const POWER: Record<'administrator' | 'yes' | 'unknown' | 'no', Text> = {
  administrator: t('yes'),
  yes: t('may become one'),
  unknown: t('perhaps'),
  no: t('no'),
};

export const powerCell = ({ power }: Person): Cell =>
  cellOf(power, ({ answer, because }) => ({
    text: POWER[answer],
    value: { answer, because },
    ...(answer === 'yes' && { grade: 'do' as const }),
    ...(answer === 'unknown' && { grade: 'watch' as const }),
  }));
