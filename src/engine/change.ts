import type { Request, Result } from '../aws/operations.ts';
import type { Text } from '../text/text.ts';
import type { FileEdit } from './computer.ts';
import type { KeyPlace } from './key-place.ts';
import type { Answer, Kind, Question } from './questions.ts';

export type Send = <R extends Request>(request: R) => Promise<Result<R>>;
export type Ask = <K extends Kind>(key: string, question: Question<K>) => Promise<Answer<K>>;

interface ChangeDescription {
  summary: Text;
  /**
   * What this change and those beside it with the same words do together. People are told them as one, unless one is a
   * danger.
   */
  together?: Text;
  /** The policy that the change gives somebody, as indented JSON. It can be read beside the commands. */
  policyText?: string;
  /** What differs afterwards. */
  diff?: [label: Text, now: Text, then: Text][];
  /** Gives or takes power in a way that the owner must see coming. `--yes` never confirms it. */
  danger?: true;
  /** The change cannot be undone: the owner types this phrase first. */
  confirmPhrase?: string;
  /** How to undo the change. */
  undo?: Text;
  /**
   * Marks an offer: a change that a secure step does not need, and that is made only if the owner chooses it. Unique
   * within the step, and stable.
   */
  offerId?: string;
  /**
   * A gate is shut: the change is shown as planned, but neither confirmed nor sent. Another change of the same plan opens
   * the gate.
   */
  gated?: true;
  /** It is sent only once a look shows the changes before it in its plan, and still plans it. */
  afterShown?: true;
  /** It replaces what is there by then, whoever has made that. So it is looked at once more right before it is sent. */
  replaces?: true;
  /**
   * Key of the question that names what is made, if only AWS knows which names are free. If AWS says that the name is
   * taken, the question is asked again.
   */
  namedBy?: string;
  /** The account's alias once the change is made. */
  accountAlias?: string;
  /**
   * The change ends the access key that signs the run, so it is the last of its plan, and nobody can look after it. What the
   * step sees then, if AWS has confirmed all changes of the plan.
   */
  seenAfter?: unknown;
  /** AWS shows the result only minutes or days later. The walk goes on meanwhile, and the step waits. */
  shownLate?: true;
}

interface SentAs {
  /** The time of its calls is kept under this id, because AWS tells late, or nowhere, that this computer made them. */
  sentAs?: string;
}

/** One API call. */
export type ApiCall = ChangeDescription & Request & SentAs & { kind: 'call' };

/** Calls with a question to the owner between them. `run` may send only operations that `calls` shows. */
export type InteractiveChange = ChangeDescription &
  SentAs & {
    kind: 'exchange';
    calls: Request[];
    /** `run` asks nothing, so that nobody has to be there: it only knows a time or an error that no plan can know. */
    asksNobody?: true;
    /** `clock`: AWS's time in milliseconds. `keyPlace`: where a new access key is kept. */
    run(send: Send, ask: Ask, clock: () => number, keyPlace?: KeyPlace): Promise<void>;
  };

/** A page of the AWS console, and what to do there. */
export interface Visit {
  url: string;
  /** What the page is called, as the object of a sentence. */
  page: Text;
  /** To be opened in a private window, because somebody else signs in there. */
  privately?: true;
  /** In any browser: none can be opened on this computer, or the owner's is elsewhere. */
  elsewhere?: true;
  instructions: Text[];
  /** What to do before, elsewhere than on the page. */
  first?: Text[];
  /** All of it is to be done on this computer: the page only says how. */
  here?: true;
}

/** A change that only the owner can make, in the AWS console. AWS's API shows when it is made. */
export type ConsoleChange = ChangeDescription &
  Visit & {
    kind: 'console';
    /** Unique within the step, for each user. */
    id: string;
    /** When AWS shows it, if it is `shownLate` for another reason than AWS itself, which records within minutes. */
    shownAfter?: Text;
    /** The IAM user that the change is about, if any. A step may plan the same change for several users. */
    user?: string;
    /**
     * The owner makes the change by signing in as `user`, which they may do with Rootlock listening. What the question then
     * says instead. The step finds `<access key id> <region> <user>` of that session under `look.known('<step>.session')`, and
     * its time under `look.lastSent`.
     */
    byBrowser?: Pick<Visit, 'page' | 'instructions'>;
  };

/** A fact that no API shows. The owner attests it, and the date is kept. */
export type AttestedChange = ChangeDescription &
  Visit & {
    kind: 'attest';
    /** Unique within the step. The answer store keeps the attestation under it. */
    id: string;
    /** The attestation opens a gate, so it holds for this run only. */
    once?: true;
    /** An answer to a question of the step says it already: where nobody is there, that is the owner's word. */
    answered?: true;
  };

/**
 * A change on this computer, and nothing in AWS, after the owner's yes: a command that runs in their terminal, or an edit of one of their
 * files.
 */
export type LocalChange = ChangeDescription & {
  kind: 'local';
  /** Unique within the step. */
  id: string;
} & ({ argv: string[]; edit?: never } | { edit: FileEdit; argv?: never });

export type Change = ApiCall | InteractiveChange | ConsoleChange | AttestedChange | LocalChange;

export type Offer = Change & { offerId: string };

export const isOffer = (change: Change): change is Offer => change.offerId !== undefined;

/** Returns the calls that a change sends. Only calls and exchanges send any. */
export function requestsOf(change: Change): Request[] {
  if (change.kind === 'call') return [change];
  return change.kind === 'exchange' ? change.calls : [];
}

/** Rootlock makes the change, in AWS or on this computer. The others, the owner makes. */
export const isOurs = ({ kind }: Change): boolean =>
  kind === 'call' || kind === 'exchange' || kind === 'local';

/** The changes that Rootlock makes. They are confirmed first. The others have a question of their own. */
export const ourChanges = (changes: Change[]): Change[] => changes.filter(isOurs);

/**
 * The key that answers the last question may confirm these changes as well. Danger, and what cannot be undone, is a
 * question of its own.
 */
export const canBeAgreedTo = (changes: Change[]): boolean =>
  changes.some(isOurs) && !changes.some(({ danger, confirmPhrase }) => danger || confirmPhrase);

/** The owner has seen all of these changes, in these words. */
export const isSamePlan = (shown: Change[], planned: Change[]): boolean =>
  JSON.stringify(shown) === JSON.stringify(planned);

/** Two changes are the same if they do the same. Summaries may differ, for instance in a date. */
export function isSameChange(a: Change, b: Change): boolean {
  return JSON.stringify(effectOf(a)) === JSON.stringify(effectOf(b));
}

function effectOf(change: Change): unknown {
  switch (change.kind) {
    case 'call':
      return [change.service, change.operation, change.region, change.input];
    case 'exchange':
      // The calls before the last one only remove leftovers, so they differ from look to look.
      return change.calls.at(-1);
    case 'console':
      return [change.kind, change.id, change.user];
    case 'attest':
    // The next try of a command may name something else, a profile for example: it is the same change that failed.
    case 'local':
      return [change.kind, change.id];
  }
}
