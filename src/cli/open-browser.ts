import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter } from 'node:path';
import { webAddress } from '../text/address.ts';
import { type Text, t } from '../text/text.ts';

/** A browser that cannot start says so within this time. A browser that runs may never end. */
const FAILS_WITHIN_MS = 1500;

/**
 * Opens an address in the owner's browser. `BROWSER` names another command, as for `git` or `python`: it gets the address, and `none`
 * or an empty value opens nothing. No shell ever sees the address.
 *
 * @param platform as in `process.platform`
 * @throws if it is no address for a browser: that is a bug of ours
 * @returns why nothing was opened, as one sentence; `undefined` if a browser was started
 */
export async function openBrowser(
  address: string,
  { env, platform }: { env: NodeJS.ProcessEnv; platform: string },
): Promise<Text | undefined> {
  const href = webAddress(address);
  if (href === undefined) throw new Error(`${address} is not for a browser`);
  const why = whyNoBrowser(env, platform);
  if (why) return why;
  const { BROWSER } = env;
  if (BROWSER !== undefined) return openBy(BROWSER, href, env);
  try {
    // Loaded only now: most runs open no browser before their first screen.
    const { default: open } = await import('open');
    return (await isStarted(await open(href))) ? undefined : t('The browser did not start.');
  } catch {
    return t('No browser was found on this computer.');
  }
}

/** If a browser would open elsewhere than before the owner, or nowhere, the reason. */
export function whyNoBrowser(env: NodeJS.ProcessEnv, platform: string): Text | undefined {
  if (env.BROWSER !== undefined) {
    const isOff = ['', 'none'].includes(env.BROWSER.trim());
    return isOff ? t('BROWSER is set to open no browser.') : undefined;
  }
  if (env.SSH_CONNECTION || env.SSH_TTY) {
    return t('You are connected over SSH: the browser is on your own computer.');
  }
  if (env.AWS_EXECUTION_ENV === 'CloudShell') {
    return t('CloudShell has no browser of its own: open another tab.');
  }
  if (platform !== 'linux' || env.DISPLAY || env.WAYLAND_DISPLAY || env.WSL_DISTRO_NAME) {
    return undefined;
  }
  return CONTAINER_MARKS.some((mark) => existsSync(mark))
    ? t('This container has no browser.')
    : t('This computer has no desktop to open a browser on.');
}

/** Docker and Podman leave these files. */
const CONTAINER_MARKS = ['/.dockerenv', '/run/.containerenv'];

/** `BROWSER` is a list of commands. The first that starts is taken. `%s` stands for the address, which else comes last. */
async function openBy(
  list: string,
  href: string,
  env: NodeJS.ProcessEnv,
): Promise<Text | undefined> {
  for (const command of list.split(delimiter).filter((one) => one.trim() !== '')) {
    const words = wordsOf(command).map((word) => word.replaceAll('%s', () => href));
    const argv = command.includes('%s') ? words : [...words, href];
    if (await starts(argv, env)) return undefined;
  }
  return t('The browser that BROWSER names did not start: {command}', { command: list });
}

/** The words of a command, without the quotes around those that hold blanks. */
const wordsOf = (command: string): string[] =>
  (command.match(/"[^"]*"|'[^']*'|\S+/g) ?? []).map((word) => word.replace(/^(["'])(.*)\1$/, '$2'));

function starts([file = '', ...args]: string[], env: NodeJS.ProcessEnv): Promise<boolean> {
  try {
    const child = spawn(file, args, { env, stdio: 'ignore', detached: true });
    child.unref();
    return isStarted(child);
  } catch {
    // Node throws at once if the name is empty, or if it is a batch file of Windows, which only a shell can run.
    return Promise.resolve(false);
  }
}

/** Resolves to `false` if the program cannot be started, or fails at once. */
function isStarted(child: ChildProcess): Promise<boolean> {
  if (child.exitCode !== null) return Promise.resolve(child.exitCode === 0);
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(true), FAILS_WITHIN_MS);
    const settle = (hasStarted: boolean) => {
      clearTimeout(timer);
      resolve(hasStarted);
    };
    child.once('error', () => settle(false));
    child.once('exit', (code) => settle(code === 0));
  });
}
