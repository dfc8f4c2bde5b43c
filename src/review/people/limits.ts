/** Days. CIS 7.0, 2.12 asks for 90. */
export const OLD_KEY = { watch: 90, do: 180 };
