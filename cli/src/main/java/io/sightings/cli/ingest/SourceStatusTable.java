package io.sightings.cli.ingest;

import io.sightings.ingest.monitor.SourceStatus;
import io.sightings.toolkit.console.TextTable;
import java.util.List;

/** What became of every source. */
final class SourceStatusTable {

  private SourceStatusTable() {}

  static TextTable of(List<SourceStatus> sources) {
    TextTable table =
        new TextTable(
            "SOURCE",
            "TYPE",
            "STATE",
            "READ>",
            "SAMPLED>",
            "PUBLISHED>",
            "DROPPED>",
            "REJECTED>",
            "RECONNECTS>",
            "GAPS>");
    for (SourceStatus source : sources) {
      table.row(
          source.id(),
          source.type(),
          SourceStatusPrinter.word(source.state()),
          Long.toString(source.read()),
          Long.toString(source.sampled()),
          Long.toString(source.published()),
          Long.toString(source.dropped()),
          Long.toString(source.rejected()),
          Long.toString(source.reconnects()),
          Long.toString(source.gaps()));
    }
    return table;
  }
}
