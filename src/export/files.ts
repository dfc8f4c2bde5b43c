import type { Account, Request } from '../engine/step.ts';
import { type Text, t } from '../text/text.ts';
import { stackFiles, stackOf, stackRegions } from './cloudformation.ts';
import type { Format, Inventory } from './inventory.ts';
import { SCRIPT_FILE, scriptFile } from './script.ts';
import { TERRAFORM_FILE, terraformFile } from './terraform.ts';

const NAMES: Record<Format, RegExp> = {
  terraform: /^rootlock\.tf\.json$/,
  cloudformation: /^rootlock-.+\.(template|import)\.json$/,
  script: /^rootlock\.sh$/,
};

/** Is it a name that an export of this format gives? */
export const isExportFile =
  (format: Format) =>
  (name: string): boolean =>
    NAMES[format].test(name);

/** The files of an export. None if nothing is in place. */
export function exportFiles(
  format: Format,
  inventory: Inventory,
  account: Account,
  comments: Text[],
  lineOf: (request: Request) => string,
): { name: string; text: string; isProgram?: true }[] {
  const { things } = inventory;
  if (things.length === 0) return [];
  switch (format) {
    case 'terraform':
      return [{ name: TERRAFORM_FILE, text: terraformFile(things, account, comments) }];
    case 'script':
      return [
        { name: SCRIPT_FILE, text: scriptFile(things, account, comments, lineOf), isProgram: true },
      ];
    case 'cloudformation':
      return stackRegions(inventory, account).flatMap((region) => {
        const names = stackFiles(region);
        const { template, imports } = stackOf(inventory, region, account.region, comments);
        return [
          { name: names.template, text: template },
          { name: names.imports, text: imports },
        ];
      });
  }
}

/** How to go on with the files. */
export function nextStep(format: Format): Text[] {
  switch (format) {
    case 'terraform':
      return [
        t(
          'Next, in that folder: terraform init, then terraform plan. It should replace and destroy nothing.',
        ),
      ];
    case 'cloudformation':
      return [
        t(
          'Next, in the CloudFormation console of each region: Create stack > With existing resources.',
        ),
      ];
    case 'script':
      return [t('Run it only if something of it is gone: the commands make all of it again.')];
  }
}
