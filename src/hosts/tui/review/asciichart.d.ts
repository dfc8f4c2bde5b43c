declare module 'asciichart' {
  interface Settings {
    min: number;
    max: number;
    /** Lines, less one. */
    height: number;
    /** Columns before the second value. */
    offset: number;
    format(value: number): string;
    /** Of the first value, the axis, two that are never drawn, level, down and up at both ends, and upright. */
    symbols: string[];
  }

  /** Throws without values. `NaN` is none. */
  const asciichart: { plot(values: number[], settings: Settings): string };
  export default asciichart;
}
