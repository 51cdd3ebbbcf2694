/**
 * Formats rows as a plain table, numbers to the right.
 * @param rows the first holds the names of the columns
 */
export function formatTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const isNumeric = widths.map((_, column) => rows.slice(1).every((row) => /^[\d–]/.test(row[column] ?? '')));
  const formatRow = (row: readonly string[]) =>
    row.map((cell, column) => (isNumeric[column] ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0))).join('  ');
  return rows.map((row) => formatRow(row).trimEnd()).join('\n');
}

/** A number with a mark where it is over its budget; columns stay aligned because the others get a space. */
export function formatCell(value: number | string, isOver: boolean): string {
  return `${value}${isOver ? '*' : ' '}`;
}
