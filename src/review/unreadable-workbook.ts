/** It is no workbook that can be read; the message says why. */
export class UnreadableWorkbook extends Error {}
