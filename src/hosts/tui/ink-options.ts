/** How Ink draws every screen of Rootlock. */
export const INK_OPTIONS = {
  alternateScreen: true,
  exitOnCtrlC: false,
  incrementalRendering: true,
  // Rootlock says when. By itself, Ink would hold back a question for as long as a frame of 30 in a second.
  maxFps: 1000,
  // Rootlock does not write to the console while the screen is open.
  patchConsole: false,
  // If the variable CI is set, Ink treats a terminal as none.
  interactive: true,
};
