import { render } from 'ink';
import { Leave, leaving } from '../../engine/errors.ts';
import type { Answer, Host, Kind, Question, Request } from '../../engine/step.ts';
import type { Text } from '../../text/text.ts';
import type { Look } from './ansi.ts';
import { App, type RenderState } from './app.tsx';
import { terminalClipboard } from './clipboard.ts';
import { INK_OPTIONS } from './ink-options.ts';
import { INITIAL_VIEW, reduce, type ViewEvent } from './reduce.ts';
import type { ScreenContext } from './screen-context.ts';

export interface TuiParts {
  stdin: NodeJS.ReadStream;
  stdout: NodeJS.WriteStream;
  /** A call as lines for the AWS CLI. */
  cli(request: Request): string[];
  look: Look;
  /** Commands are pasted into PowerShell, not into a POSIX shell. */
  powershell: boolean;
  /** Runs a program that has the terminal to itself, and resolves with its exit status. */
  runInTerminal(argv: string[]): Promise<number>;
  /** Opens an address in the owner's browser. Resolves with the reason if it cannot. */
  openBrowser(address: string): Promise<Text | undefined>;
  /** Name every call. */
  verbose?: boolean;
  /** Called on Ctrl-C while no question is open: the run stops at the next safe point. */
  onInterrupt(): void;
}

export type Tui = Host & {
  /** Restores the terminal. */
  close(): Promise<void>;
};

interface Pending {
  n: number;
  resolve(value: unknown): void;
  reject(reason: unknown): void;
}

const DRAW_EVERY_MS = 50;

/** Opens the wizard on the alternate screen. `close` brings the previous screen back. */
export function openTui({
  stdin,
  stdout,
  runInTerminal,
  verbose = false,
  ...parts
}: TuiParts): Tui {
  const { cli, look, powershell, onInterrupt, openBrowser } = parts;
  const clipboard = terminalClipboard((sequence) => void stdout.write(sequence));
  let view = INITIAL_VIEW;
  let asked = 0;
  let pending: Pending | undefined;
  let failed: unknown;
  let isClosed = false;
  let drawing: NodeJS.Timeout | undefined;
  let drawnAt = Number.NEGATIVE_INFINITY;
  const frames: RenderState = { composed: 0, drawn: 0 };
  const waitingFor = (n: number) => (pending?.n === n ? pending : undefined);

  const screen: ScreenContext = {
    ...look,
    powershell,
    verbose,
    cli,
    onInput: { current: () => undefined },
    handedOver: {},
    plan: {},
    drafts: new Map(),
    openBrowser,
    copy: clipboard.copy,
    answer: (n, value) => waitingFor(n)?.resolve(value),
    interrupt,
    leave: (n, to) => waitingFor(n)?.reject(new Leave(to)),
    runInTerminal: (n, suspend) => {
      const { resolve, reject } = waitingFor(n) ?? {};
      const { question } = view.open ?? {};
      if (question?.kind !== 'command') return;
      let status = 0;
      suspend(async () => {
        // Ink stops reading by the next turn. Node reads on, and would take keys from the program, until it is paused.
        await turn();
        stdin.pause();
        await turn();
        status = await runInTerminal(question.argv);
      }).then(() => resolve?.(status), reject);
    },
    simulate: (n) => {
      const waiting = waitingFor(n);
      // A key that comes after the answer does nothing, rather than what nobody hears of.
      if (!waiting || view.open?.isSimulated) return;
      show({ type: 'simulated', n });
      view.open?.question.simulate?.().then(waiting.resolve, waiting.reject);
    },
  };

  function interrupt(): void {
    if (pending) {
      pending.reject(new Leave('quit'));
    } else {
      show({ type: 'stopping' });
      onInterrupt();
    }
  }

  const app = () => <App view={view} screen={screen} frames={frames} />;
  const ink = render(app(), {
    ...INK_OPTIONS,
    stdin,
    stdout,
    onRender: () => {
      frames.drawn = frames.composed;
      screen.handedOver.drawn = screen.handedOver.composed;
      screen.plan.drawn = screen.plan.composed;
    },
  });
  const closed = ink.waitUntilExit().catch((error: unknown) => {
    failed = error;
    pending?.reject(error);
  });

  function show(event: ViewEvent): void {
    view = reduce(view, event);
    // Calls come by the dozen, and only --verbose shows them. Ink would draw again after it was unmounted, and never end.
    if (isClosed || (event.type === 'sent' && !verbose)) return;
    // A step may make fifty changes in a second. Whatever waits for the owner is drawn at once.
    if (['account', 'looking', 'rows', 'doing'].includes(event.type)) drawSoon();
    else draw();
  }

  function draw(): void {
    clearTimeout(drawing);
    drawing = undefined;
    drawnAt = performance.now();
    ink.rerender(app());
  }

  /** Draws what comes at nearly the same time as one screen. */
  function drawSoon(): void {
    drawing ??= setTimeout(draw, Math.max(0, drawnAt + DRAW_EVERY_MS - performance.now()));
  }

  async function ask<K extends Kind>(
    id: string,
    question: Question<K>,
    signal?: AbortSignal,
  ): Promise<Answer<K>> {
    if (failed) throw failed;
    // Every question is a safe point to stop at.
    if (view.stopping) throw new Leave('quit');
    signal?.throwIfAborted();
    const n = ++asked;
    const answer = new Promise<unknown>((resolve, reject) => {
      pending = { n, resolve, reject };
    });
    // The promise may reject before it is awaited.
    answer.catch(() => undefined);
    let isLeft = false;
    const withdraw = () => waitingFor(n)?.reject(signal?.reason);
    signal?.addEventListener('abort', withdraw);
    try {
      // Keys that were typed while the program was busy are still on their way: let them arrive before the question opens.
      if (question.danger || question.kind === 'password') await drained();
      show({ type: 'asked', n, id, question: question as Question });
      return (await answer) as Answer<K>;
    } catch (error) {
      isLeft = leaving(error) !== undefined;
      throw error;
    } finally {
      signal?.removeEventListener('abort', withdraw);
      pending = undefined;
      show({ type: 'closed', n, isLeft });
    }
  }

  return {
    emit: show,
    ask,
    async close() {
      isClosed = true;
      clearTimeout(drawing);
      clipboard.close();
      ink.unmount();
      await closed;
    },
  };
}

/** Waits two turns of the event loop: between them lies a whole round of reading. */
async function drained(): Promise<void> {
  await turn();
  await turn();
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
