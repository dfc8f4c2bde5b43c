declare module 'qrcode-terminal/vendor/QRCode/index.js' {
  /** `version`: -1 chooses the smallest. `level`: 1 is L. Takes ASCII. */
  export default class QRCode {
    constructor(version: number, level: number);
    addData(text: string): void;
    make(): void;
    getModuleCount(): number;
    isDark(row: number, column: number): boolean;
  }
}
