declare module 'qrcode-terminal/vendor/QRCode/index.js' {
  /** A part of a code. `mode`: 2 is alphanumeric. `getLength`: characters. */
  interface Part {
    mode: number;
    getLength(): number;
    write(buffer: { put(value: number, bits: number): void }): void;
  }

  /** `version`: -1 chooses the smallest. `level`: 1 is L. */
  export default class QRCode {
    constructor(version: number, level: number);
    /** The parts of the code so far. */
    dataList: Part[];
    /** Adds ASCII, in bytes. */
    addData(text: string): void;
    make(): void;
    getModuleCount(): number;
    isDark(row: number, column: number): boolean;
  }
}
