/** Between two shows passes this many times what the last one took, so that most of the time is left to read: milliseconds at most. */
const REST = { times: 8, most: 1500 };

/**
 * Reads a page, and shows what comes meanwhile, one show after the other. Once reading is over or has failed, nothing is shown any more.
 *
 * @param prepare works piece by piece through what has come. What it gives shows that
 * @param read calls `came` whenever more has come
 * @throws what either of them throws
 */
export function showInTurn<T>(
  prepare: () => Promise<() => void>,
  read: (came: () => void) => Promise<T>,
): Promise<T> {
  let isBehind = false;
  let isPreparing = false;
  let isOver = false;
  const showAll = async () => {
    if (isPreparing) return;
    isPreparing = true;
    while (isBehind && !isOver) {
      isBehind = false;
      const start = Date.now();
      const show = await prepare();
      if (!isOver) show();
      const rest = Math.min(REST.times * (Date.now() - start), REST.most);
      await new Promise((resolve) => setTimeout(resolve, rest).unref());
    }
    isPreparing = false;
  };
  return new Promise((resolve, reject) => {
    const came = () => {
      isBehind = true;
      showAll().catch(reject);
    };
    const end = () => {
      isOver = true;
    };
    read(came).finally(end).then(resolve, reject);
  });
}
