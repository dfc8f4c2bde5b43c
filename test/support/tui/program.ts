import { spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import type { Request } from '../../../src/aws/operations.ts';
import { leaving } from '../../../src/engine/errors.ts';
import { Secret } from '../../../src/engine/secret.ts';
import { type ApiCall, type Question, type Step, step } from '../../../src/engine/step.ts';
import { survey } from '../../../src/engine/survey.ts';
import { walk } from '../../../src/engine/walk.ts';
import { openTui } from '../../../src/hosts/tui/index.tsx';
import { say, t } from '../../../src/text/text.ts';
import { inOneChapter } from '../engine/in-one-chapter.ts';
import { memoryAnswerStore } from '../engine/memory-answer-store.ts';
import { account } from './sample-account.ts';

/** Walks its own steps at the real standard streams. The engine is real. The account is the set of steps that are done. */
const done = new Set<string>();
let looks = 0;
const stop = new AbortController();
const tui = openTui({
  stdin: process.stdin,
  stdout: process.stdout,
  cli: ({ service, operation }) => [`aws ${service} ${operation}`],
  look: {
    colour: process.env.NO_COLOR === undefined,
    unicode: true,
    links: true,
  },
  powershell: false,
  openBrowser: async () => undefined,
  runInTerminal: ([file = '', ...args]) =>
    new Promise((resolve, reject) => {
      spawn(file, args, { stdio: 'inherit' })
        .on('exit', (code) => resolve(code ?? 1))
        .on('error', reject);
    }),
  onInterrupt: () => stop.abort(new Error('stopped')),
});

const call = (id: string, given: Partial<ApiCall> = {}): ApiCall =>
  ({
    kind: 'call',
    service: 'iam',
    operation: 'CreateGroup',
    input: { GroupName: id },
    summary: t('Make {id}', { id }),
    ...given,
  }) as ApiCall;

const named = (id: string, given: Partial<Step> = {}): Step =>
  step({
    id,
    title: t('Step {id}', { id }),
    why: t('Because {id} is needed.', { id }),
    controls: [],
    observe: async () => done.has(id),
    evidence: (seen) => ({ done: Boolean(seen) }),
    status: (seen) => (seen ? t('there') : t('none')),
    plan: (seen) => (seen ? [] : [call(id)]),
    ...given,
  });

const seed = new Secret('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.repeat(2));
const codes: Question<'codes'> = {
  kind: 'codes',
  message: t('Two codes, one after the other.'),
  label: 'AWS:jun@acme',
  seed,
  clock: Date.now,
};

const steps: Record<string, Step> = {
  named: named('named', {
    questions: () => ({ name: { kind: 'text', message: t('Which name?'), example: 'jun' } }),
  }),
  enrol: named('enrol', {
    plan: (seen) =>
      seen
        ? []
        : [
            {
              kind: 'exchange',
              summary: t('Enrol a phone'),
              calls: [call('enrol')],
              run: async (_, ask) => {
                await ask('codes', codes);
                done.add('enrol');
              },
            },
          ],
  }),
  // The second look blocks the event loop until the file `go` exists. What is typed meanwhile waits in the terminal.
  busy: named('busy', {
    async observe() {
      looks++;
      if (looks === 2) {
        writeFileSync('held', '');
        while (!existsSync('go'));
      }
      return done.has('busy');
    },
    plan: (seen) => (seen ? [] : [call('busy', { danger: true })]),
  }),
  lent: named('lent', {
    plan: (seen) =>
      seen
        ? []
        : [
            {
              kind: 'exchange',
              summary: t('Lend the terminal'),
              calls: [call('lent')],
              run: async (_, ask) => {
                const argv = [
                  'sh',
                  '-c',
                  'echo "Who?"; read who; echo "Hello $who"; read _; exit 7',
                ];
                const status = await ask('program', {
                  kind: 'command',
                  message: t('Another program'),
                  argv,
                });
                await ask('status', {
                  kind: 'text',
                  message: t('It ended with {status}', { status }),
                  example: 'and so on',
                });
                done.add('lent');
              },
            },
          ],
  }),
  slow: named('slow'),
  broken: named('broken', { observe: () => Promise.reject(new TypeError('a bug of ours')) }),
};

async function send(request: Request): Promise<never> {
  const { GroupName: id = '' } = request.input as { GroupName?: string };
  if (id === 'slow') await new Promise((resolve) => process.once('SIGUSR2', resolve));
  done.add(id);
  return {} as never;
}

async function run(): Promise<void> {
  tui.emit({ type: 'account', account });
  const rows = await walk(
    await survey(inOneChapter(process.argv.slice(2).map((id) => steps[id] ?? named(id))), {
      host: tui,
      account,
      reads: () => ({ read: () => ({}), find: () => ({}), clock: Date.now }) as never,
      send,
      answerStore: memoryAnswerStore(),
      signal: stop.signal,
      interactive: true,
      skip: new Set(),
      signIn: async () => undefined,
      sleep: async () => undefined,
    }),
  );
  await tui.close();
  for (const { title, state } of rows) console.log(`${say(title)}: ${state}`);
}

await run().catch(async (error: unknown) => {
  if (error instanceof TypeError) throw error;
  const why = leaving(error) ?? 'stopped';
  await tui.close();
  console.log(`You left (${why}). Done: ${[...done].join(', ')}.`);
  process.exitCode = 130;
});
