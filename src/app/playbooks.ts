import { isPlaybook, type PlaybookName, playbookWords } from '../cli/commands.ts';
import type { Options } from '../cli/options.ts';
import type { RunMode } from '../cli/run-mode.ts';
import type { Terminal } from '../cli/terminal.ts';
import { isSecure } from '../engine/host.ts';
import type { Playbook, PlaybookWords } from '../engine/playbook.ts';
import type { Chapter, Row, RunContext } from '../engine/step.ts';
import { PROGRAM, SAME_OPTIONS } from '../text/program.ts';
import { say, t } from '../text/text.ts';
import { Usage } from '../text/usage.ts';

/** One room for each playbook, loaded only when it runs. */
const playbooks: Record<PlaybookName, (leave: boolean) => Promise<{ playbook: Playbook }>> = {
  person: (leave) =>
    leave ? import('../../steps/leave/index.ts') : import('../../steps/person/index.ts'),
  key: () => import('../../steps/key/index.ts'),
  role: () => import('../../steps/role/index.ts'),
};

/** Loads a playbook. `person --leave` is another one than `person`. */
export const playbookNamed = async (
  name: PlaybookName,
  { leave }: Pick<Options, 'leave'>,
): Promise<Playbook> => (await playbooks[name](leave)).playbook;

/** The playbook that a command is. `undefined` if it is about the account. */
export const playbookOf = async (options: Options): Promise<Playbook | undefined> =>
  isPlaybook(options.command) ? playbookNamed(options.command, options) : undefined;

/** The steps that a command goes through. Their ids do not depend on the subject, which need not be known yet. */
export async function chaptersOf(options: Options): Promise<Chapter[]> {
  const playbook = await playbookOf(options);
  if (playbook) return playbook.chapters(options.subject ?? '');
  return (await import('../../steps/index.ts')).chapters;
}

/** What a run goes through: the steps of the account, or those of a playbook. */
export interface Topic {
  chapters: Chapter[];
  /** Absent if it is the account. */
  about?: { subject: string; words: PlaybookWords };
  /**
   * Hands over what is there once the walk has ended, where somebody is there.
   *
   * @throws Leave if the owner leaves a question
   */
  end?(rows: Row[]): Promise<void>;
}

/**
 * The topic of a playbook. Asks for its subject if nobody has named it.
 *
 * @throws Leave('quit') if the owner stops
 */
export async function openTopic(
  playbook: Playbook,
  context: RunContext,
  terminal: Terminal,
  { subject: named = '', instance }: Pick<Options, 'subject' | 'instance'>,
): Promise<Topic> {
  const subject = await playbook.begin(context, named, { ...(instance && { instance }) });
  return {
    chapters: playbook.chapters(subject),
    about: { subject, words: playbook.words(subject) },
    ...(context.interactive && {
      end: async (rows) => {
        if (!playbook.note || !isSecure(rows)) return;
        const { handOver } = await import('./hand-over.ts');
        await handOver(playbook.note(subject, rows, context.account), context, terminal);
      },
    }),
  };
}

/** @throws Usage if a run lacks its subject and nobody is there to name it, or if it has a name that cannot be */
export function assertSubject(playbook: Playbook, options: Options, mode: RunMode): void {
  const { subject } = options;
  const problem = subject === undefined ? undefined : playbook.problemWith(subject);
  if (problem) throw new Usage(t('{subject}: {problem}', { subject: subject ?? '', problem }));
  if (subject === undefined && mode !== 'interactive') {
    throw new Usage(
      t('Nobody is here to say whom it is about. Name them: {command}', {
        command: t('{program} {command}{options}', {
          program: PROGRAM,
          command: playbookWords(options, say(t('<name>'))).join(' '),
          options: SAME_OPTIONS,
        }),
      }),
    );
  }
}
