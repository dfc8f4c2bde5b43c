import { render } from 'ink';
import { expect, it, vi } from 'vitest';
import { App } from '../../../../src/hosts/tui/app.tsx';
import { INITIAL_VIEW } from '../../../../src/hosts/tui/reduce.ts';
import type { ScreenContext } from '../../../../src/hosts/tui/screen-context.ts';
import { power } from '../../../support/hosts/samples.ts';
import { fakeTerminal, KEY } from '../../../support/tui/screen.ts';

it('a key counts only once the frame of its question is on the screen', async () => {
  const { stdin, stdout } = fakeTerminal();
  const answers: unknown[] = [];
  const screen: ScreenContext = {
    colour: true,
    unicode: true,
    links: true,
    powershell: false,
    verbose: false,
    cli: () => [],
    handedOver: {},
    openBrowser: async () => undefined,
    copy: () => undefined,
    plan: {},
    drafts: new Map(),
    onInput: { current: () => undefined },
    answer: (n, value) => answers.push(n, value),
    leave: () => undefined,
    interrupt: () => undefined,
    runInTerminal: () => undefined,
    simulate: () => undefined,
  };
  const frames = { composed: 0, drawn: 0 };
  const view = { ...INITIAL_VIEW, open: { n: 1, id: 'sign-in', question: power } };
  const app = <App view={view} screen={screen} frames={frames} />;
  const ink = render(app, { stdin, stdout, interactive: true, patchConsole: false });

  expect(frames.composed).toBe(1);
  stdin.write(`y${KEY.enter}`);
  await vi.waitFor(() => expect(stdin.readableLength).toBe(0));
  expect(answers).toEqual([]);

  frames.drawn = frames.composed;
  stdin.write(KEY.enter);
  stdin.write(`n${KEY.enter}`);
  await vi.waitFor(() => expect(answers).toEqual([1, false]));
  ink.unmount();
});
