import { printReceipt } from '../../reports/receipt.ts';
import { stateFolder } from '../../state/folder.ts';
import { readReceipts } from '../../state/receipt-file.ts';
import { document } from '../../text/text.ts';
import type { Run } from './index.ts';

/**
 * Prints every write that was sent from this computer, account by account.
 *
 * @throws Blocked if a file is damaged, once what the others hold is printed
 */
export const run: Run = async ({ practice, json }, terminal) => {
  const { entries, damaged } = readReceipts(stateFolder(), practice !== undefined);
  if (!damaged || entries.length > 0) {
    terminal.print(json ? document(entries) : printReceipt(entries));
  }
  if (damaged) throw damaged;
  return 0;
};
