import type { Account } from '../engine/step.ts';
import { document, say, type Text, t } from '../text/text.ts';
import type { Inventory, StackResource } from './inventory.ts';
import { uniqueNames } from './unique-names.ts';

/** The files of the stack of one region. */
export const stackFiles = (region: string) => ({
  template: `rootlock-${region}.template.json`,
  imports: `rootlock-${region}.import.json`,
});

/** The regions that need a stack, the home region first. What is in all regions goes there. */
export function stackRegions({ things }: Inventory, { region: home }: Account): string[] {
  const regions = new Set(
    things.flatMap(({ stack = [], region = home }) => (stack.length > 0 ? [region] : [])),
  );
  return [home, ...[...regions].sort()].filter((region, n, all) =>
    n === 0 ? regions.has(home) : region !== home && all.indexOf(region) === n,
  );
}

/**
 * CloudFormation looks for commands of its own in every text: `{{resolve:...}}` would put a secret there, and nothing can stand for it.
 * What says so is left out.
 */
export function withoutCommands(inventory: Inventory): void {
  for (const thing of inventory.things) {
    if (!thing.stack) continue;
    thing.stack = thing.stack.filter((resource) => {
      const isRead = /\{\{resolve:|"(Ref|Fn::[^"]*)":/.test(JSON.stringify(resource));
      if (isRead) {
        const what = t('{type} {name}', { type: resource.type, name: resource.name });
        inventory.leave(what, t('CloudFormation would run a text in it as a command'), [
          'cloudformation',
        ]);
      }
      return !isRead;
    });
  }
}

/** The template of a region, and the file that says which resources it imports. */
export function stackOf(
  { things }: Inventory,
  region: string,
  home: string,
  comments: Text[],
): { template: string; imports: string } {
  const logicalId = uniqueNames(idOf, 'x');
  const resources = things
    .filter((thing) => (thing.region ?? home) === region)
    .flatMap(({ stack = [] }) => stack)
    .map((resource) => ({ id: logicalId(`${resource.type} ${resource.name}`), ...resource }));
  return {
    template: `${document({
      AWSTemplateFormatVersion: '2010-09-09',
      Description: say(t('What Rootlock found in place in {region}', { region })),
      Metadata: { Rootlock: comments.map(say) },
      Resources: Object.fromEntries(resources.map((one) => [one.id, declared(one)])),
    })}\n`,
    imports: `${document(
      resources.map(({ type, id, identifier }) => ({
        ResourceType: type,
        LogicalResourceId: id,
        ResourceIdentifier: identifier,
      })),
    )}\n`,
  };
}

/** Whoever deletes the stack deletes nothing of it. An import asks for that. */
const declared = ({ type, properties }: StackResource) => ({
  Type: type,
  DeletionPolicy: 'Retain',
  UpdateReplacePolicy: 'Retain',
  Properties: properties,
});

/** `AWS::IAM::Group` and `team-admins` make `GroupTeamAdmins`. */
const idOf = (name: string): string =>
  name
    .replace(/^.*::/, '')
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
    .slice(0, 200);
