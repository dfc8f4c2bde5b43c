import { PROGRAM } from '../text/program.ts';
import { t } from '../text/text.ts';
import { Usage } from '../text/usage.ts';

/** @throws Usage if it is no id of an account */
export function accountId(given: string | undefined): string | undefined {
  if (given === undefined || /^\d{12}$/.test(given)) return given;
  throw new Usage(t('{given} is not the id of an account: 12 digits.', { given }));
}

/** @throws Usage if it is no id of an instance */
export function instanceId(given: string | undefined): string | undefined {
  if (given === undefined || /^i-[0-9a-f]{8,17}$/.test(given)) return given;
  throw new Usage(
    t('{given} is not the id of an instance: i- and then 8 or 17 of 0-9 and a-f.', { given }),
  );
}

/** @throws Usage if a list is empty */
export function idsIn(values: string[] = []): string[] {
  return values.flatMap((value) => {
    const named = value.split(/[\s,]+/).filter(Boolean);
    // An empty variable in a script must not mean all steps.
    if (named.length === 0) throw new Usage(t('--only and --skip need ids of steps or chapters.'));
    return named;
  });
}

/** @throws Usage if it is none of the choices */
export function oneOf<T extends string>(
  name: string,
  choices: readonly T[],
  value: string | undefined,
): T | undefined {
  const chosen = choices.find((choice) => choice === value);
  if (chosen || value === undefined) return chosen;
  if (choices.length === 1) {
    const [only = ''] = choices;
    throw new Usage(
      t('{option} takes only {only}, not {value}.', { option: `--${name}`, only, value }),
    );
  }
  const all = choices.join(', ');
  throw new Usage(
    t('{option} takes one of {all}, not {value}.', { option: `--${name}`, all, value }),
  );
}

const EXPORT_FORMATS = ['terraform', 'cloudformation', 'script'] as const;

export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/**
 * The form of an export.
 *
 * @throws Usage if it is none or more than one, or if there is no folder
 */
export function exportFormat(
  given: ReadonlyMap<string, unknown>,
  folder: string | undefined,
): ExportFormat {
  const [format, ...others] = EXPORT_FORMATS.filter((name) => given.has(name));
  if (format && others.length === 0 && folder) return format;
  throw new Usage(
    t(
      'Name a folder and one form: {program} export <folder> --terraform, --cloudformation or --script',
      { program: PROGRAM },
    ),
  );
}
