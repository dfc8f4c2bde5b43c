import type { ReportRow } from '../../../steps/iam/credential-report-rows.ts';
import { kindOfDevice } from '../../../steps/iam/mfa-devices.ts';
import { rootArn } from '../../../steps/shared/arns-and-tags.ts';
import type { Pieces } from '../../text/breather.ts';
import { t } from '../../text/text.ts';
import { firstKnown, isKnown, type Known, knownIn, mapKnown, NOT_READ_YET } from '../known.ts';
import { ROOT } from '../word-cells.ts';
import {
  certificatesIn,
  createdIn,
  hasMfa,
  hasPassword,
  keysIn,
  NEWER_THAN_REPORT,
  passwordSet,
  passwordUse,
  type Row,
} from './from-report.ts';
import { boundaryOf, policiesOf, policiesOfGroups, textsOfPolicies } from './held-policies.ts';
import { joinRoot } from './join-root.ts';
import { unlessJoined } from './joined-before.ts';
import { MOST_READ_ALONE, namesIn } from './read-sources.ts';
import { time } from './read-user.ts';
import type { Key, Mfa, Password, Person, SeenPeople } from './seen.ts';
import {
  type FreshReads,
  READ_WHEN_OPENED,
  type ServiceKey,
  type Sources,
  type UserDetail,
} from './sources.ts';

/** One row for root and each user, from all that has come so far. What comes while thousands are joined is left for the next time. */
export function* joinPeople(sources: Sources): Pieces<SeenPeople> {
  const now = copyOf(sources);
  const { account, at, report, denied, isPowerPartial } = now;
  const index = indexOf(now);
  yield;
  const names = namesIn(now) ?? [...new Set([...index.details.keys(), ...index.rows.keys()])];
  const isByReport = names.length > MOST_READ_ALONE || isWithoutList(now);
  const rowOrWhy = (row: ReportRow | undefined): Row =>
    row ? { is: row } : isKnown(report) ? NEWER_THAN_REPORT : report;
  const textOf = textsOfPolicies(now);
  const rootRow = knownIn(report)?.rows.find(({ isRoot }) => isRoot);
  const rootDevices = index.devices.get(rootArn(account)) ?? [];
  const people = [joinRoot(now, rootKey(names), rowOrWhy(rootRow), rootDevices)];
  for (const name of sorted(names)) {
    yield;
    people.push(
      unlessJoined(sources, name, partsOf(name, now, index, isByReport), () =>
        joinUser(name, now, index, rowOrWhy, textOf, isByReport),
      ),
    );
  }
  return {
    account,
    at,
    people,
    reported: mapKnown(report, ({ made }) => made),
    denied,
    isByReport,
    isPowerPartial,
    groupPolicies: policiesOfGroups(now, textOf),
    sources,
  };
}

/** What has come so far. Who is opened is read anew in both. */
function copyOf(sources: Sources): Sources {
  const { UserDetailList, GroupDetailList, RoleDetailList, Policies } = sources.details;
  return {
    ...sources,
    denied: [...sources.denied],
    details: {
      UserDetailList: [...UserDetailList],
      GroupDetailList: [...GroupDetailList],
      RoleDetailList: [...RoleDetailList],
      Policies: [...Policies],
    },
  };
}

/** Neither list of users came: those of the report may be gone, and are not asked about. */
const isWithoutList = ({ wholeDetails, listed }: Sources): boolean =>
  [wholeDetails, listed].every((one: Known<unknown>) => !isKnown(one) && one !== NOT_READ_YET);

/** Nobody likes to quote `<root>` in a shell. */
const rootKey = (names: string[]): string => (names.includes('root') ? ROOT : 'root');

const sorted = (names: string[]): string[] =>
  names
    .map((name) => [name.toLowerCase(), name] as const)
    .sort(([a], [b]) => (a < b ? -1 : Number(a > b)))
    .map(([, name]) => name);

type Index = ReturnType<typeof indexOf>;

function indexOf({ details, report, listed, devices, serviceKeys }: Sources) {
  const ofDevices = new Map<string, Mfa['devices']>();
  for (const { SerialNumber: serial = '', User } of knownIn(devices) ?? []) {
    const arn = User?.Arn;
    if (!arn) continue;
    ofDevices.set(arn, [...(ofDevices.get(arn) ?? []), { kind: kindOfDevice(serial), serial }]);
  }
  const ofServices = new Map<string, ServiceKey[]>();
  for (const key of knownIn(serviceKeys) ?? []) {
    const name = key.UserName ?? '';
    ofServices.set(name, [...(ofServices.get(name) ?? []), key]);
  }
  return {
    details: new Map(details.UserDetailList.map((one) => [one.UserName ?? '', one])),
    rows: new Map(
      knownIn(report)
        ?.rows.filter(({ isRoot }) => !isRoot)
        .map((row) => [row.user, row]),
    ),
    listed: new Map(knownIn(listed)?.map((user) => [user.UserName ?? '', user])),
    devices: ofDevices,
    serviceKeys: ofServices,
  };
}

