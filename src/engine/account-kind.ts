/**
 * Whose account it is.
 *
 * - `standalone`: it is in no organization.
 * - `management`: it manages its organization, whose policies never limit it.
 * - `member`: another account manages its organization, whose policies limit everybody in it, root too.
 * - `project`: a member that AWS's new sign-up has made. It has no root user that anybody could sign in as, and people sign in
 *   with a Builder ID.
 */
export type Membership = 'standalone' | 'management' | 'member' | 'project' | 'unknown';

/** The plan that AWS bills by. The FREE plan ends with its time or its credits, and AWS then closes the account. */
export interface AccountPlan {
  type: 'free' | 'paid' | 'unknown';
  hasEnded?: true;
  ends?: Date;
  /** US dollars that are left. */
  credits?: number;
}

/** What kind of account it is. What could not be read is `unknown`, and never guessed. */
export interface AccountKind {
  membership: Membership;
  /** The id of the account that manages the organization. */
  managementAccount?: string;
  activation: 'active' | 'pending' | 'suspended' | 'closed' | 'unknown';
  plan: AccountPlan;
}

/** The role that people have in a project. AWS's policies for projects protect its path. Source: these policies, and recordings. */
export const PROJECT_ROLE = { RoleName: 'AccountFullAccessRole', Path: '/managed/' };

/** Somebody who has signed in with that role. */
export const isProjectCaller = (arn: string): boolean =>
  new RegExp(`^arn:[\\w-]+:sts::\\d*:assumed-role/${PROJECT_ROLE.RoleName}/`).test(arn);
