import type { CredentialReport } from '../../../steps/iam/credential-report.ts';
import type { Output } from '../../aws/operations.ts';
import type { Account } from '../../engine/step.ts';
import { type Text, t } from '../../text/text.ts';
import { type Known, NOT_READ_YET } from '../known.ts';
import type { Key, OtherCredential, Power } from './seen.ts';

type Details = Output<'iam', 'GetAccountAuthorizationDetails'>;
export type UserDetail = NonNullable<Details['UserDetailList']>[number];
export type ListedUser = NonNullable<Output<'iam', 'ListUsers'>['Users']>[number];
export type VirtualDevice = NonNullable<
  Output<'iam', 'ListVirtualMFADevices'>['VirtualMFADevices']
>[number];
export type ServiceKey = NonNullable<
  Output<'iam', 'ListServiceSpecificCredentials'>['ServiceSpecificCredentials']
>[number];

/** What the calls about one user gave. */
export interface FreshReads {
  hasPassword: Known<boolean>;
  /** Serial numbers. */
  devices: Known<string[]>;
  keys: Known<Key[]>;
  certificates: Known<OtherCredential[]>;
  sshKeys: Known<OtherCredential[]>;
}

/** The account's list, its pages joined. */
export interface Pages {
  UserDetailList: UserDetail[];
  GroupDetailList: NonNullable<Details['GroupDetailList']>;
  RoleDetailList: NonNullable<Details['RoleDetailList']>;
  Policies: NonNullable<Details['Policies']>;
}

/** What each call gave, as far as it has come. */
export interface Sources {
  account: Account;
  at: number;
  /** The pages of the account's list that have come. */
  details: Pages;
  /** Known once every page has come. */
  wholeDetails: Known<true>;
  report: Known<CredentialReport>;
  listed: Known<ListedUser[]>;
  devices: Known<VirtualDevice[]>;
  serviceKeys: Known<ServiceKey[]>;
  summary: Known<Partial<Record<string, number>>>;
  fresh: Map<string, FreshReads>;
  /** By ARN. */
  powers: Known<Map<string, Power>>;
  isPowerPartial: boolean;
  denied: { call: string; why: Text }[];
}

export const noSources = (account: Account, at: number): Sources => ({
  account,
  at,
  details: { UserDetailList: [], GroupDetailList: [], RoleDetailList: [], Policies: [] },
  wholeDetails: NOT_READ_YET,
  report: NOT_READ_YET,
  listed: NOT_READ_YET,
  devices: NOT_READ_YET,
  serviceKeys: NOT_READ_YET,
  summary: NOT_READ_YET,
  fresh: new Map(),
  powers: NOT_READ_YET,
  isPowerPartial: false,
  denied: [],
});

/** Not read in the table of a large account. */
export const READ_WHEN_OPENED = { unknown: t('read when you open the user') };
