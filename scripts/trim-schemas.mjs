// Takes out of a client's schemas the members that Rootlock never names: of an instance, EC2 tells sixty things. The responses'
// other members are then not read, so this is only for a client that is never sent back what was read from it.
import { readdirSync, readFileSync } from 'node:fs';

/** A structure without members that are required, as the SDK writes it. */
const STRUCTURE =
  /^(export var \w+\$ = \[3, n0, \w+,\n {4}.*,\n {4})\[(.+)\],\n {4}\[((?:(?!\n\];)[\s\S])*)\]\n\];/gm;

/** `code` of a schema file without the members whose names stand nowhere in the source. */
export function withoutUnnamedMembers(code, nameOf) {
  const named = wordsOfSource();
  return code.replace(STRUCTURE, (_, start, members, types) => {
    const typeOf = elements(types);
    const all = members.split(', ').map((member, at) => [member, typeOf[at]]);
    const kept = all.filter(([member]) => named.has(nameOf(member)));
    return `${start}[${kept.map(([member]) => member)}],\n    [${kept.map(([, type]) => type)}]\n];`;
  });
}

function wordsOfSource() {
  const files = ['src', 'steps'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true }),
  );
  const texts = files
    .filter((file) => file.isFile())
    .map((file) => readFileSync(`${file.parentPath ?? file.path}/${file.name}`, 'utf8'));
  return new Set(texts.join('\n').match(/\w+/g));
}

/** The elements of a list, each as its text. */
function elements(list) {
  const found = [''];
  let depth = 0;
  for (const letter of list) {
    if ('[{('.includes(letter)) depth++;
    if (')}]'.includes(letter)) depth--;
    if (letter === ',' && depth === 0) found.push('');
    else found[found.length - 1] += letter;
  }
  return found;
}
