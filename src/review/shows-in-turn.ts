/** Between two shows passes this many times what the last one took, so that most of the time is left to read: milliseconds at most. */
const REST = { times: 8, most: 1500 };

/**
 * Shows what comes while a page is read, one show after the other.
 *
 * @param prepare works piece by piece through what has come. What it gives shows that
 */
export function showsInTurn(prepare: () => Promise<() => void>) {
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
  return {
    came(): void {
      isBehind = true;
      void showAll();
    },
    /** Nothing is shown any more. */
    end(): void {
      isOver = true;
    },
  };
}
