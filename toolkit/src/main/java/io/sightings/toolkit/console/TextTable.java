package io.sightings.toolkit.console;

import io.sightings.contract.codec.UntrustedText;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Text in columns, as wide as their widest cell. Columns headed with a trailing &gt; are numbers.
 */
public final class TextTable {
  private static final String GAP = "  ";
  private final boolean[] right;
  private final List<String[]> rows = new ArrayList<>();

  /**
   * @param heads one per column; "FRAMES>" aligns its column to the right
   */
  public TextTable(String... heads) {
    right = new boolean[heads.length];
    String[] shown = new String[heads.length];
    for (int i = 0; i < heads.length; i++) {
      right[i] = heads[i].endsWith(">");
      shown[i] = right[i] ? heads[i].substring(0, heads[i].length() - 1) : heads[i];
    }
    rows.add(shown);
  }

  public TextTable row(String... cells) {
    if (cells.length != right.length) {
      throw new IllegalArgumentException(
          cells.length + " cells do not fit " + right.length + " columns");
    }
    rows.add(Arrays.stream(cells).map(UntrustedText::printable).toArray(String[]::new));
    return this;
  }

  public boolean isEmpty() {
    return rows.size() == 1;
  }

  public void print(PrintWriter out) {
    int[] widths = new int[right.length];
    for (String[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        widths[i] = Math.max(widths[i], width(row[i]));
      }
    }
    for (String[] row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.length; i++) {
        String padding = " ".repeat(widths[i] - width(row[i]));
        line.append(i == 0 ? "" : GAP).append(right[i] ? padding + row[i] : row[i] + padding);
      }
      out.println(line.toString().stripTrailing());
    }
    out.flush();
  }

  private static int width(String cell) {
    return cell.codePointCount(0, cell.length());
  }

  @Override
  public String toString() {
    return Arrays.toString(rows.get(0)) + " and " + (rows.size() - 1) + " rows";
  }
}
