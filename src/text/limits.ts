/** What a file may ask of the program before it is no export any more. Everything beyond gets a reason, never a crash. */

/** Characters of one record, and so of one cell. */
export const MAX_RECORD_CHARACTERS = 1024 * 1024;

/** Physical lines that one record may span by quoted line breaks; Excel itself stops at 253 in a cell. */
export const MAX_RECORD_LINES = 500;

/** Excel's last column, XFD. */
export const MAX_COLUMNS = 16_384;

/** What is kept of a record over the limits, for rejected.csv. */
export const KEPT_OF_OVERLONG = 32_767;

/** Below this size a high compression ratio is only a dull file. */
export const GZIP_FREE_BYTES = 64 * 1024 * 1024;

/** Exports compress 5 to 30 times. */
export const MAX_GZIP_RATIO = 200;

/** Read at the start of a file to find its delimiter and to tell text from other things. */
export const SAMPLE_BYTES = 64 * 1024;
