import { type Text, t } from '../text/text.ts';
import { COMMANDS, type CommandName, withFollowing } from './commands.ts';
import { exampleSection, helpPage, type Option, optionSection, programFor } from './help.ts';

/** What a command takes besides the options of every command, and examples of it. */
interface Details {
  options: string[];
  examples: [string, Text][];
}

const ACCOUNT = ['practice', 'profile', 'region', 'endpoint-url'];
const STEPS = ['only', 'skip'];
const EVERYWHERE = ['json', 'plain', 'lang', 'verbose', 'version', 'help'];

const DETAILS: Record<CommandName, Details> = {
  walk: {
    options: ['dry-run', ...ACCOUNT, ...STEPS, 'answers', 'yes'],
    // The help of all has them.
    examples: [],
  },
  person: {
    options: ['leave', 'dry-run', ...ACCOUNT, ...STEPS, 'answers', 'yes'],
    examples: [
      ['person kim', t('the way in of kim; run again to resume')],
      ['person kim --dry-run', t('what is missing of it; reads only')],
      ['person kim --practice', t('tried on a pretend account')],
      ['person kim --leave', t('kim leaves: nothing works any more, deleted last')],
    ],
  },
  key: {
    options: ['dry-run', ...ACCOUNT, ...STEPS, 'answers', 'yes'],
    examples: [
      ['key backup', t('the key of the program backup; run again to renew it')],
      ['key backup --dry-run', t('what is missing of it; reads only')],
      ['key backup --practice', t('tried on a pretend account')],
    ],
  },
  role: {
    options: ['for', 'instance', 'dry-run', ...ACCOUNT, ...STEPS, 'answers', 'yes'],
    examples: [
      ['role web --for ec2', t('the role web, for instances that are launched with it')],
      ['role web --for ec2 --dry-run', t('what is missing of it; reads only')],
      ['role web --for ec2 --instance i-0abc1234', t('given to an instance that runs already')],
      ['role web --for ec2 --practice', t('tried on a pretend account')],
    ],
  },
  review: {
    options: ACCOUNT,
    examples: [
      ['review people', t('everybody, with passwords, MFA and keys')],
      ['review people kim', t('everything about kim')],
      ['review trail question=who-signed-in', t('who signed in, from where, with MFA or not')],
      ['review people --json', t('the page for a program')],
      ['review --practice=busy', t('tried on a pretend account with a history')],
    ],
  },
  report: {
    options: [...ACCOUNT, 'html', 'md', 'full'],
    examples: [
      ['report --html report.html', t('a page to hand to an auditor')],
      ['report --html report.html --json > report.json', t('with its data, for a program')],
      ['report --practice=busy --md report.md', t('tried on a pretend account with a history')],
    ],
  },
  export: {
    options: [...ACCOUNT, 'terraform', 'cloudformation', 'script'],
    examples: [
      ['export infra --terraform', t('for "terraform plan", which imports what is there')],
      ['export infra --cloudformation', t('a template for each region')],
      ['export infra --script --practice', t('tried on a pretend account')],
    ],
  },
  status: {
    options: [...ACCOUNT, ...STEPS, 'answers', 'all'],
    examples: [
      ['status --only money', t('the checklist of one chapter')],
      ['status --json', t('the checklist for a program')],
    ],
  },
  receipt: {
    options: ACCOUNT,
    examples: [['receipt --practice', t('what was sent to the practice account')]],
  },
  permissions: {
    options: ['leave'],
    examples: [
      ['permissions > policy.json', t('the policy in a file, to attach in IAM')],
      ['permissions person', t('the policy that the command person needs')],
      ['permissions review', t('the policy for whoever only looks')],
      ['permissions person --leave', t('the policy for somebody who leaves')],
    ],
  },
  'sign-in': {
    options: [...ACCOUNT, 'account', 'remote'],
    examples: [
      ['sign-in --remote', t('with the browser of another device')],
      ['sign-in --practice', t('rehearsed: nothing is real, and nothing is kept')],
    ],
  },
  'sign-out': {
    options: ACCOUNT,
    examples: [['sign-out --profile work', t('the session of that profile')]],
  },
};

/** Whether the command does something with this option. */
export const takesOption = (command: CommandName, option: string): boolean =>
  [...DETAILS[command].options, ...EVERYWHERE].includes(option);

/** The text of `help COMMAND` and of `COMMAND --help`. `columns`: the width of the terminal. */
export function commandHelp(
  command: CommandName,
  options: Record<string, Option>,
  columns: number,
): string {
  const own = Object.entries(options).filter(([name]) => takesOption(command, name));
  return helpPage(
    t('{program} {command} [options]', {
      program: programFor(command),
      command: withFollowing(command),
    }),
    COMMANDS[command],
    [optionSection(Object.fromEntries(own)), exampleSection(DETAILS[command].examples)],
    columns,
  );
}
