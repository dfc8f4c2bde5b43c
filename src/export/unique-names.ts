/** Names that a format takes, each once. `made`: letters that it takes, of what the thing is called in AWS. */
export function uniqueNames(made: (name: string) => string, separator: string) {
  const taken = new Set<string>();
  return (name: string): string => {
    const first = made(name);
    let free = first;
    for (let n = 2; taken.has(free); n++) free = `${first}${separator}${n}`;
    taken.add(free);
    return free;
  };
}
