/** How to read and write files in ~/.aws. `src/state` does it; each operation throws `Blocked` if the disk refuses. */
export interface OwnersFiles {
  /** `undefined` if there is no such file. */
  read(file: string): Buffer | undefined;
  /**
   * Writes completely or not at all, and only over what was read, if `replaces` says what that was. If somebody else has changed the file
   * since, the error has the code `Changed`.
   */
  write(file: string, data: string | Buffer, replaces?: Buffer | 'nothing'): void;
  remove(file: string): void;
}
