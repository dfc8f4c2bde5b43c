import type { Folder } from './disk/folder.ts';
import type { Host } from './engine/contract.ts';
import { headlessHost } from './hosts/headless.ts';
import { plainHost } from './hosts/plain.ts';
import type { Manner } from './manner.ts';
import type { Options } from './options.ts';
import type { Practice } from './practice/account.ts';
import { cliCommand } from './reports/cli-command.ts';
import type { Terminal } from './terminal.ts';

interface Parts {
  manner: Manner;
  options: Options;
  terminal: Terminal;
  /** The answers file's, by question id. */
  given: Record<string, unknown>;
  practice: Practice | undefined;
}

/** The host that this manner of running wants. */
export async function openHost({
  manner,
  options,
  terminal,
  given,
  practice,
}: Parts): Promise<Host> {
  const sentences = sentencesOf(options, terminal);
  if (manner === 'headless') {
    return headlessHost({ emit: sentences.emit, answers: given, yes: options.yes });
  }
  if (!practice || manner === 'look') return sentences;
  const { owner, withPhone } = await import('./practice/owner.ts');
  return manner === 'owner' ? owner(sentences, practice) : withPhone(sentences, practice);
}

/** Standard output belongs to the JSON document alone, where one is asked for. */
function sentencesOf({ json, verbose, region = '' }: Options, terminal: Terminal): Host {
  const { input, output, env, quit } = terminal;
  const host = plainHost({
    input,
    output,
    dumb: env.TERM === 'dumb',
    verbose,
    cli: (request) => cliCommand(request, region),
    stop: quit,
  });
  return json ? { ...host, emit: () => undefined } : host;
}
