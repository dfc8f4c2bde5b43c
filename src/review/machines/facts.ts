import { t } from '../../text/text.ts';
import type { Cell } from '../page.ts';
import { runStateCell } from '../run-state.ts';
import { wordCell, wordOrNone, wordsCell } from '../word-cells.ts';
import type { Instance, Volume } from './seen.ts';

/** What is over stays in AWS's list for an hour. */
export const isOver = ({ State }: Instance): boolean =>
  ['terminated', 'shutting-down'].includes(State?.Name ?? '');

/** Whether the metadata service also takes requests without a token. `undefined`: AWS does not say. */
export function acceptsImdsV1({ MetadataOptions = {} }: Instance): boolean | undefined {
  const { HttpEndpoint, HttpTokens } = MetadataOptions;
  if (HttpEndpoint === 'disabled' || HttpTokens === 'required') return false;
  return HttpTokens === 'optional' ? true : undefined;
}

export function imdsCell(instance: Instance): Cell {
  const accepts = acceptsImdsV1(instance);
  if (accepts === undefined) return wordCell(undefined);
  const isGraded = !isOver(instance);
  if (accepts) {
    return { text: t('optional'), value: 'optional', ...(isGraded && { grade: 'do' }) };
  }
  const isOff = instance.MetadataOptions?.HttpEndpoint === 'disabled';
  return {
    text: isOff ? t('off') : t('required'),
    value: isOff ? 'disabled' : 'required',
    ...(isGraded && { grade: 'fine' }),
  };
}

export const instanceStateCell = ({ State }: Instance): Cell => runStateCell(State?.Name);

export const isUnattached = ({ State }: Volume): boolean => State === 'available';

export function volumeStateCell(volume: Volume): Cell {
  const { State } = volume;
  if (isUnattached(volume)) return { text: t('available'), value: 'available', grade: 'watch' };
  return State === 'in-use' ? { text: t('in use'), value: 'in-use' } : wordCell(State);
}

export const encryptedCell = ({ Encrypted }: Volume): Cell =>
  Encrypted === undefined
    ? wordCell(undefined)
    : Encrypted
      ? { text: t('yes'), value: true, grade: 'fine' }
      : { text: t('no'), value: false, grade: 'do' };

export const attachedCell = ({ Attachments = [] }: Volume): Cell =>
  wordsCell(Attachments.flatMap(({ InstanceId }) => InstanceId ?? []));

/** Addresses by which the internet may reach it. IPv6 has no others. */
export function publicAddresses({ PublicIpAddress, NetworkInterfaces = [] }: Instance): string[] {
  const found = NetworkInterfaces.flatMap(
    ({ Association, PrivateIpAddresses = [], Ipv6Addresses = [] }) => [
      Association?.PublicIp,
      ...PrivateIpAddresses.map((one) => one.Association?.PublicIp),
      ...Ipv6Addresses.map((one) => one.Ipv6Address),
    ],
  );
  return [...new Set([PublicIpAddress, ...found])].flatMap((one) => one || []);
}

/** The name at the end of the ARN. */
export const profileCell = ({ IamInstanceProfile }: Instance): Cell =>
  wordOrNone(IamInstanceProfile?.Arn?.split('/').at(-1));
