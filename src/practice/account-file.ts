import { basename, dirname } from 'node:path';
import * as v from 'valibot';
import { Blocked } from '../engine/errors.ts';
import { folderAt } from '../state/folder.ts';
import { PROGRAM } from '../text/program.ts';
import { t } from '../text/text.ts';
import { freshAccount } from './fresh-account.ts';
import { createPracticeAccount, type PracticeAccount } from './practice-account.ts';
import { PracticeState } from './state/account-state.ts';

/**
 * Opens the practice account in a file, which keeps it from run to run. Each change is in the file before it is
 * answered. `fresh` replaces the account by a new one, which `make` makes.
 *
 * @throws Blocked if this version does not understand the file, or the disk refuses
 */
export async function openPractice(
  file: string,
  fresh: boolean,
  make = freshAccount,
): Promise<PracticeAccount> {
  const folder = folderAt(dirname(file), { flush: false });
  const name = basename(file);
  const text = fresh ? undefined : folder.read(name);
  const save = (json: string) => folder.write(name, `${json}\n`);
  if (text !== undefined) return createPracticeAccount(parseState(text, file), { save });
  const state = make();
  save(JSON.stringify(state));
  return createPracticeAccount(state, { save });
}

function parseState(text: string, file: string): PracticeState {
  const state = v.safeParse(v.pipe(v.string(), v.parseJson(), PracticeState), text);
  if (state.success) return state.output;
  throw new Blocked(
    t('The practice account in {file} is damaged, or from another version of Rootlock.', { file }),
    [
      t('Start over with "{program} --practice=fresh". Nothing in it is real.', {
        program: PROGRAM,
      }),
    ],
  );
}
