/**
 * Lines of a table: the first column to the left, all others to the right.
 * @param {readonly (readonly string[])[]} rows the first one holds the titles
 */
export function tableOf(rows) {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows.map((row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join('  ').trimEnd());
}
