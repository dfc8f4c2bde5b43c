// Chalk decides once, when it is loaded, and a test has no terminal: this file is imported first.
process.env.FORCE_COLOR = '2';
