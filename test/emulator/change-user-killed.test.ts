import { expect, it } from 'vitest';
import {
  atTheQuestion,
  computer,
  SOON,
  shows,
  withKim,
  words,
} from '../support/emulator/change-user.ts';
import { useEmulator } from '../support/emulator/clients.ts';
import { newHome, rootlock } from '../support/emulator/programs.ts';
import { ROOT_SESSION, USER_SESSION } from '../support/emulator/server.ts';
import {
  AT_PROFILE_FILES,
  homesOfKilledRuns,
  profilesAt,
} from '../support/sign-in/at-profile-files.ts';
import { KEY } from '../support/tui/screen.ts';

const emulator = useEmulator();
/** Milliseconds: a run for each change of a file. */
const LONG = 240_000;

it(
  'a run that is killed at any moment of it goes on as root, or as the administrator, or asks who signs in',
  async () => {
    await withKim(emulator());
    const copies = newHome();
    const { open, openAt, comes } = await computer(emulator(), {
      NODE_OPTIONS: AT_PROFILE_FILES,
      COPIES: copies,
    });
    const terminal = open();
    await atTheQuestion(terminal, comes);
    terminal.type(`y${KEY.enter}`);
    await shows(terminal, 'Minimum password length?');
    terminal.kill('SIGKILL');
    await terminal.exit;
    const outcomes: string[] = [];
    for (const home of homesOfKilledRuns(copies)) {
      const { config, sessions, last } = profilesAt(home);
      const next = openAt(home, 'password-policy');
      await next.waitFor(/Where would you like to start|Finish|Use CloudShell/, SOON);
      const shown = words(next);
      const isKept = sessions().map((key) => (key === ROOT_SESSION ? 'root' : 'kim'));
      const isMenu = shown.includes('Use CloudShell');
      const who = isMenu ? 'asks' : / user kim /.test(shown) ? 'kim' : 'root';
      outcomes.push(`${isKept.sort().join(' and ')} kept, last ${last() || 'none'}: ${who}`);
      if (isMenu && config().includes('rootlock-admin')) expect(shown).toContain('rootlock-admin');
      next.kill('SIGKILL');
      if (config().includes('rootlock-admin')) {
        await rootlock(['sign-out', '--profile', 'rootlock-admin'], { url: emulator().url, home });
        expect(sessions()).not.toContain(USER_SESSION);
      }
    }
    expect([...new Set(outcomes)]).toEqual([
      'root kept, last none: asks',
      'root kept, last rootlock-root: root',
      'kim and root kept, last rootlock-root: root',
      'kim kept, last rootlock-root: asks',
      'kim kept, last rootlock-admin: kim',
    ]);
  },
  LONG,
);
