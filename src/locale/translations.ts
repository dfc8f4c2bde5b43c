/** What is said instead of an English sentence, by that sentence. Both name the same `{parameters}`, in any order. */
export type Translations = Record<string, string>;
