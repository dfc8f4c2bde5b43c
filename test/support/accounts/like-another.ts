/**
 * Is the call one of those that repeat, and neither the first, the second nor the last of them? The others are like the second.
 *
 * @param repeated operations that a run sends many times, each time about another thing
 */
export function isLikeAnother(operations: string[], index: number, repeated: string[]): boolean {
  const operation = operations[index] ?? '';
  const before = operations.slice(0, index).filter((one) => one === operation).length;
  return repeated.includes(operation) && before > 1 && operations.lastIndexOf(operation) !== index;
}
