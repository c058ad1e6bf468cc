package io.sightings.faults;

import io.sightings.faults.FaultRun.FaultRunResult;
import io.sightings.faults.verdict.SceneVerdict;
import io.sightings.faults.watch.RecoveryTable;
import io.sightings.toolkit.console.TextTable;
import java.io.PrintWriter;

/** What a run has shown, as tables. */
final class FaultReport {
  private static final int SHOWN_FAULTS = 40;

  private final FaultRunResult result;

  FaultReport(FaultRunResult result) {
    this.result = result;
  }

  void print(PrintWriter out) {
    SceneVerdict verdict = result.verdict();
    out.println();
    RecoveryTable.of(result.recoveries()).print(out);
    out.println();
    TextTable table = new TextTable("OF " + verdict.scenes() + " SCENES", "COUNT>");
    table.row("visits that happened", Integer.toString(verdict.visits()));
    table.row("closed sightings on the topic", Integer.toString(verdict.closed()));
    table.row("sightings in the files", Integer.toString(verdict.filed()));
    table.row("missing", Integer.toString(verdict.missing()));
    table.row("duplicate", Integer.toString(verdict.duplicate()));
    table.row("wrong", Integer.toString(verdict.wrong()));
    table.row("unequal on topic and in files", Integer.toString(verdict.unequal()));
    table.row("scenes unlike the undisturbed", Integer.toString(verdict.astray()));
    table.print(out);
    verdict.faults().stream().limit(SHOWN_FAULTS).forEach(fault -> out.println("  " + fault));
    out.printf(
        "%n%d faults in %d minutes: %s%n",
        result.recoveries().size(),
        result.took().toMinutes(),
        verdict.perfect() ? "each visit is there once" : "NOT each visit is there once");
    out.flush();
  }
}
