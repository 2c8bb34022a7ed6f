/** Lines of a table: the first column to the left, all others to the right. The first row holds the titles. */
export function tableOf(rows: readonly (readonly string[])[]): string[];
