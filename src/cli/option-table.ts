import { t } from '../text/text.ts';
import type { Option } from './help.ts';

/** `project`: starts it over as a project of AWS's new sign-up. `busy`: as one with years behind it. */
export const PRACTICE = ['keep', 'fresh', 'project', 'busy'] as const;

export const ROLES_FOR = ['ec2'] as const;

/** In the order in which the help lists them. */
export const OPTIONS = {
  'dry-run': { description: t('show every change that would be made; reads only') },
  practice: {
    takes: t('[=<how>]'),
    description: t(
      'the practice account instead of AWS; fresh starts it over, project as a project of the new sign-up, busy as an account with a history',
    ),
  },
  profile: { takes: t('<name>'), description: t('AWS CLI profile (AWS_PROFILE)') },
  region: { takes: t('<region>'), description: t('home region, such as us-east-1 (AWS_REGION)') },
  'endpoint-url': {
    takes: t('<url>'),
    description: t('an endpoint other than AWS (AWS_ENDPOINT_URL)'),
  },
  only: { takes: t('<ids>'), description: t('only these steps or chapters, separated by commas') },
  skip: { takes: t('<ids>'), description: t('all but these steps or chapters') },
  answers: {
    takes: t('<file>'),
    description: t('answers from a JSON file that names its account'),
  },
  yes: { description: t('accept defaults, confirm what is not dangerous') },
  all: { description: t('status: recommended steps count too (exit code 2)') },
  leave: { description: t('person: they leave, so nothing of theirs works any more') },
  for: { takes: t('<service>'), description: t('role: what acts as it: ec2') },
  instance: { takes: t('<id>'), description: t('role: the instance that gets it') },
  account: { takes: t('<id>'), description: t('sign-in: the account that it has to be') },
  remote: { description: t('sign-in: the browser is on another device') },
  html: {
    takes: t('<file>'),
    description: t('report: written as a page for a browser, or to print'),
  },
  md: { takes: t('<file>'), description: t('report: written as Markdown') },
  full: { description: t('report: with whole e-mail addresses') },
  terraform: { description: t('export: Terraform, which imports what is there') },
  cloudformation: { description: t('export: CloudFormation, with the files to import by') },
  script: { description: t('export: commands of the AWS CLI') },
  json: { description: t('one JSON document, for programs') },
  plain: { description: t('sentences only: for screen readers and logs') },
  lang: { takes: t('<language>'), description: t('en or ko (default: LC_ALL, LC_MESSAGES, LANG)') },
  verbose: { description: t('show every call to AWS') },
  version: { short: 'V', description: t('show the version') },
  help: { short: 'h', description: t('show this help') },
} satisfies Record<string, Option>;
export type Name = keyof typeof OPTIONS;

export const isName = (name: string): name is Name => Object.hasOwn(OPTIONS, name);
