import type { Statement } from '../../../steps/iam/policy-document.ts';
import type { Answer } from '../../../steps/iam/verdict.ts';

/** What hangs on the user kim. */
export interface Given {
  inline?: Statement[];
  /** By a policy of the account that is attached to them. */
  attached?: Statement[];
  /** By the group that they are in: inline, and attached to it. */
  group?: Statement[];
  groupAttached?: Statement[];
  boundary?: Statement[];
}

/** What that makes of them: may they do all, and could they make themselves such? */
export interface PolicyCase extends Given {
  name: string;
  administrator: Answer;
  powerful: Answer;
}

const saying =
  (administrator: Answer, powerful: Answer) =>
  (name: string, ...inline: Statement[]): PolicyCase => ({
    name,
    inline,
    administrator,
    powerful,
  });

/** Nobody with power. */
export const weak = saying('no', 'no');
/** Could make themselves administrator. */
export const powerful = saying('no', 'yes');
export const perhapsPowerful = saying('no', 'unknown');
export const administrator = saying('yes', 'yes');
/** Could make themselves administrator, and may be one. */
export const perhapsAdministrator = saying('unknown', 'yes');
export const unknown = saying('unknown', 'unknown');

/** The same rights from somewhere else. */
export const by = ({ administrator: full, powerful: power, name }: PolicyCase, rights: Given) => ({
  name,
  administrator: full,
  powerful: power,
  ...rights,
});
