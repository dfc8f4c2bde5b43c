import { withReauthentication } from '../../engine/reauthenticate.ts';
import { withoutCommands } from '../../export/cloudformation.ts';
import { comments, leftOutOf, setAgainIn } from '../../export/comments.ts';
import { exportFiles, isExportFile, nextStep } from '../../export/files.ts';
import { takeInventory } from '../../export/index.ts';
import { cliCommand, cliTarget } from '../../reports/cli-command.ts';
import { reportedAccount } from '../../reports/json-report.ts';
import { document, say, type Text, t } from '../../text/text.ts';
import { assertNoExport, writeExport } from '../export-files.ts';
import { printSentences } from '../print-sentences.ts';
import { whileReading } from '../while-reading.ts';
import type { Run } from './index.ts';

const UNREAD = 3;

/** Writes what is in place in the account, in one of three forms. Sends only reads. */
export const run: Run = async (options, terminal) => {
  const { subject: folder = '', format = 'terraform' } = options;
  assertNoExport(folder, isExportFile(format));
  return whileReading(options, terminal, async ({ close, openReads }) => {
    const { account, reads, signIn } = await openReads(options);
    const found = await withReauthentication(
      { context: { account, signIn }, invalidate: () => undefined },
      () =>
        takeInventory({
          ...reads(),
          account,
          known: () => undefined,
          lastSent: () => undefined,
        }),
    );
    await close();
    if (format === 'cloudformation') withoutCommands(found);
    const about = {
      left: leftOutOf(format, found),
      unread: found.unread,
      setAgain: setAgainIn(format, found),
    };
    const lineOf = (request: Parameters<typeof cliCommand>[0]) =>
      cliCommand(request, cliTarget(account));
    const made = exportFiles(format, found, account, comments(account, about), lineOf);
    const files = writeExport(folder, made);
    if (options.json) {
      const plain = (all: typeof about.left) =>
        all.map(({ what, why }) => ({ what: say(what), why: say(why) }));
      terminal.print(
        document({
          account: reportedAccount(account),
          format,
          files,
          leftOut: plain(about.left),
          unread: plain(about.unread),
        }),
      );
    } else {
      printSentences(terminal, [
        ...sayWritten(folder, files),
        ...comments(account, about),
        ...(files.length > 0 ? nextStep(format) : [t('Nothing of it is in place yet.')]),
      ]);
    }
    return about.unread.length > 0 ? UNREAD : 0;
  });
};

/** A template for each region makes many files. */
const sayWritten = (folder: string, files: string[]): Text[] =>
  files.length > 2
    ? [t('Written: {n} files in {folder}', { n: files.length, folder })]
    : files.map((file) => t('Written: {file}', { file }));