/** All that a user is joined from. */
function partsOf(name: string, sources: Sources, index: Index, isByReport: boolean): unknown[] {
  const { details, wholeDetails, report, listed, devices, serviceKeys, powers, fresh } = sources;
  const detail = index.details.get(name);
  const hasOwn = detail?.AttachedManagedPolicies?.length || detail?.PermissionsBoundary;
  return [
    detail,
    // What a policy says may come later than who has it.
    ...(detail && !hasOwn ? [] : [wholeDetails, details.Policies.length]),
    ...[report, listed, devices, serviceKeys, powers, fresh.get(name), isByReport],
  ];
}

function joinUser(
  name: string,
  sources: Sources,
  index: Index,
  rowOrWhy: (row: ReportRow | undefined) => Row,
  textOf: ReturnType<typeof textsOfPolicies>,
  isByReport: boolean,
): Person {
  const detail = index.details.get(name);
  const user = index.listed.get(name);
  const row = rowOrWhy(index.rows.get(name));
  const fresh = sources.fresh.get(name);
  const arn = detail?.Arn ?? user?.Arn ?? knownIn(row)?.arn;
  const ofDetail = <T>(take: (detail: UserDetail) => T): Known<T> =>
    detail ? { is: take(detail) } : noDetail(sources);
  const alone = isByReport ? READ_WHEN_OPENED : NOT_READ_YET;
  const created = detail?.CreateDate ?? user?.CreateDate;
  return {
    key: name,
    name,
    isRoot: false,
    arn: arn === undefined ? noDetail(sources) : { is: arn },
    created: created ? time(created) : createdIn(row),
    password: passwordOf(fresh, row, sources, user?.PasswordLastUsed),
    mfa: mfaOf(fresh, row, index.devices.get(arn ?? '') ?? []),
    keys: keysOf(fresh, row),
    certificates: fresh ? firstKnown(fresh.certificates, certificatesIn(row)) : certificatesIn(row),
    sshKeys: fresh?.sshKeys ?? alone,
    serviceKeys: mapKnown(sources.serviceKeys, () =>
      (index.serviceKeys.get(name) ?? []).map(serviceKey),
    ),
    groups: ofDetail(({ GroupList = [] }) => GroupList),
    policies: ofDetail((one) =>
      policiesOf(one.AttachedManagedPolicies, one.UserPolicyList, textOf),
    ),
    boundary: ofDetail((one) => boundaryOf(one.PermissionsBoundary, textOf)),
    tags: ofDetail(({ Tags = [] }) =>
      Tags.map(({ Key = '', Value = '' }): [string, string] => [Key, Value]),
    ),
    power: powerOf(sources, arn),
  };
}

const noDetail = ({ wholeDetails }: Sources): { unknown: ReturnType<typeof t> } =>
  isKnown(wholeDetails) ? { unknown: t('not in the list of AWS') } : wholeDetails;

function powerOf({ powers }: Sources, arn: string | undefined): Person['power'] {
  const power = knownIn(powers)?.get(arn ?? '');
  if (power) return { is: power };
  return isKnown(powers) ? { unknown: t('not in the list of AWS') } : powers;
}

function passwordOf(
  fresh: FreshReads | undefined,
  row: Row,
  { listed }: Sources,
  use: Date | undefined,
): Known<Password | null> {
  const has = fresh ? firstKnown(fresh.hasPassword, hasPassword(row)) : hasPassword(row);
  const uses = [mapKnown(listed, () => use?.getTime() ?? null), passwordUse(row)] as const;
  const times = uses.flatMap((one) => knownIn(one) ?? []);
  const lastUsed = times.length > 0 ? { is: Math.max(...times) } : firstKnown(...uses);
  return mapKnown(has, (is) => (is ? { lastUsed, since: passwordSet(row) } : null));
}

function mfaOf(fresh: FreshReads | undefined, row: Row, apps: Mfa['devices']): Known<Mfa> {
  if (fresh && isKnown(fresh.devices)) {
    const devices = fresh.devices.is.map((serial) => ({ kind: kindOfDevice(serial), serial }));
    return { is: { isOn: devices.length > 0, devices, isWhole: true } };
  }
  if (apps.length > 0) return { is: { isOn: true, devices: apps, isWhole: false } };
  return mapKnown(hasMfa(row), (isOn) => ({ isOn, devices: [], isWhole: !isOn }));
}

/** What AWS does not tell of a key's use, the report may: it is the same key if it was made in the same second. */
function keysOf(fresh: FreshReads | undefined, row: Row): Known<Key[]> {
  const reported = keysIn(row);
  if (!fresh || !isKnown(fresh.keys)) return reported;
  return {
    is: fresh.keys.is.map((key) => {
      const same = knownIn(reported)?.find(
        ({ made }) => knownIn(made) !== undefined && knownIn(made) === knownIn(key.made),
      );
      return isKnown(key.lastUsed) || !same ? key : { ...same, ...key, lastUsed: same.lastUsed };
    }),
  };
}

const serviceKey = ({
  ServiceSpecificCredentialId,
  Status,
  CreateDate,
  ExpirationDate,
  ServiceName,
}: ServiceKey) => ({
  id: ServiceSpecificCredentialId ?? '',
  active: Status === 'Active',
  made: time(CreateDate),
  service: ServiceName ?? '',
  ...(ExpirationDate && { expires: ExpirationDate.getTime() }),
});
