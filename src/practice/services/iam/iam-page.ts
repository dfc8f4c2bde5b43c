import { range, validationError } from './validation.ts';

interface Paging {
  MaxItems?: number | undefined;
  Marker?: string | undefined;
}

/** One page of a list with the marker of the next one, as IAM gives them. */
export function iamPage<T>(all: T[], { MaxItems, Marker }: Paging) {
  const size = range(MaxItems, 'maxItems', 1, 1000) ?? 100;
  const from = Marker === undefined ? 0 : Number(atob(checkedMarker(Marker)));
  const to = from + size;
  return {
    items: all.slice(from, to),
    next:
      to < all.length ? { IsTruncated: true, Marker: btoa(String(to)) } : { IsTruncated: false },
  };
}

function checkedMarker(marker: string): string {
  if (!/^[\w+/]+=*$/.test(marker) || !/^\d+$/.test(atob(marker)))
    throw validationError('Invalid marker');
  return marker;
}
