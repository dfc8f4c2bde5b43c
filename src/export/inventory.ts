import type { Input, Operation, Request, Service } from '../aws/operations.ts';
import { Blocked } from '../engine/errors.ts';
import type { Look } from '../engine/step.ts';
import { say, type Text, t } from '../text/text.ts';

export const FORMATS = ['terraform', 'cloudformation', 'script'] as const;
export type Format = (typeof FORMATS)[number];

/** A resource of Terraform's AWS provider. */
export interface TerraformBlock {
  type: string;
  /** What it is called after, in letters of any kind. */
  name: string;
  /** Absent if Terraform cannot import it: it then sets once more what is set. */
  importId?: string;
  body: Record<string, unknown>;
  /** Arguments that nobody has read here, so that Terraform must leave them as they are. */
  ignore?: string[];
}

/** What an attribute of another resource of the same file will be: an id that only AWS gives. */
export class Reference {
  readonly type: string;
  readonly name: string;
  readonly attribute: string;

  constructor(type: string, name: string, attribute: string) {
    this.type = type;
    this.name = name;
    this.attribute = attribute;
  }
}

/** A resource of CloudFormation, and what it is found by. */
export interface StackResource {
  type: string;
  name: string;
  identifier: Record<string, string>;
  properties: Record<string, unknown>;
}

/** A call that makes it. `asks`: a part of its input that only AWS knows, and the words of the AWS CLI that ask for it. */
export type Command = Request & { asks?: { placeholder: string; argv: string[] } };

/** One thing that stands in the account, in each form. */
export interface Thing {
  /** The region that it is in. Absent if it is in all of them. */
  region?: string;
  terraform?: TerraformBlock[];
  stack?: StackResource[];
  commands: Command[];
}

export interface LeftOut {
  what: Text;
  why: Text;
}

/** What was found of one kind, what of it cannot be exported, and what could not be read. */
export class Inventory {
  readonly things: Thing[] = [];
  readonly left: (LeftOut & { formats: readonly Format[] })[] = [];
  readonly unread: LeftOut[] = [];
  /** What Terraform cannot import: it is in the file, and sets once more what is set. */
  readonly setAgain: Text[] = [];

  add(thing: Thing): void {
    this.things.push(thing);
  }

  /** It is there, and these formats cannot say it. */
  leave(what: Text, why: Text, formats: readonly Format[] = FORMATS): void {
    this.left.push({ what, why, formats });
  }

  /** Does some reading. If it is blocked, that is noted, and the rest goes on. */
  async attempt(what: Text, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof Blocked)) throw error;
      this.unread.push({ what, why: error.text });
    }
  }

  /** Adds what others hold. The same is said once. */
  take(others: Inventory[]): void {
    this.things.push(...others.flatMap(({ things }) => things));
    const left = once([this, ...others].flatMap((one) => one.left));
    const unread = once([this, ...others].flatMap((one) => one.unread));
    this.left.splice(0, Number.POSITIVE_INFINITY, ...left);
    this.unread.splice(0, Number.POSITIVE_INFINITY, ...unread);
    const again = [this, ...others].flatMap((one) => one.setAgain);
    const named = new Map(again.map((what) => [say(what), what]));
    this.setAgain.splice(0, Number.POSITIVE_INFINITY, ...named.values());
  }
}

const once = <T extends LeftOut>(all: T[]): T[] => [
  ...new Map(all.map((one) => [`${say(one.what)}\n${say(one.why)}`, one])).values(),
];

export type Find = (look: Look, into: Inventory) => Promise<void>;

/** One call, with the types of the SDK. */
export const call = <S extends Service, O extends Operation<S>>(
  service: S,
  operation: O,
  input: Input<S, O>,
  region?: string,
): Command =>
  ({ service, operation, input, ...(region !== undefined && { region }) }) as unknown as Command;

/** Without the members that are `undefined`, `null`, `''` or an empty list. */
export function given<T extends object>(members: T): { [K in keyof T]: NonNullable<T[K]> } {
  const kept = Object.entries(members).filter(
    ([, value]) =>
      value !== undefined &&
      value !== null &&
      value !== '' &&
      !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(kept) as { [K in keyof T]: NonNullable<T[K]> };
}

export const NO_RESOURCE = t('CloudFormation has no such resource');
export const NO_ARGUMENT = t('Terraform cannot say all of it');
