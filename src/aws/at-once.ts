/** As many as a client of the SDK has connections for each host. */
export const AT_ONCE = 50;

/**
 * Makes calls wait until fewer than `most` are under way, in their order. A call that waits for a connection of the SDK
 * counts as one that cannot reach AWS after five seconds: of a thousand users and a slow network, many would.
 */
export function atMost(most: number) {
  const waiting: (() => void)[] = [];
  let underWay = 0;
  return async <T>(call: () => Promise<T>): Promise<T> => {
    if (underWay < most) underWay++;
    else await new Promise<void>((go) => waiting.push(go));
    try {
      return await call();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else underWay--;
    }
  };
}
