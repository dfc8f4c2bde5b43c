import { generateSync } from 'otplib';

/** The key of an MFA device, and the name under which an app shows it. */
export interface Enrolled {
  label: string;
  key: string;
}

/** What an owner does at the terminal. A question is known by words of it that stand on one line, at 80 columns. */
export interface Hands {
  /** From the account at a glance to the first step that is open. */
  begin(): Promise<void>;
  /** Says yes, in full or by its letter: so also to what is dangerous. */
  agree(question: string): Promise<void>;
  /** Takes what is offered: a name, a figure, a choice. */
  accept(question: string): Promise<void>;
  type(question: string, text: string): Promise<void>;
  /** Resolves while the wizard waits for something that the owner does elsewhere. */
  waits(task: string): Promise<void>;
  /** Says that it is done. */
  done(): Promise<void>;
  /** Reads the key of an MFA device off the screen, and types two codes that the app makes of it. */
  enrol(): Promise<Enrolled>;
  /** Reads the password that is handed over, and says that it is kept. */
  keepPassword(): Promise<string>;
  /** Takes no offer of those that are left at the end. */
  finish(): Promise<void>;
}

/**
 * Two codes in a row that the app shows about `now`, in milliseconds: nobody waits half a minute here. Right after a step begins they are
 * of the one before and of this one: a clock of AWS's that is a moment behind would find a later one two steps ahead.
 */
export function codesOf(key: string, now = Date.now()): [string, string] {
  const seconds = Math.floor(now / 1000);
  const first = seconds % 30 < 5 ? seconds - 30 : seconds;
  return [
    generateSync({ secret: key, epoch: first }),
    generateSync({ secret: key, epoch: first + 30 }),
  ];
}

export const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
