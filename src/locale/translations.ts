/** Translations by their English sentence. Both contain the same `{parameters}`, in any order. */
export type Translations = Record<string, string>;
