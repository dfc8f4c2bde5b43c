import type { ControlId } from '../engine/step.ts';
import { type Text, t } from '../text/text.ts';

/** What benchmarks ask of an account. One control holds or does not hold as a whole. */
export interface Control {
  title: Text;
  /** Ids of level 1 of the CIS AWS Foundations Benchmark 7.0.0, which numbers otherwise than its forerunners. */
  cis?: string[];
  cisLevel2?: string[];
  /** Numbers of the account controls (ACCT) of the AWS Startup Security Baseline. */
  ssb?: string[];
  /** Ids of best practices, or of whole questions, of the AWS Well-Architected Framework. */
  wellArchitected: string[];
  /** Ids of KISA ISMS-P 2023, as Prowler 5.46.0 maps its checks. KISA's own guide for clouds was not available. */
  ismsP?: string[];
  /** Why a new account does not meet it, on purpose. It explains, and is never a pass. */
  byDesign?: Text;
}

/** All controls that Rootlock means to answer, whether or not a step does so yet. The titles are ours. */
export const CONTROLS: Record<ControlId, Control> = {
  'contact-details': {
    title: t('Contact details of the account'),
    cis: ['2.2'],
    ssb: ['01'],
    wellArchitected: ['SEC01-BP02'],
    ismsP: ['2.10.2'],
  },
  'alternate-contacts': {
    title: t('Alternate contacts, security first'),
    cis: ['2.3'],
    ssb: ['01'],
    wellArchitected: ['SEC01-BP02'],
    ismsP: ['2.10.2'],
  },
  'root-keys': {
    title: t('No access key of the root user'),
    cis: ['2.4'],
    ssb: ['02'],
    wellArchitected: ['SEC01-BP02'],
    ismsP: ['2.5.5'],
  },
  'root-mfa': {
    title: t('MFA of the root user'),
    cis: ['2.5'],
    ssb: ['02', '05'],
    wellArchitected: ['SEC01-BP02'],
    ismsP: ['2.5.5'],
  },
  'root-hardware-mfa': {
    title: t('Hardware MFA of the root user'),
    cisLevel2: ['2.6'],
    ssb: ['05'],
    wellArchitected: ['SEC01-BP02'],
    ismsP: ['2.5.5'],
    byDesign: t('An authenticator app is MFA, but not hardware.'),
  },
  'root-unused': {
    title: t('No daily work as the root user'),
    cis: ['2.7'],
    ssb: ['02'],
    wellArchitected: ['SEC01-BP02'],
    ismsP: ['2.5.5'],
    byDesign: t('On the first day, you set up the account as root.'),
  },
  'password-policy': {
    title: t('Long passwords that are not reused'),
    cis: ['2.8', '2.9'],
    ssb: ['06'],
    wellArchitected: ['SEC02-BP01'],
    ismsP: ['2.5.4'],
  },
  'everyones-mfa': {
    title: t('MFA of everybody with a password'),
    cis: ['2.10'],
    ssb: ['05'],
    wellArchitected: ['SEC02-BP01'],
    ismsP: ['2.5.3'],
  },
  'unused-credentials': {
    title: t('No credentials unused for 45 days'),
    cis: ['2.11'],
    wellArchitected: ['SEC02-BP05'],
    ismsP: ['2.5.3', '2.7.2'],
  },
  'key-age': {
    title: t('Access keys no older than 90 days, one for each user'),
    cis: ['2.12'],
    wellArchitected: ['SEC02-BP05'],
    ismsP: ['2.7.2'],
  },
  'rights-by-groups': {
    title: t('Users get permissions only through groups'),
    cis: ['2.13'],
    ssb: ['03', '04'],
    wellArchitected: ['SEC02-BP06'],
    ismsP: ['2.5.1'],
  },
  'no-full-rights': {
    title: t('No policy that allows everything'),
    cis: ['2.14'],
    ssb: ['04'],
    wellArchitected: ['SEC03-BP02'],
    ismsP: ['2.5.5'],
    byDesign: t('Administrators may do everything: somebody has to.'),
  },
  'support-role': {
    title: t('A role for AWS Support'),
    cis: ['2.15'],
    wellArchitected: ['SEC10'],
  },
  'instance-roles': {
    title: t('Roles for instances, no keys'),
    cisLevel2: ['2.16'],
    wellArchitected: ['SEC02-BP02'],
  },
  'access-analyzer': {
    title: t('IAM Access Analyzer in every region'),
    cis: ['2.18'],
    wellArchitected: ['SEC03-BP07'],
    ismsP: ['2.5.1'],
  },
  'central-root-access': {
    title: t('Root access managed by the organization'),
    cisLevel2: ['2.1.1'],
    wellArchitected: ['SEC01-BP02'],
  },
  's3-public-access': {
    title: t('No public access to S3'),
    cis: ['3.1.4'],
    ssb: ['08'],
    wellArchitected: ['SEC08'],
    ismsP: ['2.6.1'],
  },
  trail: {
    title: t('A trail of all regions with all management events'),
    cis: ['4.1'],
    ssb: ['07'],
    wellArchitected: ['SEC04-BP01'],
    ismsP: ['2.9.4'],
  },
  'log-file-validation': {
    title: t('Validation of log files'),
    cisLevel2: ['4.2'],
    ssb: ['07'],
    wellArchitected: ['SEC04-BP02'],
    ismsP: ['2.9.4'],
  },
  'log-bucket-access-log': {
    title: t('A record of who reads the log files'),
    cis: ['4.4'],
    wellArchitected: ['SEC04-BP02'],
    ismsP: ['2.9.4'],
  },
  alarms: {
    title: t('Alarms for what changes the security of the account'),
    // 5.16, AWS Security Hub, is priced and left out.
    cis: ['5.2', '5.3', '5.4', '5.5', '5.8', '5.12', '5.13', '5.14', '5.15'],
    cisLevel2: ['5.1', '5.6', '5.7', '5.9', '5.10', '5.11'],
    wellArchitected: ['SEC04-BP04'],
    ismsP: ['2.11.3'],
  },
  'ebs-encryption': {
    title: t('EBS volumes are encrypted by default'),
    cis: ['6.1.1'],
    wellArchitected: ['SEC08'],
    ismsP: ['2.7.1'],
  },
  'network-acls': {
    title: t('No network ACL lets the internet reach administration ports'),
    cis: ['6.2'],
    ssb: ['09'],
    wellArchitected: ['SEC05'],
    ismsP: ['2.6.1', '2.6.6'],
    byDesign: t('The default network ACL allows everything: security groups decide.'),
  },
  'remote-ports': {
    title: t('No security group lets the internet reach administration ports'),
    cis: ['6.3', '6.4'],
    ssb: ['09'],
    wellArchitected: ['SEC05'],
    ismsP: ['2.6.1', '2.6.2', '2.6.6'],
  },
  'default-group': {
    title: t('Default security groups that let nothing through'),
    cisLevel2: ['6.5'],
    ssb: ['09'],
    wellArchitected: ['SEC05'],
    ismsP: ['2.6.1'],
  },
  imdsv2: {
    title: t('Instances give credentials through IMDSv2 only'),
    cis: ['6.7'],
    wellArchitected: ['SEC06'],
    ismsP: ['2.6.2'],
  },
  budgets: {
    title: t('Budgets that warn of costs'),
    ssb: ['10'],
    wellArchitected: ['COST02'],
  },
  'cost-anomalies': {
    title: t('Alerts of unusual costs'),
    ssb: ['10'],
    wellArchitected: ['COST02'],
  },
  guardduty: {
    title: t('Threat detection by GuardDuty'),
    ssb: ['11'],
    wellArchitected: ['SEC04'],
    ismsP: ['2.10.1'],
  },
  'access-review': {
    title: t('A regular review of who may do what'),
    ssb: ['04'],
    wellArchitected: ['SEC02-BP05'],
    ismsP: ['2.5.6'],
  },
};
